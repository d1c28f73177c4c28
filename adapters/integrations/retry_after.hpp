// Retry-After (RFC 9110, 10.2.3): how long whoever answered wants to be left alone. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis::integrations {

// Milliseconds from now on, of "120" or of a date, 0 of one that is past; at most a year. Nothing: it says neither.
std::optional<std::int64_t> retry_after_ms(std::string_view value, std::int64_t now_s);

}  // namespace praxis::integrations
