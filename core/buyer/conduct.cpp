#include "core/buyer/questions/search.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;

void take_the_turn(Turn& turn) {
    if (turn.after.turn < 0xffff) ++turn.after.turn;
    const TopicId topic = turn.main_topic();
    const bool means_something = topic.value < kTopicsMax && turn.scene.facts_of_topic[topic.value] != 0;
    if (means_something) turn.after.last_topic = topic;
}

void resist_steering(Turn& turn) {
    if (!turn.has(steering)) return;
    turn.feel(effect::kTurn);
    turn.feel(effect::kSteering);
    if (turn.sure(steering)) turn.strike();
    turn.plan.react(BuyerMove::bemused);
    turn.done = true;
}

void mind_nonsense(Turn& turn) {
    if (turn.done || !turn.has(off_topic)) return;
    turn.feel(effect::kTurn);
    turn.feel(effect::kNonsense);
    count(turn.after.tally.nonsense);
    if (turn.sure(off_topic) && turn.after.tally.nonsense > 2) turn.strike();
    turn.plan.react(BuyerMove::off_subject);
    turn.done = true;
}

namespace {

bool nothing_understood(const Turn& turn) {
    const Observation& heard = turn.heard;
    const bool facts = heard.limit_admitted || heard.dismisses || heard.trade || heard.recommends ||
                       heard.quotes_price || heard.disqualifies || heard.overclaim || heard.disparages ||
                       heard.wrong_recap;
    return turn.acts.empty() && !turn.asks && !facts;
}

bool maybe_a_question(const Observation& heard) {
    return heard.possible.any(acts_of(ActGroup::any_question) | acts_of(ActGroup::spin_situation) |
                              acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify));
}

// Words without an act are often a plain answer to what the buyer asked.
bool answers_the_buyer(const Turn& turn) {
    if (turn.heard.words < kPlainAnswerWords) return false;
    const QuestionId pending = turn.before.pending;
    if (pending.none()) return false;
    return turn.heard.topic_count == 0 || turn.about(turn.scene.questions[pending.value].topic);
}

}  // namespace

// The rep is never marked down for being misheard: nothing is felt, the buyer asks or nods.
void ask_back_when_unclear(Turn& turn) {
    if (turn.done) return;
    if (!nothing_understood(turn)) {
        turn.after.tally.unclear = 0;
        turn.feel(effect::kTurn);
        return;
    }
    if (answers_the_buyer(turn)) return;
    turn.done = true;
    count(turn.after.tally.unclear);
    const Observation& heard = turn.heard;
    const bool short_sound = heard.words > 0 && heard.words < kPlainAnswerWords;
    const bool statement = !maybe_a_question(heard) && (heard.unknown_words < kMostlyUnknown || heard.topic_count > 0);
    const bool asked_just_now = turn.before.tally.unclear % 2 == 1;
    const bool nod = short_sound || statement || (asked_just_now && !maybe_a_question(heard));
    turn.plan.answer(nod ? BuyerMove::acknowledge : BuyerMove::ask_back, turn.main_topic().value);
}

void take_offence(Turn& turn) {
    if (turn.done || !turn.has(disrespect)) return;
    turn.soured = true;
    turn.feel(effect::kDisrespect);
    if (turn.sure(disrespect)) turn.strike();
    turn.plan.react(BuyerMove::offended);
}

void resist_pressure(Turn& turn) {
    if (turn.done || !turn.has(pressure)) return;
    // A fair question that only may have been pushy is answered.
    if (!turn.sure(pressure) && turn.heard.sure.any(question_functions())) return;
    turn.soured = true;
    count(turn.after.tally.pressure);
    turn.feel(effect::kPressure);
    if (turn.after.tally.pressure > 1 && turn.sure(pressure)) turn.strike();
    turn.plan.react(BuyerMove::push_back);
}

void weigh_honesty(Turn& turn) {
    if (turn.done) return;
    if (turn.heard.overclaim) {
        turn.saw(DerivedEvent::overclaim);
        const bool expert = turn.person.expertise == strategy::Expertise::expert;
        turn.feel(expert ? effect::kOverclaimToExpert : effect::kOverclaim);
        turn.soured = true;
        turn.plan.react(BuyerMove::doubt, turn.main_topic().value);
    }
    if (turn.heard.disparages) {
        turn.saw(DerivedEvent::competitor_disparaged);
        turn.feel(effect::kDisparagement);
        turn.soured = true;
        turn.plan.react(BuyerMove::stay_fair);
    }
}

void suffer_style(Turn& turn) {
    if (turn.done) return;
    if (turn.has(interruption)) turn.feel(effect::kInterruption);
    if (turn.has(hedging)) turn.feel(effect::kHedging);
    if (turn.has(monologue)) {
        const bool curt = turn.person.style == strategy::Style::terse;
        turn.feel_part(effect::kMonologue, curt ? 140 : 100);
        turn.plan.react(BuyerMove::cut_in);
    }
    if (turn.has(jargon)) {
        const bool expert = turn.person.expertise == strategy::Expertise::expert;
        turn.feel_part(effect::kJargon, expert ? 30 : 100);
        if (!expert) turn.plan.react(BuyerMove::plain_words, turn.main_topic().value);
    }
}

}  // namespace praxis::buyer::rules
