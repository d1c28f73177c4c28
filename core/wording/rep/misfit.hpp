// How far what was understood of a line lies from what it was to say: of several ways to say a thing the one that is
// understood best is said. Observations only; any thread. Does not know: how a line is understood.
#pragma once

#include "core/vocabulary/observation.hpp"
#include "core/wording/rep/rep_line.hpp"

namespace praxis::wording::rep {

// 0: exactly. Points; an act missed that the line is there for weighs as much as everything else that may be amiss.
int misfit(const Wish&, const Observation& understood);

// The act that a move is there for; none: its flags or its topic alone carry it.
std::optional<Act> purpose(const Wish&);

}  // namespace praxis::wording::rep
