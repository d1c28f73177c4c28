// Course: what stood before each event of a conversation: what the customer had told, which objection was open, which
// stage it was. Derived events and indicators are judged against it. In a rehearsal it follows the buyer's intentions
// and disclosed facts; in a real call only the kind, topics and amounts of the customer's turns are known.
// Owner: core/behaviour. Pure; any thread. Does not know: indicators, wording, why the buyer did what it did.
#pragma once

#include <optional>
#include <vector>

#include "core/behaviour/evidence.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::behaviour {

struct Before {
    std::optional<strategy::Stage> stage;  // unknown in a real call
    TopicSet pains;                        // of pains disclosed
    TopicSet heard;                        // everything the customer talked about
    TopicSet last_heard;                   // … in the turn just before
    TopicSet objection;                    // of the open objection, kept for one rep turn after it was settled
    bool pain_known = false;
    bool pitched = false;           // the rep has stated a benefit or listed features
    bool price_challenged = false;  // by the turn just before
    bool objection_open = false;
    bool told_anything = false;         // the customer has told a fact
    std::optional<std::size_t> asked;   // the rep's event just before, if this is an answer to it
    std::optional<std::size_t> answer;  // of a rep's event: the customer's next
};

struct Course {
    std::vector<Before> before;  // one per conversation event
    bool real = false;           // a real call: the customer's intentions are unknown
    bool any_pain = false;       // a pain was known at some time
    bool any_objection = false;
};

Course follow(const conversation::Conversation&, const strategy::Scenario&);

// A rep turn of which nothing was understood: no act, and mostly unknown words or a customer who had to ask back. It is
// left out of every verdict, so that nobody is marked down for being misheard.
bool understood(const conversation::Conversation&, const Course&, std::size_t event);

// Topics of the sentences a span touches; without any, those of the turn; without any and referring back, those the
// customer spoke of last.
TopicSet topics_at(const Reading&, Span, const Before&);
// What a planned move is about.
TopicSet topics_of(const PlannedMove&, const strategy::Scenario&);
// How many of the planned moves were heard before an interruption.
int heard_moves(const conversation::BuyerSaid&);
bool tells_fact(BuyerMove);

const ActSet& pitch_acts();     // benefits and features; not insight or references, which may open a talk
const ActSet& question_acts();  // forms and functions

}  // namespace praxis::behaviour
