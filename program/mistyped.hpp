// "Did you mean …?" for subcommands and options that do not exist. One thread.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace praxis::program {

// A sentence about the first word of `words` (as typed after the program's name) that is unknown; empty: none is near.
std::string did_you_mean(const CLI::App& root, const std::vector<std::string>& words);

}  // namespace praxis::program
