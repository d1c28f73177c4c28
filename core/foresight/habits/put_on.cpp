#include <algorithm>
#include <bit>

#include "core/buyer/rep_model.hpp"
#include "core/foresight/habits/rewrite.hpp"
#include "core/foresight/habits/utterance.hpp"

namespace praxis::foresight::habits {
namespace {

using buyer::FactSet;
using buyer::Handled;
using buyer::Mark;
using strategy::FactLayer;
using strategy::Logic;
using strategy::ProofKind;
using enum Act;

constexpr std::uint8_t kAskedOften = 6;     // then even the keenest lets it go
constexpr std::uint8_t kRecapPercent = 40;  // of the customer's own words
constexpr ActSet kDeeds = acts_of(ActGroup::any_question) | acts_of(ActGroup::pitch) | acts_of(ActGroup::advance) |
                          acts_of(ActGroup::commercial);

// Nothing of the customer's lies on the table, and the rep is not about to leave.
bool undisturbed(const Moment& at, const Observation& said) {
    const buyer::State& state = at.state;
    return state.open.none() && state.pending.none() && !state.marks.has(Mark::price_asked) &&
           !state.marks.has(Mark::discount_asked) && !state.marks.has(Mark::step_taken) && !said.acts.has(sign_off) &&
           !said.disqualifies;
}

bool late(const Moment& at) {
    return at.turn * 3 > static_cast<std::uint32_t>(at.scene.rules.turns) * 2;
}

bool knows(const Moment& at, FactSet facts) {
    return (at.state.disclosed & facts) != 0;
}

// Asks this in place of what would have been said, but not twice in a row and not for ever.
void ask_instead(Act function, TopicId topic, const Moment& at, Memory& memory, Observation& said) {
    const bool just_asked = memory.last != 0 && memory.last + 1 == at.turn;
    if (said.acts.has(function) || just_asked || memory.times >= kAskedOften || late(at)) return;
    if (!undisturbed(at, said)) return;
    said = say({function, open_question}, topic);
    ++memory.times;
    memory.last = at.turn;
}

void ask_for_problem(const Moment& at, Memory& memory, Observation& said) {
    if (at.turn < 2 || knows(at, at.scene.kinds.pain) || at.scene.pain_count == 0) return;
    ask_instead(problem_question, at.scene.pains[at.turn % at.scene.pain_count], at, memory, said);
}

// The pain of which this layer is told and the next is not.
TopicId next_layer(const Moment& at, FactLayer has, FactLayer wants) {
    for (std::uint8_t i = 0; i < at.scene.pain_count; ++i) {
        const TopicId topic = at.scene.pains[i];
        if (told(at.state, at.scene, topic, has) && !told(at.state, at.scene, topic, wants)) return topic;
    }
    return {};
}

struct Layers {
    Act function;
    FactLayer has, wants;
};
constexpr Layers kConsequence{implication_question, FactLayer::problem, FactLayer::implication};
constexpr Layers kWorth{need_payoff_question, FactLayer::implication, FactLayer::payoff};

void ask_deeper(const Layers& layers, const Moment& at, Memory& memory, Observation& said) {
    const TopicId topic = next_layer(at, layers.has, layers.wants);
    if (!topic.none()) ask_instead(layers.function, topic, at, memory, said);
}

void present_nothing_yet(const Moment& at, Memory& memory, Observation& said) {
    constexpr ActSet kPresents = kBenefits | ActSet{feature_dump};
    if (knows(at, at.scene.kinds.pain) || !said.acts.any(kPresents) || !presents(at, said)) return;
    said.acts = said.acts - kPresents;
    if ((said.acts - acts_of(ActGroup::social)).empty()) ask_for_problem(at, memory, said);
}

void open_up(Observation& said) {
    if (!said.acts.has(closed_question) || !said.acts.any(functions())) return;
    said.acts.erase(closed_question);
    said.acts.insert(open_question);
    said.yes_no = false;
}

void recap(const Moment& at, Observation& said) {
    const FactId last = at.state.last_fact;
    if (last.none() || !at.state.told(last) || !at.state.open.none() || !said.acts.any(kDeeds)) return;
    if ((at.state.recapped >> last.value & 1) != 0) return;
    said.acts.insert(summary);
    said.overlap = std::max(said.overlap, kRecapPercent);
}

// The competent rep's own way with an objection.
void handle_objection(const Moment& at, Observation& said) {
    if (at.state.open.none() || said.acts.any({objection_answered, objection_clarified})) return;
    said = buyer::next_observation(buyer::RepKind::discoverer, at.state, at.scene, at.seed, std::max(at.turn, 3U));
}

// To a problem that was told and has no benefit yet, else to any that was told.
TopicId answered_pain(const Moment& at) {
    TopicId any;
    for (std::uint8_t i = 0; i < at.scene.pain_count; ++i) {
        const TopicId topic = at.scene.pains[i];
        if (!pain_told(at.state, at.scene, topic)) continue;
        if ((at.state.valued[topic.value / 64] >> (topic.value % 64) & 1) == 0) return topic;
        if (any.none()) any = topic;
    }
    return any;
}

void tie(const Moment& at, Observation& said) {
    if (!said.acts.any(kBenefits) || !presents(at, said)) return;
    if (said.topic_count > 0 && pain_told(at.state, at.scene, said.topics[0])) return;
    if (const TopicId topic = answered_pain(at); !topic.none()) turn_to(said, topic);
}

bool believed(Logic logic, ProofKind kind) {
    switch (logic) {
        case Logic::numbers: return kind == ProofKind::data || kind == ProofKind::calculation;
        case Logic::references: return kind == ProofKind::reference || kind == ProofKind::expert;
        case Logic::trial: return kind == ProofKind::trial || kind == ProofKind::guarantee;
        case Logic::relationship: return kind == ProofKind::reference || kind == ProofKind::guarantee;
        case Logic::rules: return kind == ProofKind::certificate || kind == ProofKind::data;
    }
    return false;
}

// As if the rep had found out what this person believes: the one thing looked at here that has to be learnt elsewhere.
void prove(const Moment& at, Observation& said) {
    if (!said.acts.any(kBenefits) && !said.acts.has(objection_answered)) return;
    const Logic logic = at.scene.people[at.state.person].logic;
    for (std::uint8_t i = 0; i < at.scene.proof_count; ++i)
        if (believed(logic, at.scene.proofs[i].kind)) said.proofs |= static_cast<std::uint16_t>(1U << i);
    if (said.proofs != 0) said.acts.insert(social_proof);
}

void teach(const Moment& at, Observation& said) {
    if (at.turn < 2 || at.state.tally.insights >= 2 || !undisturbed(at, said) || !said.acts.any(kDeeds)) return;
    said.acts.insert(insight);
    if (at.scene.pain_count > 0) add_topic(said, at.scene.pains[at.turn % at.scene.pain_count]);
}

void name_price(Observation& said, std::int64_t milli) {
    said.acts.insert(price_talk);
    if (said.quotes_price || milli <= 0) return;
    said.quotes_price = true;
    add_amount(said, AmountKind::money, milli);
}

void answer_question(const Moment& at, Observation& said) {
    if (at.state.marks.has(Mark::price_asked) && !at.scene.rules.quote_wins) name_price(said, at.scene.price.list);
    if (at.state.pending.none()) return;
    const buyer::SceneQuestion& question = at.scene.questions[at.state.pending.value];
    if (question.answered_by.empty() || said.acts.any(question.answered_by)) return;
    said.acts.insert(static_cast<Act>(std::countr_zero(question.answered_by.bits())));
    add_topic(said, question.topic);
}

void wait_with_price(const Moment& at, Memory& memory, Observation& said) {
    const bool due = knows(at, at.scene.kinds.implication) || at.state.marks.has(Mark::price_asked) ||
                     at.state.marks.has(Mark::discount_asked) || at.scene.rules.quote_wins;
    if (due || !said.acts.any({price_talk, discount_offer})) return;
    said.acts = said.acts - ActSet{price_talk, discount_offer};
    said.quotes_price = false;
    drop_amounts(said, AmountKind::money);
    drop_amounts(said, AmountKind::percent);
    if (!said.acts.empty()) return;
    ask_for_problem(at, memory, said);
    if (said.acts.empty()) ask_deeper(kConsequence, at, memory, said);
}

// Between floor and list, with the request read back and a day named.
void quote_now(const Moment& at, Observation& said) {
    const bool due = at.scene.rules.quote_wins && at.turn >= 2 && at.state.offer_milli == 0 && at.state.open.none();
    if (!due || at.scene.request.list <= 0 || said.acts.has(price_talk)) return;
    said = say({summary, price_talk}, at.state.last_topic);
    said.quotes_price = said.names_date = true;
    said.overlap = kRecapPercent;
    add_amount(said, AmountKind::money, (at.scene.request.list * 3 + at.scene.request.floor) / 4);
    add_amount(said, AmountKind::date, 0);
}

void ask_for_order(const Moment& at, Memory& memory, Observation& said) {
    const bool buys = at.scene.rules.quote_wins || at.scene.kind == strategy::ConversationKind::negotiation;
    if (!buys || !at.state.marks.has(Mark::price_heard)) return;
    const std::uint8_t asked = memory.times;
    ask_instead(close, {}, at, memory, said);
    if (memory.times == asked) return;
    said = say({close, closed_question});
    said.yes_no = said.recommends = true;
    said.names_date = at.scene.rules.quote_wins;
}

void date(const Moment& at, Observation& said) {
    const bool quoting = at.scene.rules.quote_wins && said.quotes_price;
    if (said.acts.any({next_step, close}) || quoting) said.names_date = said.names_owner = true;
}

void ask_no_more_facts(const Moment& at, Memory& memory, Observation& said) {
    const bool only_that = (said.acts & functions()) == ActSet{situation_question};
    if (!only_that || at.scene.rules.quote_wins || at.state.tally.situation_row == 0) return;
    said.acts.erase(situation_question);
    said.acts.insert(problem_question);
    if (memory.times < 0xff) ++memory.times;
}

}  // namespace

void put_on(Habit habit, const Moment& at, Memory& memory, Observation& said) {
    const bool benefit = said.acts.any(kBenefits);
    const bool answers = said.acts.has(objection_answered);
    const bool advances = said.acts.any({next_step, close});
    const ObjectionId open = at.state.open;
    switch (habit) {
        case Habit::greets:
            if (at.turn == 1) said.acts = said.acts | ActSet{greeting, rapport};
            return;
        case Habit::frames:
            if (at.turn <= 2 && !at.state.marks.has(Mark::agenda_known)) said.acts.insert(agenda);
            if (at.turn <= 2 && at.state.tally.permissions == 0) said.acts.insert(permission);
            return;
        case Habit::asks_first: return present_nothing_yet(at, memory, said);
        case Habit::asks_openly: return open_up(said);
        case Habit::asks_problems: return ask_for_problem(at, memory, said);
        case Habit::asks_consequences: return ask_deeper(kConsequence, at, memory, said);
        case Habit::asks_worth: return ask_deeper(kWorth, at, memory, said);
        case Habit::asks_who_decides:
            if (knows(at, at.scene.kinds.pain) && at.scene.kinds.path != 0 && !knows(at, at.scene.kinds.path))
                ask_instead(decision_process_question, {}, at, memory, said);
            return;
        case Habit::asks_timing:
            if (knows(at, at.scene.kinds.pain) && at.scene.kinds.timeline != 0 && !knows(at, at.scene.kinds.timeline))
                ask_instead(timeline_question, {}, at, memory, said);
            return;
        case Habit::asks_few_facts: return ask_no_more_facts(at, memory, said);
        case Habit::recaps: return recap(at, said);
        case Habit::shows_understanding:
            if (at.state.previous == PreviousKind::pain && open.none()) said.acts.insert(empathy);
            return;
        case Habit::takes_up_objections:
            if (!open.none() && !at.state.handling(open).has(Handled::acknowledged))
                said.acts.insert(objection_acknowledged);
            return;
        case Habit::asks_behind_objections:
            if (!open.none() && !at.state.handling(open).has(Handled::cause_told) &&
                !said.acts.has(objection_clarified))
                said = say({objection_clarified, open_question}, at.scene.objections[open.value].topic);
            return;
        case Habit::answers_objections: return handle_objection(at, said);
        case Habit::ties_benefits: return tie(at, said);
        case Habit::puts_in_figures:
            if (!said.acts.has(value_statement)) return;
            said.acts.erase(value_statement);
            said.acts.insert(quantified_value);
            return;
        case Habit::brings_proof: return prove(at, said);
        case Habit::admits_limits:
            if (at.state.tally.limits == 0 && (benefit || answers || advances)) said.limit_admitted = true;
            return;
        case Habit::brings_insight: return teach(at, said);
        case Habit::answers_questions: return answer_question(at, said);
        case Habit::waits_with_price: return wait_with_price(at, memory, said);
        case Habit::trades:
            if (said.acts.has(discount_offer)) said.trade = true;
            return;
        case Habit::quotes_in_time: return quote_now(at, said);
        case Habit::dates_steps: return date(at, said);
        case Habit::recommends: said.recommends = said.recommends || advances; return;
        case Habit::asks_for_order: return ask_for_order(at, memory, said);
        case Habit::leaves_room: said.acts = said.acts - ActSet{monologue, feature_dump}; return;
        case Habit::speaks_plainly: said.acts.erase(jargon); return;
        case Habit::leaves_alone: said.acts.erase(pressure); return;
        case Habit::stays_true: said.overclaim = said.disparages = false; return;
    }
}

}  // namespace praxis::foresight::habits
