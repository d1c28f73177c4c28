// What is heard of a line that somebody typed, piped or pasted: valid UTF-8 (other bytes become the replacement
// character), no control characters (they become spaces), and not more than anybody would listen to. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace praxis::app {

std::string heard_text(std::string_view line, std::size_t most_bytes);

}  // namespace praxis::app
