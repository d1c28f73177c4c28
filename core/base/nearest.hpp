// The nearest known name to a mistyped one, for "did you mean …?". Damerau-Levenshtein distance (restricted), at most a
// third of the letters wrong; empty when nothing is near. Any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace praxis {

// Distance, or limit + 1 as soon as it is known to exceed `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

std::string nearest(std::string_view wanted, std::span<const std::string> known);

}  // namespace praxis
