// Which behaviours move the outcome most, segment by segment: a simulated rep always does a thing and never does it,
// against the same customers; the strategy's behaviours that ask for that thing are named beside it. One thread prints;
// the talks are played on several.
#pragma once

#include "program/simulate/options.hpp"

namespace praxis::program::simulate {

ExitCode show_by_behaviour(const Options&, const std::vector<Stage>&, const foresight::habits::Rep&);

}  // namespace praxis::program::simulate
