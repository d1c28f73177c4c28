// Reads who plays the customers from data/characters: the table of traits, and the people that come with the program.
// The page reads the same two files. Faults are reported all at once. Any thread.
#pragma once

#include <filesystem>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/characters/casting.hpp"

namespace praxis::files {

Result<characters::Cast, Problems> load_cast(const std::filesystem::path& folder);

}  // namespace praxis::files
