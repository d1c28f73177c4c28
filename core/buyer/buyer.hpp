// The buyer's mind: who the customer is, what they know, want and feel, and what they mean to say next. The door of
// this room; docs/buyer-mind.md explains the model. Everything here is pure: no allocation in step and deliver, no
// clock, no text, no floats; the same scene, seed and observations give the same conversation on every machine. Any
// thread. Two beats: `step` plans an answer to what was understood of a rep's turn, `deliver` commits what the rep
// heard of it (a fact is disclosed when its words were heard). Method: agenda-based user simulation (Schatzmann et al.
// 2007), information-state update (Larsson and Traum 2000), disclosure earned by fitting questions (PATIENT-Psi, Wang
// et al. 2024), SPIN and advance/continuation (Rackham 1988). Does not know: words, grammar, behaviours, the report.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/chance.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::buyer {

State open(const Scene&, Seed, ParticipantId = kFirstBuyer);

struct Step {
    State state;
    Intention intention;
};
// Of a conversation that is over: the same state and an empty intention that ends.
Step step(const State&, const Observation&, const Scene&, Seed);

// `heard_moves`: how many of the intention's moves were spoken before the rep cut in; all of them when nobody did.
State deliver(const State&, const Intention&, int heard_moves, const Scene&);

// Both beats in place, for who looks ahead or simulates: everything the buyer means to say is heard.
void exchange(State&, const Observation&, const Scene&, Seed);

conversation::Standing standing(const State&);
PreviousKind previous(const State&);  // what the buyer last did; none before anything was said
bool objection_open(const State&);
bool refused(const State&);  // the buyer's last answer refused a step or tried to end the call
bool over(const State&);
std::vector<FactId> disclosed(const State&);
std::uint64_t digest(const State&);

struct Outcome {
    strategy::GoalLevel level{};
    conversation::EndReason reason{};
};
Outcome outcome(const State&, const Scene&);  // also of an unfinished conversation

}  // namespace praxis::buyer
