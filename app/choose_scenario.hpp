// Which scenario is meant: an id, or any of the four parts; what is left out is chosen sensibly. Pure; any thread.
#pragma once

#include <string>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/scenario.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::app {

struct ScenarioChoice {
    std::string id, segment, role, kind, difficulty;
    bool blind = false;
    bool drill = false;  // of an objection talk: the objection comes at once
};

struct NotChosen {
    std::string wrong;  // the part of the choice that names nothing: "segment"; empty: the strategy is at fault
    Problems problems;
};

Result<strategy::Scenario, NotChosen> choose_scenario(const strategy::Strategy&, const ScenarioChoice&);

}  // namespace praxis::app
