// The calibration report as Markdown: what was foretold, what came, and what follows. The same measurements give the
// same text. Values; any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/foresight/habits/rep.hpp"
#include "core/strategy/scenario.hpp"
#include "tools/calibrate_foresight/forecast.hpp"
#include "tools/calibrate_foresight/reliability.hpp"

namespace praxis::calibrate_foresight {

struct OtherRep {
    foresight::habits::Rep rep;
    Reliability as_practised;  // what the value says who takes a practised rep for granted
    Reliability as_itself;     // … who knows the strength of the rep; empty for kinds
};

struct Measured {
    std::vector<std::string> strategies;
    std::span<const strategy::Scenario> scenarios;  // the scenes' own, in order
    std::uint64_t conversations = 0, rollouts = 0, other_conversations = 0;
    std::vector<Forecast> forecasts;  // under the policy
    std::vector<OtherRep> others;
};

Reliability reliability(std::span<const Forecast>, std::size_t level);
std::string report(const Measured&);

}  // namespace praxis::calibrate_foresight
