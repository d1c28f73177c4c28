// Which programs on one database are alive: each says so again and again, in one row of its own, however many attempts
// it holds; an attempt whose node has fallen silent may be claimed by another. Time is the store's own clock, one for
// all nodes: a node whose clock jumps neither dies nor outlives itself. Calls block; any thread. Errors: StoreTrouble,
// thrown.
#pragma once

#include <cstdint>
#include <string>

namespace praxis::app {

class Nodes {
public:
    virtual ~Nodes() = default;
    // It lives for that long from now on, at most a minute. False: it had not said so in time, or never before, and
    // what it held may have been claimed by another.
    virtual bool beat(const std::string& node, std::int64_t length_ms) = 0;
    // It ends: what it held may be claimed at once.
    virtual void leave(const std::string& node) = 0;
};

}  // namespace praxis::app
