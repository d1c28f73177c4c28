#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::Stage;
using strategy::Style;

namespace {

bool path_known(const Turn& turn) {
    return turn.scene.kinds.path == 0 || turn.knows(turn.scene.kinds.path);
}

bool settled(const Turn& turn) {
    return turn.before.open.none() || turn.plan.has(BuyerMove::resolved);
}

// Something in this talk that makes another one worth while: a thing told, understood, settled or priced.
bool has_reason(const Turn& turn) {
    const FactSet told_here = turn.before.disclosed & ~turn.scene.known_from_start;
    const State& state = turn.after;
    return (told_here & turn.scene.kinds.deep) != 0 || (state.valued[0] | state.valued[1]) != 0 ||
           state.seen.has(DerivedEvent::objection_resolved) || turn.plan.has(BuyerMove::resolved) ||
           state.marks.has(Mark::price_heard) || state.tally.insights > 0;
}

bool step_gate(const Turn& turn) {
    const strategy::Gates& gates = turn.scene.gates;
    const Feelings& feels = turn.after.feels;
    return feels.trust >= gates.step_trust && feels.interest >= gates.step_interest && settled(turn) && !turn.soured &&
           !turn.plan.has(BuyerMove::object) && has_reason(turn);
}

bool order_gate(const Turn& turn) {
    const strategy::Gates& gates = turn.scene.gates;
    const Feelings& feels = turn.after.feels;
    return feels.trust >= gates.order_trust && feels.value >= gates.order_value && settled(turn) && !turn.soured &&
           (!gates.order_needs_process || path_known(turn)) && !turn.plan.has(BuyerMove::object);
}

bool concrete(const Observation& heard) {
    return heard.names_date && (heard.names_owner || heard.closed_questions > 0);
}

// Indecision wants a recommendation, or an end in sight; never a push.
bool can_decide(const Turn& turn) {
    return !turn.is(Mark::undecided) || turn.after.feels.urgency >= kEnoughUrgency;
}

void refuse(Turn& turn, const Effect& cost) {
    turn.feel(cost);
    if (turn.before.tally.refusals > 0 && turn.before.marks.has(Mark::refused)) turn.feel(effect::kAskedAgain);
    count(turn.after.tally.refusals);
    if (turn.plan.has(BuyerMove::object_again) || turn.plan.has(BuyerMove::object)) return;
    const bool pleasing = turn.person.style == Style::pleasing && !turn.before.marks.has(Mark::refused);
    turn.plan.push(pleasing ? BuyerMove::promise_vaguely : BuyerMove::not_yet);
}

void accept(Turn& turn) {
    turn.feel(effect::kStepAgreed);
    turn.after.tally.refusals = 0;
    turn.plan.push(BuyerMove::accept_step);
}

}  // namespace

void weigh_recommendation(Turn& turn) {
    if (turn.done) return;
    if (turn.heard.recommends) {
        turn.saw(DerivedEvent::recommendation);
        turn.unmark(Mark::undecided);
    }
    // Less risk decides as well as advice; urgency from outside undoes both.
    if (turn.heard.proofs != 0 && turn.heard.limit_admitted) turn.unmark(Mark::undecided);
    if (turn.has(pressure) && turn.choose(Slot::undecided, 2) == 0) turn.mark(Mark::undecided);
}

void weigh_step(Turn& turn) {
    if (turn.done || !turn.has(next_step)) return;
    if (turn.has(agenda) && !turn.heard.names_date) return;  // the plan for this talk, not for after it
    if (!turn.sure(next_step) && !turn.heard.names_date && turn.heard.yes_no) return;  // "would it help if …?"
    const bool clear = concrete(turn.heard);
    turn.saw(clear ? DerivedEvent::concrete_next_step : DerivedEvent::vague_next_step);
    if (turn.plan.has(BuyerMove::accept_order)) return;
    if (turn.is(Mark::step_taken) && settled(turn)) return turn.plan.react(BuyerMove::agree);
    if (!step_gate(turn)) return refuse(turn, effect::kStepTooSoon);
    const bool firm = clear || turn.heard.names_date || (turn.sure(next_step) && turn.asks);
    const bool happy_ears = turn.person.style == Style::pleasing && !clear;
    if (!firm || happy_ears) return turn.plan.push(BuyerMove::promise_vaguely);
    if (!can_decide(turn)) return turn.plan.push(BuyerMove::not_yet);
    accept(turn);
}

void weigh_close(Turn& turn) {
    if (turn.done || !turn.has(close) || turn.scene.rules.quote_wins) return;
    if (turn.has(next_step) && !turn.sure(close)) return;  // it was the next step that was meant
    if (turn.plan.has(BuyerMove::accept_step)) return;
    if (!order_gate(turn)) {
        const bool near = turn.before.stage >= Stage::negotiation;
        return refuse(turn, near ? effect::kStepTooSoon : effect::kCloseTooSoon);
    }
    if (turn.scene.price.list > 0 && !turn.is(Mark::price_heard)) return turn.plan.push(BuyerMove::ask_price);
    if (turn.person.style == Style::pleasing && turn.before.tally.refusals == 0) {
        count(turn.after.tally.refusals);
        return turn.plan.push(BuyerMove::promise_vaguely);
    }
    if (!can_decide(turn) || !turn.sure(close)) return turn.plan.push(BuyerMove::not_yet);
    turn.plan.push(BuyerMove::accept_order);
}

namespace {

bool parting_is_right(const Turn& turn) {
    if (turn.scene.kinds.disqualifying != 0) return turn.knows(turn.scene.kinds.disqualifying);
    return turn.scene.disqualify_right && turn.knows(turn.scene.kinds.deep);
}

}  // namespace

void part(Turn& turn) {
    if (turn.done) return;
    const bool leaves = turn.sure(sign_off) || (turn.has(sign_off) && !turn.asks && turn.heard.words <= 15);
    if (turn.heard.disqualifies) {
        turn.saw(DerivedEvent::disqualified);
        turn.feel(effect::kHonestParting);
        if (leaves || parting_is_right(turn)) return turn.plan.end(BuyerMove::part_friendly);
        turn.plan.react(BuyerMove::acknowledge);
        return;
    }
    if (!leaves || turn.plan.has(BuyerMove::accept_order)) return;
    turn.plan.end(parting_is_right(turn) && !turn.is(Mark::step_taken) ? BuyerMove::part_friendly : BuyerMove::goodbye);
}

}  // namespace praxis::buyer::rules
