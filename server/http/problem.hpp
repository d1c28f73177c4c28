// An error as a client sees it: RFC 9457 problem+json with a stable code. Thrown by handlers, turned into a response in
// one place (router.cpp). What it says is for people and programs outside; details for us go to the log. Codes are a
// closed list, documented in contract/openapi.yaml.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/problem.hpp"
#include "server/net/message.hpp"

namespace praxis::http {

enum class Code {
    bad_request,
    invalid,  // understood, but what it says is wrong; `faults` say where
    unauthenticated,
    forbidden,
    not_found,
    method_not_allowed,
    conflict,
    precondition_failed,  // If-Match does not hold
    precondition_required,
    too_large,
    unsupported_media,
    too_many_requests,
    key_reused,  // an Idempotency-Key with another request
    internal,
    unavailable,
    no_room,  // the disk is full
};
std::string_view name(Code);
int status_of(Code);

struct Fault {
    std::string where;  // a JSON pointer, or file:line:column
    std::string what, mend;
};

struct ApiError : std::runtime_error {
    ApiError(Code which, std::string detail_text)
        : std::runtime_error(detail_text), code(which), detail(std::move(detail_text)) {}
    Code code;
    std::string detail;
    std::vector<Fault> faults;
    int retry_after_s = 0;  // 0: not told
};

ApiError not_found(const std::string& what);
ApiError invalid(std::string detail, const Problems&);

net::Response to_response(const ApiError&, const std::string& request_id);

}  // namespace praxis::http
