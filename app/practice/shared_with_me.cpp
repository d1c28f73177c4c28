#include "app/practice/shared_with_me.hpp"

#include <algorithm>

#include "app/rights/share_attempt.hpp"

namespace praxis::app {

std::vector<SharedAttempt> list_shared_attempts(Practice& practice, const people::Principal& who,
                                                const std::string& after, std::size_t most) {
    const std::vector<SharedWith> all = list_shared_with_me(practice.office, who);
    const auto last = std::find_if(all.begin(), all.end(), [&](const SharedWith& one) { return one.what == after; });
    auto next = last == all.end() ? all.begin() : last + 1;
    std::vector<SharedAttempt> found;
    for (; next != all.end() && found.size() < most; ++next)
        if (auto attempt = practice.attempts.find(who.tenant, next->what))
            found.push_back({*std::move(attempt), {}, next->shared_ms});
    practice.office.registry.read([&](Registers& registers) {
        for (SharedAttempt& one : found)
            if (const auto owner = registers.people.find(who.tenant, one.attempt.person)) one.name = owner->name;
    });
    return found;
}

}  // namespace praxis::app
