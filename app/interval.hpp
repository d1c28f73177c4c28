// The interval of a share that was counted: Wilson's score interval at 95 % (Wilson 1927), which stays honest for small
// counts and for shares near 0 and 1. Pure; any thread.
#pragma once

#include <algorithm>
#include <cmath>

namespace praxis::app {

struct Interval {
    double low = 0, high = 1;  // shares, 0 … 1
};

inline Interval wilson(int hits, int trials) {
    if (trials <= 0) return {};
    constexpr double z = 1.959964;
    const double n = trials;
    const double share = hits / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace praxis::app
