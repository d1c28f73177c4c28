// Versions of things that can be changed: an ETag with every answer, If-Match with every change, so that nobody
// overwrites what they have not seen (RFC 9110, 13.1). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/call.hpp"

namespace praxis::http {

// "\"7\""
std::string etag_of(std::int64_t version);

// Whether a list of ETags (or "*") names this one; weak ones count.
bool matches(std::string_view list, std::string_view etag);

// The request's If-Match names this version. Throws ApiError: precondition_required when there is none,
// precondition_failed when it is another one.
void demand_match(const Call&, std::string_view etag);

// GET of something the client has already: 304, to be answered instead.
bool unchanged(const Call&, std::string_view etag);

}  // namespace praxis::http
