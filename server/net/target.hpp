// The target of a request ("/a%20b?x=1"), taken apart and decoded once, strictly: whatever could be read in two ways is
// refused here, so that nobody behind the door has to wonder. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::net {

struct Target {
    std::string path;   // decoded UTF-8; begins with "/"; no "." or ".." parts, no control characters, no backslash
    std::string query;  // as sent, without "?"; its escapes are sound and make UTF-8 without zero bytes
};

// Origin form, or absolute form whose host is dropped (RFC 9112, 3.2). nullopt: malformed, among it an escaped "/".
std::optional<Target> read_target(std::string_view);

// Percent-decoding of a query's word, where "+" stands for a space. A broken escape stays as it is.
std::string decoded_word(std::string_view);

bool is_utf8(std::string_view);

}  // namespace praxis::net
