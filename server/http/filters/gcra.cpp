#include "server/http/filters/gcra.hpp"

#include <algorithm>

namespace praxis::http {

Passage pass(const Rate& rate, std::int64_t due_us, std::int64_t now_us) {
    const auto step_us = static_cast<std::int64_t>(1e6 / rate.a_second);
    const std::int64_t tolerance_us = step_us * (std::max(1, rate.burst) - 1);
    const std::int64_t due = std::max(due_us, now_us);
    if (due - now_us > tolerance_us) return {false, due_us, due - now_us - tolerance_us};
    return {true, due + step_us, 0};
}

}  // namespace praxis::http
