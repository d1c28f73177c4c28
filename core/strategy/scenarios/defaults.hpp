// The defaults that turn a strategy into scenarios, in tables an instructor can read: what a fact of each layer takes,
// where each kind of conversation starts, and how difficulty, selling rules and the relationship objective shift it.
// Values of trust and the like are 0 … 100; sources: docs/buyer-mind.md (gates), Rackham 1988 (advance and
// continuation).
#pragma once

#include "core/strategy/scenario.hpp"

namespace praxis::strategy {

// Questions that reach a fact of this layer, and the trust it takes, where the author says nothing else.
ActSet usual_questions(FactLayer);
int usual_trust(FactLayer);

struct KindDefaults {
    MindStart start;
    int turns;             // hard stop, in rep turns
    int minutes;           // as the brief says
    int objections;        // raised at most
    int step_gate;         // trust and interest for a next step
    int known_pains;       // pains whose situation and problem were told in an earlier talk
    bool known_impact;     // … and the first implication of the first one
    bool known_situation;  // situations of all pains are known
};
const KindDefaults& defaults_of(ConversationKind);

struct DifficultyShift {
    int trust, patience;  // added at the start
    int gate;             // added to every gate
    int loss_percent;     // of every loss
    int objections;       // added to the most raised
};
const DifficultyShift& shift_of(Difficulty);

// What the relationship objective asks beyond the kind's usual goal.
struct RelationshipShift {
    int step_gate, order_gate;  // added
    bool process, impact;       // must be known for "won"
    bool payoff;                // the customer has said what it would be worth
    bool margin;                // an order only counts in full at target
};
const RelationshipShift& shift_of(Relationship);

// The three tables applied: start, gates and rules of a conversation.
MindStart start_of(ConversationKind, Difficulty, const SellingModel&);
Gates gates_of(ConversationKind, Difficulty, const SellingModel&, Relationship);
Rules rules_of(ConversationKind, Difficulty, const SellingModel&);
// A fast quote decides this conversation.
bool quote_decides(ConversationKind, const SellingModel&);

int within_0_100(int value);

}  // namespace praxis::strategy
