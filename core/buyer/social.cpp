#include <algorithm>
#include <bit>

#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::Style;

void greet_back(Turn& turn) {
    if (!turn.done && turn.heard.phatic && !turn.has(small_talk)) turn.plan.react(BuyerMove::small_talk);
    if (turn.done || !turn.has(greeting) || turn.is(Mark::met)) return;
    turn.mark(Mark::met);
    turn.feel(effect::kGreeting);
    turn.plan.react(BuyerMove::greet);
}

void take_rapport(Turn& turn) {
    if (turn.done || !turn.has(rapport)) return;
    switch (turn.before.tally.rapport) {
        case 0: turn.feel(effect::kRapport); break;
        case 1: turn.feel(effect::kRapportAgain); break;
        default:
            if (turn.asks || turn.listened()) break;  // a kind word inside real work is only a kind word
            turn.feel(effect::kFlattery);
            turn.plan.react(BuyerMove::off_subject);
    }
    count(turn.after.tally.rapport);
}

void take_small_talk(Turn& turn) {
    if (turn.done || !turn.has(small_talk)) return;
    const bool businesslike = turn.person.style == Style::terse || turn.person.style == Style::formal ||
                              turn.scene.kind == strategy::ConversationKind::cold_call;
    const int welcome = businesslike ? 1 : turn.person.style == Style::tangential ? 3 : 2;
    const int had = turn.before.tally.small_talk;
    count(turn.after.tally.small_talk);
    if (had < welcome) {
        if (had == 0 && !businesslike) turn.feel(effect::kSmallTalk);
        if (!turn.any(ActGroup::framing)) turn.plan.react(BuyerMove::small_talk);
    } else if (!turn.asks || turn.acts.any(ActSet{small_talk})) {
        turn.feel(effect::kIdleTalk);
        turn.plan.react(BuyerMove::off_subject);
    }
}

void take_framing(Turn& turn) {
    if (turn.done) return;
    if (turn.has(agenda)) {
        if (!turn.is(Mark::agenda_known)) turn.feel(effect::kAgenda);
        turn.mark(Mark::agenda_known);
        turn.plan.react(BuyerMove::agree);
    }
    if (turn.has(permission)) {
        if (turn.before.tally.permissions == 0) turn.feel(effect::kPermission);
        count(turn.after.tally.permissions);
        if (!turn.has(agenda) && !turn.has(next_step)) turn.plan.react(BuyerMove::permit);
    }
}

// A phone call out of the blue has two sentences to say who and why.
void guard_the_phone(Turn& turn) {
    if (turn.done || turn.scene.kind != strategy::ConversationKind::cold_call) return;
    if (turn.scene.medium != strategy::Medium::phone || turn.after.turn > 2) return;
    const bool reason = turn.acts.any({agenda, permission, insight, value_statement, quantified_value, social_proof}) ||
                        turn.heard.gives_reason || turn.scene.pain_topics.has(turn.main_topic()) ||
                        turn.before.marks.has(Mark::agenda_known) || turn.before.tally.permissions > 0 ||
                        turn.before.tally.insights > 0;
    if (reason) turn.mark(Mark::agenda_known);
    if (reason || (turn.after.turn == 1 && turn.has(greeting))) return;
    turn.feel(effect::kColdStart);
    if (turn.after.turn == 2 && !turn.is(Mark::brushed_off)) turn.plan.push(BuyerMove::brush_off);
}

namespace {

// The disclosed fact a restatement is about: the last one told, unless another topic is named.
FactId recapped(const Turn& turn) {
    const FactSet told = turn.before.disclosed;
    const int n = turn.heard.topic_count;
    for (int i = 0; i < n && i < Observation::kTopicsSeen; ++i) {
        const TopicId topic = turn.heard.topics[i];
        if (topic.value >= kTopicsMax) continue;
        if (const FactSet on_topic = told & turn.scene.facts_of_topic[topic.value]; on_topic != 0)
            return {static_cast<std::uint8_t>(63 - std::countl_zero(on_topic))};
    }
    if (!turn.before.last_fact.none() && turn.before.told(turn.before.last_fact)) return turn.before.last_fact;
    return {};
}

bool names_money(const Observation& heard) {
    const int n = std::min<int>(heard.amount_count, Observation::kAmountsSeen);
    return std::any_of(heard.amounts.begin(), heard.amounts.begin() + n, [](const HeardAmount& amount) {
        return amount.kind == AmountKind::money || amount.kind == AmountKind::percent;
    });
}

bool exact_figure(const Observation& heard) {
    for (int i = 0; i < heard.amount_count && i < Observation::kAmountsSeen; ++i)
        if (heard.amounts[i].matches_fact) return true;
    return false;
}

}  // namespace

void hear_recap(Turn& turn) {
    if (turn.done) return;
    const FactId fact = recapped(turn);
    if (turn.heard.wrong_recap && !fact.none()) {
        turn.saw(DerivedEvent::recap_wrong);
        turn.feel(effect::kWrongRecap);
        turn.plan.react(BuyerMove::correct, fact.value);
        return;
    }
    if (!turn.has(summary) || fact.none()) return;
    // A figure that was never told is not confirmed.
    if (names_money(turn.heard) && !exact_figure(turn.heard) && turn.heard.overlap < kEchoPercent) return;
    turn.saw(DerivedEvent::recap_right);
    turn.plan.react(BuyerMove::confirm, fact.value);
    const FactSet own = FactSet{1} << fact.value;
    if ((turn.before.recapped & own) != 0) return turn.feel(effect::kRecapRepeated);
    turn.after.recapped |= own;
    turn.feel(turn.before.tally.summaries < 3 ? effect::kRecap : effect::kRecapAgain);
    if (exact_figure(turn.heard)) turn.feel(effect::kExactFigure);
    count(turn.after.tally.summaries);
}

void hear_empathy(Turn& turn) {
    if (turn.done || !turn.has(empathy)) return;
    // Meant for what was just said: a pain in full, a refusal once; what an objection deserves is counted there.
    if (!turn.before.open.none()) return;
    const bool pain = turn.before.previous == PreviousKind::pain;
    const bool rebuff = turn.before.previous == PreviousKind::brushoff && turn.before.tally.empathies == 0;
    const bool deep = !turn.before.last_fact.none() && turn.before.tally.empathies < 3 &&
                      strategy::depth(turn.scene.facts[turn.before.last_fact.value].layer) >= 2;
    count(turn.after.tally.empathies);
    if (!pain && !rebuff && !deep) return turn.feel(effect::kEmptyEmpathy);
    turn.feel_part(effect::kEmpathy, pain || rebuff ? 100 : 40);
    turn.plan.react(BuyerMove::soften);
}

void hear_limits(Turn& turn) {
    if (turn.done || !turn.heard.limit_admitted) return;
    turn.saw(DerivedEvent::limit_admitted);
    turn.feel(turn.before.tally.limits == 0 ? effect::kLimitAdmitted : effect::kLimitAgain);
    count(turn.after.tally.limits);
    if (turn.before.tally.limits == 0) turn.plan.react(BuyerMove::impressed, turn.main_topic().value);
}

}  // namespace praxis::buyer::rules
