// Begins a rehearsal: casts the person, opens the mind, and lets the buyer open
// where the medium asks for it (who picks up a phone says a name). One thread.
#pragma once

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

Rehearsal start_rehearsal(Play, Seed, Support);

}  // namespace praxis::app
