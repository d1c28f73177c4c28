// What an author should know about a strategy before anybody rehearses with it: names that meet nothing, gaps that make
// it incomplete, statements that do not fit together, and authored texts that give a gated fact away. Errors refuse
// scenarios; warnings and notes do not. Each finding has the place of the part it is about. Pure; any thread.
#pragma once

#include "core/base/problem.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::strategy {

Problems check(const Strategy&);  // all of the below, in the order of places

Problems check_completeness(const Strategy&);  // what is missing
Problems check_coherence(const Strategy&);     // what does not fit together
Problems check_leaks(const Strategy&);         // what is given away

}  // namespace praxis::strategy
