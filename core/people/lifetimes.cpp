#include "core/people/lifetimes.hpp"

#include <algorithm>

namespace praxis::people {

std::int64_t pause_ms(const ThrottleRule& rule, std::int64_t failures) {
    const std::int64_t beyond = failures - rule.free;
    if (beyond <= 0) return 0;
    if (beyond > 30) return rule.longest_ms;
    return std::min(rule.longest_ms, rule.first_ms << (beyond - 1));
}

bool is_over(const SessionRule& rule, SessionTimes times, std::int64_t now_ms) {
    return now_ms - times.seen_ms >= rule.idle_ms || now_ms - times.created_ms >= rule.longest_ms;
}

}  // namespace praxis::people
