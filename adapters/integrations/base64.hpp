// Base64 (RFC 4648) as mails and tokens carry it. Values only; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::integrations {

std::string to_base64(std::string_view bytes);     // "+/", padded
std::string to_base64url(std::string_view bytes);  // "-_", without padding
// Nothing unless it is exactly that: no padding, no blanks, no bits left over.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace praxis::integrations
