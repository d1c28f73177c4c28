// What a listener serves: somebody who answers requests and holds conversations. Implemented by server/http. Called
// from every shard at once.
#pragma once

#include <cstddef>

#include "server/net/message.hpp"
#include "server/net/task.hpp"
#include "server/net/web_socket.hpp"

namespace praxis::net {

class Site {
public:
    virtual ~Site() = default;
    // Never throws; an error is an answer too.
    virtual Task<Response> answer(Request&) = 0;
    // The most bytes of body that this path takes.
    virtual std::size_t body_limit(const Request& without_body) const = 0;
    // Before a WebSocket opens: an answer other than 101 refuses it with that answer.
    virtual Task<Response> admit(Request&) = 0;
    virtual Task<void> converse(Request&, WebSocket&) = 0;
};

}  // namespace praxis::net
