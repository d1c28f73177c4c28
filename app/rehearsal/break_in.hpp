// The rep breaks in while the customer still speaks: what was heard of the answer is what counts. The mind and the
// memory of words stand as if no more had been said, and the answer in the conversation ends there. Replays exactly:
// what is recorded is how many of the answer's moves were heard. One thread.
#pragma once

#include <cstddef>
#include <optional>

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

// The place in conversation.events of the answer that was cut short; nothing when all of it was heard, there is no
// answer, or the conversation is over.
std::optional<std::size_t> break_in(Rehearsal&, std::size_t heard_bytes);
// The same by what a log recorded.
std::optional<std::size_t> break_in_after(Rehearsal&, int heard_moves);

}  // namespace praxis::app
