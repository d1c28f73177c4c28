// One request on its way through the door: what was asked, by whom, and what the path said. Lives as long as its answer
// or its conversation takes; its own coroutine only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/people/principal.hpp"
#include "server/http/operation/trace.hpp"
#include "server/net/message.hpp"

namespace praxis::http {

struct Call {
    explicit Call(net::Request& what) : request(what) {}
    net::Request& request;
    std::string request_id;
    Trace trace;
    std::string_view route;  // the pattern that matched, for metrics: "/api/v1/attempts/:attempt"; empty: none
    std::vector<std::pair<std::string_view, std::string>> parts;  // of ":attempt"
    std::optional<people::Principal> principal;
    std::string trouble;  // for the log alone: what an unexpected error said
    bool secret = false;  // the answer holds one, told once: it is kept nowhere

    // Throws ApiError (unauthenticated) when nobody is logged in, so that a handler cannot forget to ask.
    const people::Principal& who() const;
    const std::string& part(std::string_view name) const;
};

}  // namespace praxis::http
