// The second beat of a customer's answer: what was heard of it is committed to the mind and the memory of words, and
// written into its event. May be done again, for less, while the plan is at hand. One thread.
#pragma once

#include "app/rehearsal/rehearsal.hpp"

namespace praxis::app {

// `event` is a BuyerSaid with an intention; `rehearsal.planned` is the plan it came from.
void commit(Rehearsal&, conversation::Event& event, int heard_moves);

}  // namespace praxis::app
