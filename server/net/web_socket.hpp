// One open WebSocket as the live room sees it. Lives on one shard: all calls come from that thread, except `later`.
// What is sent is queued; a reader too slow to empty the queue is closed with 1013 (try again later), and loses nothing
// that it can ask for again. Owner: the coroutine that was given it; it ends when that coroutine returns.
#pragma once

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
    not_allowed = 1008,
    too_big = 1009,
    broken = 1011,
    try_later = 1013,
};

class WebSocket {
public:
    virtual ~WebSocket() = default;
    // The next frame; nullopt when the other side has closed, fell silent, or `hang_up` was called.
    virtual Task<std::optional<Frame>> receive() = 0;
    virtual void send(Frame) = 0;
    // Sends what is queued, says goodbye, and makes `receive` return.
    virtual void hang_up(CloseCode, std::string reason) = 0;
    virtual std::size_t queued_bytes() const = 0;
    // Runs `work` on this socket's thread, from any thread, unless the socket is gone by then.
    virtual std::function<void(std::function<void()>)> later() = 0;
};

}  // namespace praxis::net
