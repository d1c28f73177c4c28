#include "app/jobs/patience.hpp"

#include <algorithm>

#include "core/base/chance.hpp"
#include "core/base/digest.hpp"

namespace praxis::app {

using people::kHour_ms;
using people::kMinute_ms;
using people::kSecond_ms;

JobPatience letter_patience() {
    return {{10 * kSecond_ms, kMinute_ms, 5 * kMinute_ms, 15 * kMinute_ms, 40 * kMinute_ms, kHour_ms, 2 * kHour_ms}};
}

JobPatience delivery_patience() {
    return {{5 * kSecond_ms, kMinute_ms, 5 * kMinute_ms, 30 * kMinute_ms, 2 * kHour_ms, 5 * kHour_ms, 8 * kHour_ms,
             8 * kHour_ms}};
}

JobPatience upkeep_patience() {
    return {{kMinute_ms, 10 * kMinute_ms, kHour_ms, 4 * kHour_ms}};
}

std::int64_t wait_after(const JobPatience& patience, int attempts, std::string_view job, std::int64_t rest_ms) {
    const std::int64_t rest = std::min(rest_ms, kRestMost_ms);
    if (patience.waits_ms.empty()) return rest;
    const int place = std::clamp(attempts - 1, 0, static_cast<int>(patience.waits_ms.size()) - 1);
    const std::int64_t wait = patience.waits_ms[static_cast<std::size_t>(place)];
    const std::uint64_t number =
        chance({Digest().add(job).value()}, 0, static_cast<std::uint32_t>(std::max(attempts, 0)), 0);
    return std::max(rest, wait * 4 / 5 + wait * pick(number, 401) / 1000);
}

}  // namespace praxis::app
