// Shows the rep a cue where the support asks for one, and records that it was shown. One thread.
#pragma once

#include <optional>

#include "app/rehearsal/cues/cue.hpp"
#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

// The cue for this moment: by rule where the buyer has just done something that asks for a certain answer, else what a
// look ahead recommends.
std::optional<Cue> cue_for(const Rehearsal&);

// guided: every cue; hints: those that warn.
void show_cue(Rehearsal&);

}  // namespace praxis::app
