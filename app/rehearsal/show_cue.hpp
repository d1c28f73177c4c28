// Shows the rep a cue where the support asks for one, and records that it was shown. One thread.
#pragma once

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

void show_cue(Rehearsal&);

}  // namespace praxis::app
