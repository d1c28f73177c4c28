// The rules of the mind, in the order in which they are applied (step.cpp holds the sequence). Each looks at one idea:
// a precondition on what was heard and on the state, an effect on the state, a move it proposes. A rule may rely on the
// rules before it, never on those after.
#pragma once

#include "core/buyer/turn.hpp"

namespace praxis::buyer::rules {

// safety (conduct.cpp)
void take_the_turn(Turn&);
void resist_steering(Turn&);
void mind_nonsense(Turn&);
void ask_back_when_unclear(Turn&);

// conduct and style (conduct.cpp)
void take_offence(Turn&);
void resist_pressure(Turn&);
void weigh_honesty(Turn&);
void suffer_style(Turn&);

// social (social.cpp)
void greet_back(Turn&);
void take_rapport(Turn&);
void take_small_talk(Turn&);
void take_framing(Turn&);
void guard_the_phone(Turn&);

// listening (social.cpp)
void hear_recap(Turn&);
void hear_empathy(Turn&);
void hear_limits(Turn&);

// objections under discussion (objections.cpp)
void settle_objection(Turn&);
void confirm_settled(Turn&);

// questions (questions.cpp)
void take_answer_to_own_question(Turn&);
void answer_question(Turn&);
void tire_of_questions(Turn&);
void keep_gates(Turn&);  // after all that may cost trust

// pitch (pitch.cpp)
void hear_benefit(Turn&);
void hear_features(Turn&);
void hear_insight(Turn&);
void hear_proof(Turn&);

// objection triggers (objections.cpp)
void raise_objection(Turn&);
void come_back_to_objection(Turn&);

// commercial (commercial.cpp)
void hear_quote(Turn&);
void hear_price(Turn&);
void hear_concession(Turn&);
void see_price_held(Turn&);

// advance (advance.cpp)
void weigh_recommendation(Turn&);
void weigh_step(Turn&);
void weigh_close(Turn&);
void part(Turn&);

// gates and the buyer's own agenda (own_agenda.cpp)
void volunteer(Turn&);
void nibble(Turn&);
void ask_own_question(Turn&);
void brush_off(Turn&);
void fill_silence(Turn&);
void mind_the_time(Turn&);

}  // namespace praxis::buyer::rules

namespace praxis::buyer {

// The stage a state has earned; it never goes back (own_agenda.cpp).
void settle_stage(State&, const Scene&);

}  // namespace praxis::buyer
