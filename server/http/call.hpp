// One request on its way through the door: what was asked, by whom, and what the path said. Lives as long as its answer
// takes; its own coroutine only.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/people/principal.hpp"
#include "server/net/message.hpp"

namespace praxis::http {

struct Call {
    net::Request& request;
    std::string request_id;
    std::string route;                        // the pattern that matched, for metrics: "/api/v1/attempts/:attempt"
    std::map<std::string, std::string> path;  // of ":attempt"
    std::optional<people::Principal> principal;

    // Throws ApiError (unauthenticated) when nobody is logged in, so that a handler cannot forget to ask.
    const people::Principal& who() const;
    const std::string& part(const std::string& name) const { return path.at(name); }
};

}  // namespace praxis::http
