// How long a node may say in advance that it lives. A row that says more was written before the clock was set back, and
// counts for nothing.
#pragma once

#include <cstdint>

namespace praxis::storage {

inline constexpr std::int64_t kLongestLifeMs = 60'000;

}  // namespace praxis::storage
