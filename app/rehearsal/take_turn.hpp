// One turn of a rehearsal: what the rep says is understood, the mind answers,
// the answer is put into words, and a cue is shown where the support asks for
// one. Everything is recorded in the rehearsal's conversation. Replays exactly.
// One thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

// A turn beyond this is heard up to here (nobody listens to more), and the turn
// says so.
inline constexpr std::size_t kHeardMax_bytes = 8192;

struct TurnTaken {
    std::size_t first_event = 0;  // the turn's events in conversation.events, from here to the end
    bool heard_in_part = false;
};

// How it was spoken, where it was.
struct Spoken {
    conversation::Timing timing;
    std::optional<conversation::Delivery> delivery;
};

// Precondition: not over.
TurnTaken take_turn(Rehearsal&, std::string_view text, std::optional<Spoken> = std::nullopt);

}  // namespace praxis::app
