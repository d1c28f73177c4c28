// A list of words in one column: names without spaces, with one between them. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::storage {

std::string joined_words(const std::vector<std::string>& words);
std::vector<std::string> parted_words(std::string_view text);

}  // namespace praxis::storage
