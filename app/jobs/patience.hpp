// How often a kind of job is tried and how long is waited in between. Waits have jitter, so that what failed together
// does not come back together. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/people/lifetimes.hpp"

namespace praxis::app {

struct JobPatience {
    std::vector<std::int64_t> waits_ms;  // after the first attempt, the second …; one attempt more than waits
    int attempts() const { return static_cast<int>(waits_ms.size()) + 1; }
};

// A mail server that restarts, or is mended within the morning.
JobPatience letter_patience();
// A day: somebody else's server, whose people may be asleep.
JobPatience delivery_patience();
// Our own database only.
JobPatience upkeep_patience();

// The longest that somebody else's word ("Retry-After") can hold a job off.
inline constexpr std::int64_t kRestMost_ms = 8 * people::kHour_ms;

// After so many attempts; within a fifth more or less than the wait that is written down, and no less than the rest
// that was asked for. `job` makes the difference between jobs, so that a wait is the same whenever it is asked for.
std::int64_t wait_after(const JobPatience&, int attempts, std::string_view job, std::int64_t rest_ms = 0);

}  // namespace praxis::app
