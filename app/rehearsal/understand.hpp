// What is understood of a rep's words at one point of a conversation: read in the context of what the customer has said
// and done until then. One place for it, so that a turn taken, a turn tried and a line proposed are heard alike. Any
// thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/rehearsal/play.hpp"
#include "app/rehearsal/recollection.hpp"

namespace praxis::app {

// Where words fall: before the rep's turn `turn` of the conversation, with the mind in this state. Borrowed for the
// call.
struct Point {
    const Play& play;
    const conversation::Conversation& conversation;
    const buyer::State& state;
    std::uint32_t turn = 0;
    const Recollection& recollection;
};

Reading understand(const Point&, std::string_view text);

}  // namespace praxis::app
