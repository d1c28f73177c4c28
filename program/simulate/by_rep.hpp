// How kinds of reps fare against a strategy's customers: one row per segment, kind of conversation and rep. One thread
// prints; the talks are played on several.
#pragma once

#include "program/simulate/options.hpp"

namespace praxis::program::simulate {

ExitCode show_by_rep(const Options&, const std::vector<Stage>&, const std::vector<foresight::habits::Rep>&);

}  // namespace praxis::program::simulate
