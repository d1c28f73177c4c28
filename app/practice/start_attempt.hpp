// A person begins an attempt: the scenario is compiled, the customer cast, and the opening kept. Throws Refusal;
// blocks: a worker's work.
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

}  // namespace praxis::app
