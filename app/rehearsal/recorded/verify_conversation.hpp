// Plays a recorded conversation again from its seed and the rep's words, and
// compares event by event: the proof that a log is what this program, with
// these files, would have said. One thread.
#pragma once

#include <string>
#include <vector>

#include "app/rehearsal/play.hpp"
#include "core/conversation/event.hpp"

namespace praxis::app {

struct Mismatch {
    std::uint32_t turn = 0;
    std::string what;  // "the buyer's words"
    std::string recorded, regenerated;
};

struct Verification {
    int events = 0;  // compared
    std::vector<Mismatch> mismatches;
};

Verification verify_conversation(const Play&, const conversation::Conversation& recorded);

}  // namespace praxis::app
