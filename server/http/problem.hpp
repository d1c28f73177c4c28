// An error as a client sees it: RFC 9457 problem+json with a stable code. Thrown by handlers, turned into a response in
// one place (router.cpp). What it says is for people and programs outside; details for us go to the log. Codes are a
// closed list, documented in contract/openapi.yaml.
#pragma once

#include <exception>
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
    not_acceptable,
    conflict,
    gone,
    precondition_failed,    // If-Match does not hold
    precondition_required,  // … is missing
    too_large,
    header_too_large,
    unsupported_media,
    too_many_requests,
    key_reused,  // an Idempotency-Key with another request
    internal,
    not_implemented,
    unavailable,
    no_room,  // the disk is full
};
inline constexpr int kCodeCount = 20;
std::string_view name(Code);
Code code_named(std::string_view);  // internal where there is none
std::string_view title_of(Code);
int status_of(Code);

struct Fault {
    std::string where;  // a JSON pointer into the body, "?name" of the query, or file:line:column
    std::string what, mend;
};

struct ApiError : std::runtime_error {
    ApiError(Code which, std::string detail_text)
        : std::runtime_error(detail_text), code(which), detail(std::move(detail_text)) {}
    Code code;
    std::string detail;
    std::vector<Fault> faults;
    int retry_after_s = 0;  // 0: not told
    std::string allow;      // of method_not_allowed: "GET, POST"
};

ApiError not_found(const std::string& what);
ApiError invalid(std::string detail, const Problems&);
ApiError invalid(Fault);

net::Response to_response(const ApiError&, const std::string& request_id);

// What an exception means to a client: its own word if it is an ApiError, what the store or the workers are in trouble
// with, otherwise `internal`.
ApiError error_of(const std::exception_ptr&);

}  // namespace praxis::http
