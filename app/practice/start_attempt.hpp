// A person begins an attempt, anew or from a turn of an earlier one: the scenario is compiled, the customer cast, and
// what was said so far kept. Throws Refusal; blocks: a worker's work.
#pragma once

#include <optional>

#include "app/choose_scenario.hpp"
#include "app/practice/practice.hpp"

namespace praxis::app {

struct AttemptWish {
    std::string strategy;
    ScenarioChoice scenario;
    Support support = Support::hints;
    std::optional<std::uint64_t> seed;  // nothing: another customer each time
};

Attempt start_attempt(Practice&, const people::Principal&, const AttemptWish&);

// Another attempt that goes its own way from just before the rep's turn `from` of one of theirs: the same customer, and
// what was said until then. The one before stays as it is.
struct BranchWish {
    std::string attempt;
    std::uint32_t from = 1;
    std::optional<Support> support;  // nothing: as before
};
Attempt branch_attempt(Practice&, const people::Principal&, const BranchWish&);

}  // namespace praxis::app
