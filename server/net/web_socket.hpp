// One open WebSocket as the live room sees it. Lives on one shard: all calls come from that thread, except the function
// that `later` gives. What is sent is queued; a reader too slow to empty the queue is closed with 1013 (try again
// later), and loses nothing that it can ask for again. Owner: the coroutine that was given it; it ends when that
// coroutine returns, and work given to it that has not run by then never runs.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/net/task.hpp"

namespace praxis::net {

struct Frame {
    std::string bytes;
    bool binary = false;
};

// Close codes of RFC 6455 and of this program (4000 …).
enum class CloseCode : unsigned short {
    normal = 1000,
    going_away = 1001,
    malformed = 1007,
    not_allowed = 1008,
    too_big = 1009,
    broken = 1011,
    try_later = 1013,
    logged_out = 4401,
    moved = 4409,  // another connection has taken this conversation over
};

class WebSocket {
public:
    using Work = std::function<void()>;
    virtual ~WebSocket() = default;
    // The next frame; nullopt when the other side has closed, fell silent, or `hang_up` was called. One waits at a
    // time.
    virtual Task<std::optional<Frame>> receive() = 0;
    virtual void send(Frame) = 0;
    // Sends what is queued, says goodbye, and makes `receive` return. Only the first call counts.
    virtual void hang_up(CloseCode, std::string reason) = 0;
    virtual std::size_t queued_bytes() const = 0;
    // A function that runs work on this socket's thread, callable from any thread and at any time; work for a socket
    // that has ended is dropped.
    virtual std::function<void(Work)> later() = 0;
    virtual void after(std::chrono::milliseconds, Work) = 0;
    // What to do when the server winds down; unless set, the socket is hung up with going_away.
    virtual void when_winding_down(Work) = 0;
};

}  // namespace praxis::net
