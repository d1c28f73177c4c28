// Continues a recorded conversation: folds the recorded values into the two
// states and stands where it stopped. A log made by other data (strategy,
// language, engine) is refused with what differs, unless `migrate`: then what
// was said stays as it was recorded and only what follows is played by the new
// data. One thread.
#pragma once

#include "app/rehearsal/rehearsal.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::app {

Result<Rehearsal, Problems> resume_rehearsal(Play, conversation::Conversation recorded, Support, bool migrate);

// What of `recorded` differs from what `play` would write; empty: the same
// hashes.
Problems differences(const conversation::Header& recorded, const Play&);

}  // namespace praxis::app
