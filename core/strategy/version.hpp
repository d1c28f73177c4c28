// Which strategy this is, and what a change of it makes stale. Any thread.
#pragma once

#include <string>
#include <vector>

#include "core/strategy/strategy.hpp"

namespace praxis::strategy {

// 16 hex digits, of the values alone: comments, places and the order of keys do not matter.
std::string version_of(const Strategy&);

// Parts are named "segment/laser-job-shops", "role/owner", "behaviour/quantify-before-price" …; a part with `was` is
// the same part renamed. Stale are scenarios that exist on both sides and whose compiled content differs, and
// indicators ("behaviour/indicator") whose definition differs or is gone: verdicts on them can no longer be compared.
struct Diff {
    std::vector<std::string> added, removed, changed, stale_scenarios, stale_indicators;
};
Diff diff(const Strategy& before, const Strategy& after);

}  // namespace praxis::strategy
