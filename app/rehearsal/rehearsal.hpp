// A rehearsal as it runs: the play, the conversation so far, and the two states
// that the next answer depends on (the buyer's mind, and what was already
// said). A plain value: copying it branches the conversation.
// start_rehearsal.hpp, take_turn.hpp, end_rehearsal.hpp and
// resume_rehearsal.hpp are what can be done with it. One thread at a time.
#pragma once

#include <cstdint>
#include <optional>

#include "app/rehearsal/support.hpp"
#include "app/rehearsal/understand.hpp"
#include "core/buyer/buyer.hpp"
#include "core/conversation/event.hpp"
#include "core/wording/memory.hpp"

namespace praxis::app {

struct Rehearsal {
    Play play;
    Support support = Support::silent;
    conversation::Conversation conversation;
    buyer::State state;
    buyer::Casting casting;
    std::optional<buyer::State> planned;  // of the last answer, before what was heard of it was committed
    wording::WordingMemory memory;
    Recollection recollection;
    std::uint32_t turn = 0;  // of the rep's last turn
    bool over = false;

    Seed seed() const { return conversation.header.seed; }
    const strategy::Scenario& scenario() const { return *play.scenario; }
    const strategy::Counterpart& person() const { return play.scenario->people[casting.person]; }
    // How it ended; valid when `over`.
    const conversation::Ended& ended() const { return std::get<conversation::Ended>(conversation.events.back().body); }
};

// Where the rep's next words fall.
inline Point point_of(const Rehearsal& rehearsal) {
    return {rehearsal.play, rehearsal.conversation, rehearsal.state, rehearsal.turn + 1, rehearsal.recollection};
}

}  // namespace praxis::app
