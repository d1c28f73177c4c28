// Ends a rehearsal: by the buyer, by the clock, or because the rep leaves. An
// end is recorded once. One thread.
#pragma once

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

// The rep leaves; does nothing when it is over already.
void end_rehearsal(Rehearsal&);

// Records the end with the goal level that the state stands for.
void record_end(Rehearsal&, conversation::EndReason);

}  // namespace praxis::app
