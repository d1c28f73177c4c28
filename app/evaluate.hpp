// Evaluates a position on several threads: the range of rollouts is cut, the tallies are added. Rollout n of a seed is
// the same whoever plays it, so the result does not depend on the number of threads and equals core's `roll`.
#pragma once

#include "core/foresight/rollout.hpp"

namespace praxis::app {

foresight::Tally evaluate(const foresight::Position&, foresight::Range, int threads);
foresight::Tally evaluate(const foresight::Position&, const Observation& first, foresight::Range, int threads);

}  // namespace praxis::app
