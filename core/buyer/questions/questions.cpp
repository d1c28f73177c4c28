#include <algorithm>
#include <bit>

#include "core/buyer/questions/search.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::Expertise;
using strategy::FactLayer;

namespace {

constexpr FactSet bit(int i) {
    return FactSet{1} << i;
}

// Does this turn ask for something the buyer could tell, rather than for leave, a date or a nod?
bool asks_to_know(const Turn& turn) {
    if (!turn.asks) return false;
    const bool chats = turn.has(small_talk) && turn.heard.topic_count == 0;
    const bool says_hello = turn.has(greeting) && turn.after.turn == 1 && !turn.open_question();
    if (says_hello && !turn.acts.any(question_functions())) return false;
    if (turn.acts.any(question_functions())) return !chats || turn.heard.sure.any(question_functions());
    return !turn.acts.any({permission, agenda, next_step, close, summary, objection_confirmed, objection_clarified,
                           small_talk, sign_off, discount_offer});
}

const Effect& worth_of(FactLayer layer) {
    switch (layer) {
        case FactLayer::situation:
        case FactLayer::request: return effect::kToldSituation;
        case FactLayer::problem: return effect::kToldProblem;
        case FactLayer::implication: return effect::kToldImplication;
        case FactLayer::payoff: return effect::kToldPayoff;
        case FactLayer::personal: return effect::kToldPersonal;
        case FactLayer::timeline: return effect::kToldTimeline;
        default: return effect::kToldOther;
    }
}

// Asked whether there is trouble, who tells the trouble has said yes.
bool affirms(const Turn& turn, const SceneFact& fact) {
    const bool trouble = fact.layer == FactLayer::problem || fact.layer == FactLayer::implication;
    return turn.heard.yes_no && trouble && turn.sure(problem_question) && !turn.has(competition_question);
}

// In few words only what was asked for by name; what merely comes to mind has to stand by itself.
void tell(Turn& turn, int index, bool exact) {
    const SceneFact& fact = turn.scene.facts[index];
    const bool openly = turn.open_question();
    const auto argument = static_cast<std::uint8_t>(index);
    if (!openly && exact && affirms(turn, fact) && !turn.plan.answered())
        turn.plan.answer(BuyerMove::yes, fact.topic.value);
    turn.plan.answer(openly || !exact ? BuyerMove::disclose : BuyerMove::disclose_short, argument);
    turn.feel_part(worth_of(fact.layer), openly ? 100 : 60);
    if (openly) turn.feel(effect::kAskedOpenly);
}

// A well-read buyer asked openly about the set-up goes on by himself.
void tell_more(Turn& turn, int told) {
    if (turn.person.expertise != Expertise::expert || !turn.open_question()) return;
    const SceneFact& first = turn.scene.facts[told];
    if (first.layer != FactLayer::situation) return;
    for (int i = 0; i < turn.scene.fact_count; ++i) {
        const SceneFact& fact = turn.scene.facts[i];
        const bool fresh = i != told && (turn.before.disclosed & bit(i)) == 0 && fact.known_to_role;
        if (!fresh || fact.layer != FactLayer::situation || !trusted(turn, fact)) continue;
        if ((fact.needs & ~turn.before.disclosed) != 0) continue;
        turn.plan.answer(BuyerMove::disclose, static_cast<std::uint8_t>(i));
        return;
    }
}

void guard(Turn& turn, int index) {
    const SceneFact& fact = turn.scene.facts[index];
    if (turn.heard.asked == Asked::willing) return turn.plan.answer(BuyerMove::vague, fact.topic.value);
    const bool private_matter = fact.layer == FactLayer::money || fact.layer == FactLayer::personal;
    turn.feel(private_matter && !turn.knows(turn.scene.kinds.pain) ? effect::kPrivateTooSoon : effect::kGuarded);
    turn.plan.answer(BuyerMove::guard, static_cast<std::uint8_t>(index));
}

// Asked for what follows before what it follows from is told: people begin at the beginning. -1: not even that.
int beginning_of(const Turn& turn, int fact) {
    for (FactSet missing = turn.scene.facts[fact].needs & ~turn.before.disclosed; missing != 0;) {
        fact = std::countr_zero(missing);
        if (!turn.scene.facts[fact].known_to_role) return -1;
        missing = turn.scene.facts[fact].needs & ~turn.before.disclosed;
    }
    return fact;
}

void tell_from_the_beginning(Turn& turn, int wanted) {
    const int first = beginning_of(turn, wanted);
    if (first >= 0 && trusted(turn, turn.scene.facts[first])) return tell(turn, first, false);
    if (first >= 0) return guard(turn, first);
    turn.plan.answer(BuyerMove::vague, turn.scene.facts[wanted].topic.value);
}

// The same asked once more, or a question that goes on from it? "How bad is it?" after the trouble was told wants more.
bool asks_for_more(const Turn& turn, int told) {
    const SceneFact& fact = turn.scene.facts[told];
    return !turn.about(fact.topic) || turn.heard.refers_back || !turn.acts.any(fact.asked_by);
}

// Of what was told there is more to say, once.
bool has_more(const Turn& turn, const Finding& told_already) {
    const int told = told_already.fact;
    if (!told_already.exact && (turn.heard.yes_no || names_something(turn))) return false;
    if ((turn.before.elaborated & bit(told)) != 0) return false;
    return turn.open_question() || asks_for_more(turn, told) || (turn.scene.known_from_start & bit(told)) != 0;
}

void tell_again(Turn& turn, const Finding& told) {
    const bool more = asks_for_more(turn, told.fact);
    if (more && !told.exact) return turn.plan.answer(BuyerMove::vague, turn.scene.facts[told.fact].topic.value);
    if (!more && !turn.has(summary)) turn.feel(effect::kToldAlready);
    turn.plan.answer(BuyerMove::told_already, static_cast<std::uint8_t>(told.fact));
}

// "…would that answer it?" after a statement, or a friendly question beside a greeting: heard, and that is all.
bool wants_a_nod(const Turn& turn) {
    const bool said_something = turn.any(ActGroup::pitch) || turn.any(ActGroup::objection) ||
                                (turn.heard.sentences >= 2 && turn.heard.words >= kStatementWords);
    return !turn.open_question() && (said_something || (turn.plan.reacted() && turn.main_topic().none()));
}

// Asked about something of which this buyer has nothing to tell. Costs only where the question was surely understood.
void tell_nothing(Turn& turn) {
    const TopicId topic = turn.main_topic();
    const bool known = topic.value < kTopicsMax && turn.scene.facts_of_topic[topic.value] != 0;
    const bool understood = turn.heard.sure.any(question_functions()) && !topic.none();
    if (understood) turn.feel(effect::kNothingThere);
    if (!turn.acts.any(question_functions()) && wants_a_nod(turn)) {
        if (!turn.plan.reacted()) turn.plan.answer(BuyerMove::acknowledge);
        return;
    }
    const bool closed = turn.heard.yes_no && !turn.open_question();
    const bool trouble = turn.any(ActGroup::spin_deep);
    if (topic.none() || turn.heard.asked == Asked::willing || (known && (closed || !trouble))) {
        turn.plan.answer(BuyerMove::vague, topic.value);
    } else {
        turn.plan.answer(closed ? BuyerMove::no : BuyerMove::nothing_there, topic.value);
    }
}

}  // namespace

void take_answer_to_own_question(Turn& turn) {
    if (turn.done) return;
    const QuestionId pending = turn.before.pending;
    if (pending.none()) return;
    turn.after.pending = {};
    const SceneQuestion& question = turn.scene.questions[pending.value];
    const bool states = !turn.asks || turn.heard.checks_back;  // "…, does that answer it?" ends many an answer
    const bool on_topic = turn.about(question.topic) && states && !turn.heard.dismisses;
    const bool said_plainly = (turn.acts.empty() && turn.heard.words >= kPlainAnswerWords) ||
                              (turn.heard.checks_back && turn.heard.words >= kStatementWords);
    if (turn.acts.any(question.answered_by) || on_topic || said_plainly) {
        turn.after.questions_answered |= static_cast<std::uint16_t>(1U << pending.value);
        turn.feel(effect::kQuestionAnswered);
        return;
    }
    if (turn.any(ActGroup::social)) return;
    turn.feel(effect::kQuestionIgnored);
    const auto bit = static_cast<std::uint16_t>(1U << pending.value);
    if ((turn.before.questions_repeated & bit) != 0) return;  // asked twice in vain: lets it go
    turn.after.questions_repeated |= bit;
    turn.after.questions_asked &= static_cast<std::uint16_t>(~bit);
}

namespace {

// What was spoken of before goes before what comes to mind at large, when the question goes on from it.
bool stays_with_it(const Turn& turn, const Search& found) {
    return found.told.found() && (!found.broad.found() || turn.heard.refers_back || !turn.open_question());
}

// Asked by name for what is known, one says that before anything that merely hangs together with it.
bool means_what_was_told(const Turn& turn, const Search& found) {
    return found.told.exact && found.told.aim >= 7 && found.tell.aim < found.told.aim && has_more(turn, found.told);
}

void answer_with(Turn& turn, const Search& found) {
    if (found.tell.found() && !means_what_was_told(turn, found)) {
        tell(turn, found.tell.fact, found.tell.exact);
        tell_more(turn, found.tell.fact);
    } else if ((stays_with_it(turn, found) || found.told.exact) && has_more(turn, found.told)) {
        turn.plan.answer(BuyerMove::disclose, static_cast<std::uint8_t>(found.told.fact));
        if (turn.open_question()) turn.feel_part(effect::kAskedOpenly, 50);
    } else if (turn.plan.has(BuyerMove::object_cause)) {
        return;  // the question was about the objection, and that was answered
    } else if (found.locked.found()) {
        guard(turn, found.locked.fact);
    } else if (found.broad.found() && !stays_with_it(turn, found)) {
        tell(turn, found.broad.fact, false);
    } else if (found.told.found()) {
        tell_again(turn, found.told);
    } else if (found.elsewhere.found()) {
        turn.plan.answer(BuyerMove::not_my_field, turn.scene.facts[found.elsewhere.fact].topic.value);
    } else if (found.early.found()) {
        tell_from_the_beginning(turn, found.early.fact);
    } else if (turn.before.marks.has(Mark::bluffs) && turn.has(competition_question)) {
        turn.plan.answer(BuyerMove::vague);
    } else {
        tell_nothing(turn);
    }
}

// "What do you make of it?" asks for no fact but for how the customer stands.
void give_opinion(Turn& turn) {
    const Feelings& feels = turn.after.feels;
    const bool taken = feels.value >= kValueBuilt && feels.interest >= kTakenInterest;
    const bool cool = feels.interest < kAliveInterest && turn.any(ActGroup::pitch);
    turn.plan.answer(taken  ? BuyerMove::interested
                     : cool ? BuyerMove::shrug
                            : BuyerMove::vague,
                     turn.main_topic().value);
}

// "…, is that right?" after a recap that was right: saying so is the answer.
bool only_checks_the_recap(const Turn& turn) {
    return turn.heard.yes_no && !turn.open_question() && !turn.heard.sure.any(question_functions());
}

// "Does that answer it?" wants no fact; what was wrong with it is said by other rules, in the same breath.
void confirm_that_it_will_do(Turn& turn) {
    if (!turn.plan.reacted()) turn.plan.answer(BuyerMove::acknowledge);
}

// Something is on the customer's mind and was not said yet: what they came to say, or, asked for it, any doubt.
bool has_doubt_to_say(const Turn& turn) {
    if (!turn.before.open.none() || turn.after.turn < 2) return false;
    for (int i = 0; i < turn.scene.objection_count; ++i) {
        const bool fresh = !turn.before.handling({static_cast<std::uint8_t>(i)}).has(Handled::raised);
        const bool room = turn.before.objections_raised < turn.scene.rules.objections_max;
        const bool came_for_it =
            turn.scene.objections[i].pinned && turn.scene.kind == strategy::ConversationKind::objection_handling;
        const bool asked_for = turn.invites_doubt() || turn.asks_about(turn.scene.objections[i]);
        if (fresh && (came_for_it || (asked_for && room))) return true;
    }
    return false;
}

}  // namespace

void answer_question(Turn& turn) {
    if (turn.done || !asks_to_know(turn)) return;
    if (turn.plan.has(BuyerMove::confirm) && only_checks_the_recap(turn)) return;
    const Search found = search(turn);
    if (turn.heard.checks_back && !turn.open_question() && !found.tell.exact) return confirm_that_it_will_do(turn);
    if (turn.heard.asked == Asked::opinion && !found.tell.exact) return give_opinion(turn);
    // Beside a proposal, the proposal is what waits for an answer; and who has come to object does, when asked at
    // large.
    if (turn.any(ActGroup::advance) && (turn.heard.yes_no || !found.tell.exact)) return;
    if (has_doubt_to_say(turn) && !found.tell.exact && !found.told.exact &&
        (turn.open_question() || turn.invites_doubt()))
        return;
    answer_with(turn, found);
}

namespace {

bool told_something(const Turn& turn) {
    return turn.plan.has(BuyerMove::disclose) || turn.plan.has(BuyerMove::disclose_short);
}

void tire_spot_buyer(Turn& turn) {
    const bool idle =
        turn.acts.any(question_functions() - ActSet{situation_question, criteria_question, timeline_question});
    const bool late = turn.after.turn > turn.scene.rules.quote_within && !turn.before.marks.has(Mark::price_heard);
    if ((idle || late) && !turn.heard.quotes_price) {
        turn.feel(effect::kSlowForSpot);
        if (!turn.is(Mark::hurried) || turn.after.turn % 3 == 0) turn.plan.react(BuyerMove::hurry);
    }
}

}  // namespace

void tire_of_questions(Turn& turn) {
    if (turn.done) return;
    if (turn.scene.rules.quote_wins) return tire_spot_buyer(turn);
    Tally& tally = turn.after.tally;
    const bool deep = turn.any(ActGroup::spin_deep) && told_something(turn);
    const bool hypothesis = turn.has(insight) || turn.has(summary);
    const bool with_me = turn.listened() || deep || follows_on(turn) || turn.plan.has(BuyerMove::object_cause);
    if (with_me) tally.question_row = 0;
    if (!turn.has(situation_question) || hypothesis) tally.situation_row = 0;
    if (!asks_to_know(turn) || !turn.heard.sure.any(question_functions())) return;  // misheard is not counted
    if (!with_me) count(tally.question_row);
    if (turn.has(situation_question) && !hypothesis) count(tally.situation_row);
    const bool expert = turn.person.expertise == Expertise::expert;
    const int patience_for = std::max(1, turn.scene.rules.situation_questions - (expert ? 1 : 0));
    if (tally.situation_row > patience_for)
        turn.feel(expert ? effect::kExpertBored : effect::kTooManyFacts);
    else if (tally.question_row > patience_for + 1)
        turn.feel(effect::kInterrogated);
}

// Who asks well and then presses in the same breath is not told after all.
void keep_gates(Turn& turn) {
    turn.plan.reconsider([&](PlannedMove planned) {
        const bool tells = planned.move == BuyerMove::disclose || planned.move == BuyerMove::disclose_short;
        if (!tells || turn.before.told(planned.fact()) || trusted(turn, turn.scene.facts[planned.argument]))
            return planned;
        return PlannedMove{BuyerMove::guard, planned.argument};
    });
}

}  // namespace praxis::buyer::rules
