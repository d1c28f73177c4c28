// What a listener serves: somebody who answers requests and holds conversations. Implemented by server/http. Called
// from every shard at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "server/net/message.hpp"
#include "server/net/task.hpp"
#include "server/net/web_socket.hpp"

namespace praxis::net {

// Why a request never reached `answer`.
enum class Refusal : std::uint8_t {
    malformed,         // 400
    header_too_large,  // 431
    body_too_large,    // 413
    unknown_coding,    // 501: a Transfer-Encoding that nobody here reads
    broken,            // 500: `answer` failed, or what it gave cannot be sent
};

// Whether a WebSocket may open: with status 101 it does and `converse` is run on it; another status refuses it.
struct Admission {
    Response verdict;
    std::function<Task<void>(WebSocket&)> converse;
};

class Site {
public:
    virtual ~Site() = default;
    virtual Task<Response> answer(Request&) = 0;
    // The most bytes of body that this path takes.
    virtual std::size_t body_limit(const Request& without_body) const = 0;
    // The request lives until the conversation is over.
    virtual Task<Admission> admit(Request&) = 0;
    virtual Response refuse(Refusal) const noexcept = 0;
};

}  // namespace praxis::net
