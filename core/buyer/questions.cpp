#include <algorithm>
#include <bit>

#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::Disclosure;
using strategy::Expertise;
using strategy::FactLayer;

namespace {

constexpr FactSet bit(int i) {
    return FactSet{1} << i;
}

constexpr ActSet functions() {
    return acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify);
}

// Does this turn ask for something the buyer could tell, rather than for leave, a date or a nod?
bool asks_to_know(const Turn& turn) {
    if (!turn.asks) return false;
    if (turn.acts.any(functions())) return true;
    return !turn.acts.any({permission, agenda, next_step, close, summary, objection_confirmed, objection_clarified,
                           small_talk, sign_off, discount_offer});
}

// Who decides, by when, with what money: the act alone says what is meant, whatever else is named beside it.
bool named_by_act(FactLayer layer) {
    switch (layer) {
        case FactLayer::criteria:
        case FactLayer::money:
        case FactLayer::authority:
        case FactLayer::process:
        case FactLayer::timeline:
        case FactLayer::competition:
        case FactLayer::stakeholders:
        case FactLayer::request: return true;
        default: return false;
    }
}

bool about_thread(const Turn& turn, const SceneFact& fact) {
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    return std::any_of(turn.heard.topics.begin(), turn.heard.topics.begin() + n,
                       [&](TopicId topic) { return fact.thread.has(topic); });
}

// 0 = not about it; else how exactly the question points at the fact: at its topic, at what it follows from, at what
// was last spoken of.
int aim(const Turn& turn, const SceneFact& fact) {
    if (turn.about(fact.topic)) return fact.topic == turn.main_topic() ? 8 : 7;
    if (about_thread(turn, fact)) return 6;
    if (turn.heard.refers_back && fact.topic == turn.before.last_topic) return 5;
    if (turn.heard.refers_back && fact.thread.has(turn.before.last_topic)) return 4;
    if (named_by_act(fact.layer)) return 2;
    if (turn.heard.topic_count > 0) return 0;
    if (fact.topic == turn.before.last_topic || fact.thread.has(turn.before.last_topic)) return 3;
    const bool broad = fact.layer == FactLayer::situation || fact.layer == FactLayer::problem;
    return broad && turn.before.last_topic.none() ? 1 : 0;
}

// How well the question's function fits the fact. A function that is not sure may have been misread: then a question
// about the very topic still gets what anybody would tell of it.
enum class Fit { none, loose, fitting };

Fit fit_of(const Turn& turn, const SceneFact& fact, bool plain) {
    if (turn.acts.any(fact.asked_by)) return Fit::fitting;
    if (!plain) return Fit::none;  // a question without a recognised function opens only what anybody would tell
    if (!turn.acts.any(functions()) && turn.open_question()) return Fit::fitting;
    const bool surely_other = turn.heard.sure.any(functions());
    return turn.about(fact.topic) && !surely_other ? Fit::loose : Fit::none;
}

int gate_of(const Turn& turn, const SceneFact& fact) {
    if (fact.trust == 0) return 0;
    const int shift = turn.person.disclosure == Disclosure::open      ? -4
                      : turn.person.disclosure == Disclosure::guarded ? 4
                                                                      : 0;
    return std::clamp(fact.trust + shift, 0, 100);
}

bool trusted(const Turn& turn, const SceneFact& fact) {
    return turn.after.feels.trust >= gate_of(turn, fact) && !turn.soured;
}

struct Finding {
    int fact = -1;
    int score = -100;
    void offer(int candidate, int its_score) {
        if (its_score <= score) return;
        fact = candidate;
        score = its_score;
    }
    bool found() const { return fact >= 0; }
};

// What a question finds among what the buyer knows, the best of each sort.
struct Search {
    Finding tell, fuller, told, locked, early, elsewhere;
};

// The deepest fitting fact wins. A loose fit stands below all that fits, and there the plainest wins.
int score_of(const SceneFact& fact, int aimed, Fit fit) {
    const int deep = strategy::depth(fact.layer) * 10;
    return (fit == Fit::loose ? -deep : deep) + aimed + (fact.needs != 0 ? 1 : 0);
}

// Others do not fit any question of this turn.
FactSet askable(const Turn& turn) {
    FactSet some = turn.scene.kinds.plain;
    for (std::uint64_t left = turn.acts.bits(); left != 0; left &= left - 1)
        some |= turn.scene.facts_asked_by[static_cast<std::size_t>(std::countr_zero(left))];
    return some;
}

Search search(const Turn& turn) {
    Search found;
    for (FactSet left = askable(turn); left != 0; left &= left - 1) {
        const int i = std::countr_zero(left);
        const SceneFact& fact = turn.scene.facts[static_cast<std::size_t>(i)];
        const Fit fit = fit_of(turn, fact, (turn.scene.kinds.plain & bit(i)) != 0);
        const int aimed = fit == Fit::none ? 0 : aim(turn, fact);
        if (aimed == 0) continue;
        const int score = score_of(fact, aimed, fit);
        if ((turn.before.disclosed & bit(i)) != 0) {
            const bool shortly = (turn.before.brief & bit(i)) != 0 && turn.open_question();
            (shortly ? found.fuller : found.told).offer(i, aimed * 10);
        } else if (!fact.known_to_role) {
            found.elsewhere.offer(i, score);
        } else if ((fact.needs & ~turn.before.disclosed) != 0) {
            found.early.offer(i, score);
        } else if (!trusted(turn, fact)) {
            found.locked.offer(i, score);
        } else {
            found.tell.offer(i, score);
        }
    }
    return found;
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

void tell(Turn& turn, int index) {
    const SceneFact& fact = turn.scene.facts[index];
    const bool openly = turn.open_question();
    const auto argument = static_cast<std::uint8_t>(index);
    if (turn.heard.yes_no && !openly && !turn.plan.answered())
        turn.plan.answer(turn.heard.negated ? BuyerMove::no : BuyerMove::yes, fact.topic.value);
    turn.plan.answer(openly ? BuyerMove::disclose : BuyerMove::disclose_short, argument);
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
        turn.plan.answer(BuyerMove::disclose_short, static_cast<std::uint8_t>(i));
        return;
    }
}

void guard(Turn& turn, int index) {
    const SceneFact& fact = turn.scene.facts[index];
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
    if (first >= 0 && trusted(turn, turn.scene.facts[first])) return tell(turn, first);
    turn.plan.answer(BuyerMove::vague, turn.scene.facts[wanted].topic.value);
}

// "…would that answer it?" after a statement, or a friendly question beside a greeting: heard, and that is all.
bool wants_a_nod(const Turn& turn) {
    const bool said_something = turn.heard.sentences >= 2 || turn.any(ActGroup::pitch) || turn.any(ActGroup::objection);
    return !turn.open_question() && (said_something || (turn.plan.reacted() && turn.main_topic().none()));
}

// Asked about something of which this buyer has nothing to tell.
void tell_nothing(Turn& turn) {
    const TopicId topic = turn.main_topic();
    if (turn.acts.any(functions())) {
        turn.feel(effect::kNothingThere);
    } else if (wants_a_nod(turn)) {
        if (!turn.plan.reacted()) turn.plan.answer(BuyerMove::acknowledge);
        return;
    }
    if (turn.heard.yes_no && !turn.open_question()) {
        const bool known = topic.value < kTopicsMax && turn.scene.facts_of_topic[topic.value] != 0;
        turn.plan.answer(known ? BuyerMove::vague : BuyerMove::no, topic.value);
    } else if (topic.none()) {
        turn.plan.answer(turn.acts.any(functions()) ? BuyerMove::vague : BuyerMove::ask_back);
    } else {
        const bool deep = turn.any(ActGroup::spin_deep);
        const bool known = topic.value < kTopicsMax && turn.scene.facts_of_topic[topic.value] != 0;
        turn.plan.answer(known && !deep ? BuyerMove::vague : BuyerMove::nothing_there, topic.value);
    }
}

}  // namespace

void take_answer_to_own_question(Turn& turn) {
    if (turn.done) return;
    const QuestionId pending = turn.before.pending;
    if (pending.none()) return;
    turn.after.pending = {};
    const SceneQuestion& question = turn.scene.questions[pending.value];
    const bool on_topic = turn.about(question.topic) && !turn.asks;
    const bool said_plainly = turn.acts.empty() && turn.heard.words >= kPlainAnswerWords;
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

void answer_question(Turn& turn) {
    if (turn.done || !asks_to_know(turn)) return;
    const Search found = search(turn);
    if (found.tell.found()) {
        tell(turn, found.tell.fact);
        tell_more(turn, found.tell.fact);
    } else if (found.fuller.found()) {
        turn.plan.answer(BuyerMove::disclose, static_cast<std::uint8_t>(found.fuller.fact));
    } else if (turn.plan.has(BuyerMove::object_cause)) {
        return;  // the question was about the objection, and that was answered
    } else if (found.locked.found()) {
        guard(turn, found.locked.fact);
    } else if (found.told.found()) {
        turn.feel(turn.has(summary) ? Effect{} : effect::kToldAlready);
        turn.plan.answer(BuyerMove::told_already, static_cast<std::uint8_t>(found.told.fact));
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

namespace {

bool told_something(const Turn& turn) {
    return turn.plan.has(BuyerMove::disclose) || turn.plan.has(BuyerMove::disclose_short);
}

void tire_spot_buyer(Turn& turn) {
    const bool idle = turn.acts.any(functions() - ActSet{situation_question, criteria_question, timeline_question});
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
    if (turn.listened() || deep || turn.plan.has(BuyerMove::object_cause)) tally.question_row = 0;
    if (!turn.has(situation_question) || hypothesis) tally.situation_row = 0;
    if (!asks_to_know(turn)) return;
    if (!turn.listened() && !deep) count(tally.question_row);
    if (turn.has(situation_question) && !hypothesis) count(tally.situation_row);
    const bool expert = turn.person.expertise == Expertise::expert;
    const int patience_for = std::max(1, turn.scene.rules.situation_questions - (expert ? 1 : 0));
    if (tally.situation_row > patience_for) turn.feel(expert ? effect::kExpertBored : effect::kTooManyFacts);
    if (tally.question_row > patience_for + 1) turn.feel(effect::kInterrogated);
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
