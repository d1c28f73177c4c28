#include "core/strategy/check.hpp"

#include <algorithm>
#include <tuple>

#include "core/strategy/names.hpp"

namespace praxis::strategy {

Problems check(const Strategy& strategy) {
    Problems all;
    for (NameProblem& wrong : check_names(strategy)) all.push_back(std::move(wrong.problem));
    for (auto* part : {&check_completeness, &check_coherence, &check_leaks}) {
        Problems found = part(strategy);
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    const auto place = [](const Problem& p) { return std::tie(p.place.file, p.place.line, p.place.column); };
    std::stable_sort(all.begin(), all.end(), [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
    return all;
}

}  // namespace praxis::strategy
