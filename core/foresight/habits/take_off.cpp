#include <algorithm>

#include "core/foresight/habits/rewrite.hpp"
#include "core/foresight/habits/utterance.hpp"

namespace praxis::foresight::habits {
namespace {

using buyer::FactSet;
using buyer::Handled;
using buyer::Mark;
using strategy::FactLayer;
using enum Act;

constexpr std::uint32_t kGuessSlot = 0x600;
constexpr std::int64_t kTenPercent = 10'000;  // in thousandths
constexpr std::uint8_t kEnoughTimes = 2;

void drop(Observation& said, ActSet acts) {
    said.acts = said.acts - acts;
}

// A question that loses its function is one about the set-up.
void drop_function(Observation& said, ActSet acts) {
    if (!said.acts.any(acts)) return;
    drop(said, acts);
    if (!said.acts.any(functions()) && said.acts.any(acts_of(ActGroup::any_question)))
        said.acts.insert(situation_question);
}

bool undisturbed(const Moment& at) {
    const buyer::State& state = at.state;
    return state.open.none() && state.pending.none() && !state.marks.has(Mark::price_asked) &&
           !state.marks.has(Mark::discount_asked) && !state.marks.has(Mark::step_taken);
}

// Something of which no problem was told, for a benefit that answers nothing.
TopicId beside_the_point(const Moment& at) {
    for (std::uint8_t i = 0; i < at.scene.pain_count; ++i)
        if (!pain_told(at.state, at.scene, at.scene.pains[i])) return at.scene.pains[i];
    for (std::uint8_t i = 0; i < at.scene.topic_count; ++i)
        if (!pain_told(at.state, at.scene, {i})) return {i};
    return {};
}

void untie(const Moment& at, Observation& said) {
    if (!said.acts.any(kBenefits) || !presents(at, said)) return;
    const TopicId topic = beside_the_point(at);
    if (topic.none()) {
        drop(said, kBenefits);
        said.acts.insert(feature_dump);
    }
    said.refers_back = false;
    turn_to(said, topic);
}

void present_early(const Moment& at, Memory& memory, Observation& said) {
    const bool early = at.turn >= 2 && memory.times < kEnoughTimes && (at.state.disclosed & at.scene.kinds.pain) == 0;
    if (!early || !undisturbed(at)) return;
    said.acts.insert(value_statement);
    if (at.scene.pain_count > 0) add_topic(said, at.scene.pains[0]);
    ++memory.times;
}

void name_price_early(const Moment& at, Memory& memory, Observation& said) {
    const bool early = at.turn >= 3 && memory.times == 0 && !at.state.marks.has(Mark::price_heard) &&
                       (at.state.disclosed & at.scene.kinds.implication) == 0 && !at.scene.rules.quote_wins;
    if (!early || !undisturbed(at) || at.scene.price.list <= 0) return;
    said.acts.insert(price_talk);
    said.quotes_price = true;
    add_amount(said, AmountKind::money, at.scene.price.list);
    ++memory.times;
}

void give_away(const Moment& at, Memory& memory, Observation& said) {
    const bool asked = at.state.marks.has(Mark::discount_asked);
    if (!asked && !said.trade && !said.acts.has(discount_offer)) return;
    if (asked) said = say({});
    said.trade = false;
    if (said.acts.has(discount_offer)) return;
    said.acts.insert(discount_offer);
    if (memory.times < 0xff) ++memory.times;
    add_amount(said, AmountKind::percent, kTenPercent * std::min<int>(memory.times, 3));
}

void quote_late(const Moment& at, Observation& said) {
    const bool early = at.turn <= static_cast<std::uint32_t>(at.scene.rules.quote_within) + 1;
    if (!at.scene.rules.quote_wins || !early || !said.acts.any({price_talk, close})) return;
    said = say({situation_question, open_question}, at.state.last_topic);
}

void not_ask_for_order(const Moment& at, Observation& said) {
    if (!said.acts.has(close)) return;
    drop(said, {close});
    if (at.scene.rules.quote_wins) {
        drop(said, acts_of(ActGroup::any_question));
        said.acts.insert(hedging);
    } else {
        said.acts.insert(next_step);
    }
}

// What a rep should leave is done, but not at every occasion: that would only show that anything can be overdone.
bool misbehave(bool occasion, Memory& memory, ActSet acts, Observation& said) {
    if (!occasion || memory.times >= kEnoughTimes) return false;
    said.acts = said.acts | acts;
    ++memory.times;
    return true;
}

void ask_for_facts(const Moment& at, Memory& memory, Observation& said) {
    const bool due = at.turn >= 3 && at.turn % 2 == 1 && memory.times < kEnoughTimes + 1 && undisturbed(at);
    if (!due || at.scene.topic_count == 0) return;
    said = say({situation_question, closed_question},
               TopicId{static_cast<std::uint8_t>((at.turn / 2 + memory.times) % at.scene.topic_count)});
    ++memory.times;
}

FactSet of_layer(const Moment& at, FactLayer layer) {
    return at.scene.facts_of_layer[static_cast<std::size_t>(layer)];
}

// Who never asks what is behind an objection answers what he thinks is; the next time something else.
void guess_cause(const Moment& at, const Memory& memory, buyer::State& seen) {
    const ObjectionId open = at.state.open;
    if (open.none() || at.state.handling(open).has(Handled::cause_told)) return;
    const std::uint32_t causes = at.scene.objections[open.value].cause_count;
    const std::uint32_t first = pick(chance(at.seed, kRep.value, open.value, kGuessSlot), causes);
    seen.handle(open, Handled::cause_told);
    seen.causes[open.value] = static_cast<std::uint8_t>((first + memory.times) % causes);
}

}  // namespace

bool presents(const Moment& at, const Observation& said) {
    if (!at.state.open.none() || said.acts.has(objection_answered)) return false;
    const QuestionId pending = at.state.pending;
    return pending.none() || !said.acts.any(at.scene.questions[pending.value].answered_by);
}

buyer::State as_taken_without(Habit habit, const Moment& at, const Memory& memory) {
    buyer::State seen = at.state;
    if (memory.through) {
        seen.disclosed |=
            of_layer(at, FactLayer::problem) | of_layer(at, FactLayer::implication) | of_layer(at, FactLayer::payoff);
        seen.valued = {~std::uint64_t{0}, ~std::uint64_t{0}};
    }
    switch (habit) {
        case Habit::asks_problems: seen.disclosed |= of_layer(at, FactLayer::problem); break;
        case Habit::asks_consequences: seen.disclosed |= of_layer(at, FactLayer::implication); break;
        case Habit::asks_worth: seen.disclosed |= of_layer(at, FactLayer::payoff); break;
        case Habit::asks_who_decides: seen.disclosed |= at.scene.kinds.path; break;
        case Habit::asks_timing: seen.disclosed |= at.scene.kinds.timeline & ~at.scene.kinds.disqualifying; break;
        case Habit::asks_behind_objections: guess_cause(at, memory, seen); break;
        case Habit::answers_objections: seen.open = {}; break;
        case Habit::answers_questions:
            seen.pending = {};
            seen.marks.erase(Mark::price_asked);
            break;
        default: break;
    }
    return seen;
}

void take_off(Habit habit, const Moment& at, Memory& memory, Observation& said) {
    const bool benefit = said.acts.any(kBenefits);
    const bool advances = said.acts.any({next_step, close});
    switch (habit) {
        case Habit::greets: return drop(said, {greeting, rapport});
        case Habit::frames: return drop(said, {agenda, permission});
        case Habit::asks_first: return present_early(at, memory, said);
        case Habit::asks_openly:
            if (!said.acts.has(open_question)) return;
            drop(said, {open_question});
            said.acts.insert(closed_question);
            said.yes_no = true;
            return;
        case Habit::asks_problems: return drop_function(said, {problem_question});
        case Habit::asks_consequences: return drop_function(said, {implication_question});
        case Habit::asks_worth: return drop_function(said, {need_payoff_question});
        case Habit::asks_who_decides:
            return drop_function(said, {authority_question, decision_process_question, stakeholder_mapping});
        case Habit::asks_timing: return drop_function(said, {timeline_question});
        case Habit::asks_few_facts: return ask_for_facts(at, memory, said);
        case Habit::recaps:
            drop(said, {summary});
            said.overlap = 0;
            return;
        case Habit::shows_understanding: return drop(said, {empathy});
        case Habit::takes_up_objections:
            drop(said, {objection_acknowledged});
            if (!at.state.open.none()) drop(said, {empathy});  // there it says the same
            return;
        case Habit::asks_behind_objections:
            drop(said, {objection_clarified});
            if (said.acts.has(objection_answered)) ++memory.times;
            return;
        case Habit::answers_objections: return drop(said, {objection_answered});
        case Habit::ties_benefits: return untie(at, said);
        case Habit::puts_in_figures:
            if (!said.acts.has(quantified_value)) return;
            drop(said, {quantified_value});
            said.acts.insert(value_statement);
            return;
        case Habit::brings_proof:
            drop(said, {social_proof});
            said.proofs = 0;
            return;
        case Habit::admits_limits: said.limit_admitted = false; return;
        case Habit::brings_insight: return drop(said, {insight});
        case Habit::answers_questions: return;
        case Habit::waits_with_price: return name_price_early(at, memory, said);
        case Habit::trades: return give_away(at, memory, said);
        case Habit::quotes_in_time: return quote_late(at, said);
        case Habit::dates_steps:
            said.names_date = said.names_owner = false;
            return drop_amounts(said, AmountKind::date);
        case Habit::recommends: said.recommends = false; return;
        case Habit::asks_for_order: return not_ask_for_order(at, said);
        case Habit::leaves_room: misbehave(benefit, memory, {monologue, feature_dump}, said); return;
        case Habit::speaks_plainly: misbehave(benefit, memory, {jargon}, said); return;
        case Habit::leaves_alone: misbehave(advances, memory, {pressure}, said); return;
        case Habit::stays_true: said.overclaim = said.overclaim || misbehave(benefit, memory, {}, said); return;
    }
}

}  // namespace praxis::foresight::habits
