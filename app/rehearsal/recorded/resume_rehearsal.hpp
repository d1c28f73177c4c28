// Continues a recorded conversation: folds the recorded values into the two
// states and stands where it stopped. A log made by other data (strategy,
// language, engine) is refused with what differs, unless `migrate`: then what
// was said stays as it was recorded and only what follows is played by the new
// data. One thread.
#pragma once

#include <cstdint>
#include <string>

#include "app/rehearsal/rehearsal.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::app {

Result<Rehearsal, Problems> resume_rehearsal(Play, conversation::Conversation recorded, Support, bool migrate);

// Stands just before the rep's turn `from` (1 …) of a recorded conversation, as another one that goes its own way: what
// was said until then is kept, the customer is the same person, and the header says which conversation it branches
// from (`origin`: its file). Of an ended conversation, too. Nothing of the recorded one changes.
struct Branch {
    std::uint32_t from = 1;
    std::string origin;
};
Result<Rehearsal, Problems> branch_rehearsal(Play, const conversation::Conversation& recorded, const Branch&, Support,
                                             bool migrate);

// The rep's last turn; 0: nothing was said.
std::uint32_t last_rep_turn(const conversation::Conversation&);

// What of `recorded` differs from what `play` would write; empty: the same
// hashes.
Problems differences(const conversation::Header& recorded, const Play&);

}  // namespace praxis::app
