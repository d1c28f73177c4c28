// Rep lines for whole conversations: the labelled turns of the language pack (real voices, good and bad) and hostile
// ones (attempts to steer, markup, noise, other languages, overlong). One thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace praxis::properties {

std::vector<std::string> labelled_lines(const std::filesystem::path& turns_folder);
std::vector<std::string> hostile_lines();

}  // namespace praxis::properties
