#include "core/people/lifetimes.hpp"

#include <algorithm>

namespace praxis::people {

std::int64_t standing(const ThrottleRule& rule, const Failures& failures, std::int64_t now_ms) {
    const std::int64_t passed = std::max<std::int64_t>(0, now_ms - failures.last_ms);
    return std::max<std::int64_t>(0, failures.count - passed / rule.drain_ms);
}

std::int64_t pause_ms(const ThrottleRule& rule, std::int64_t failures) {
    const std::int64_t beyond = failures - rule.free;
    if (beyond <= 0) return 0;
    if (beyond > 30) return rule.longest_ms;
    return std::min(rule.longest_ms, rule.first_ms << (beyond - 1));
}

std::int64_t wait_ms(const ThrottleRule& rule, const Failures& failures, std::int64_t now_ms) {
    const std::int64_t pause = pause_ms(rule, standing(rule, failures, now_ms));
    const std::int64_t passed = std::max<std::int64_t>(0, now_ms - failures.last_ms);
    return std::max<std::int64_t>(0, pause - passed);
}

Failures one_more(const ThrottleRule& rule, const Failures& failures, std::int64_t now_ms) {
    return {standing(rule, failures, now_ms) + 1, now_ms};
}

Failures one_less(const ThrottleRule& rule, const Failures& failures, std::int64_t now_ms) {
    return {std::max<std::int64_t>(0, standing(rule, failures, now_ms) - 1), failures.last_ms};
}

bool is_over(const SessionRule& rule, SessionTimes times, std::int64_t now_ms) {
    return now_ms - times.seen_ms >= rule.idle_ms || now_ms - times.created_ms >= rule.longest_ms;
}

}  // namespace praxis::people
