#include <algorithm>

#include "core/buyer/questions/search.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::ObjectionKind;
using strategy::ProofKind;
using strategy::Resolution;
using strategy::Stage;

namespace {

const SceneCause& cause_of(const Turn& turn, ObjectionId id) {
    return turn.scene.objections[id.value].causes[turn.before.causes[id.value]];
}

// Trying a question on what is behind it; a question about the set-up that happens to touch it is not one. Right after
// it was raised, a question that names nothing else is about it.
bool clarifies(const Turn& turn, const SceneObjection& objection) {
    const bool other_matter = names_something(turn) && !turn.about(objection.topic);
    if (turn.has(objection_clarified) && (turn.sure(objection_clarified) || !other_matter)) return true;
    if (!turn.asks || turn.any(ActGroup::advance) || turn.acts.any({permission, objection_confirmed})) return false;
    const bool checks = turn.heard.yes_no || turn.heard.asked == Asked::choice;
    const bool just_raised = turn.before.previous == PreviousKind::objection && (checks || !names_something(turn));
    if (just_raised && (turn.heard.asked == Asked::why || !turn.heard.sure.any(acts_of(ActGroup::qualify))))
        return true;
    if (!turn.about(objection.topic) && !turn.heard.refers_back) return false;
    return !turn.any(ActGroup::spin_situation) && !turn.any(ActGroup::qualify);
}

// In the words of what the cause is about, though its topic is not named.
bool hints_at(const Turn& turn, TopicId topic) {
    return !topic.none() && std::ranges::find(turn.heard.hints, topic) != turn.heard.hints.end();
}

bool on_cause_topic(const Turn& turn, ObjectionId id, const SceneCause& cause) {
    if (turn.about(cause.topic) || hints_at(turn, cause.topic)) return true;
    // Once the cause was said aloud, "that" is enough; before, the answer has to find it.
    const bool told = turn.before.handling(id).has(Handled::cause_told);
    return told && (turn.heard.topic_count == 0 || turn.heard.refers_back);
}

bool substance(const Turn& turn, const SceneCause& cause) {
    return turn.acts.any({objection_answered, value_statement, quantified_value, social_proof, insight}) ||
           turn.heard.limit_admitted || turn.heard.proofs != 0 || hints_at(turn, cause.topic);
}

bool offers_way(const Turn& turn) {
    return turn.heard.trade || turn.heard.recommends || turn.heard.limit_admitted || turn.has(next_step) ||
           turn.has(stakeholder_mapping);
}

// Does what was said fit the way this cause is resolved?
bool fits(const Turn& turn, const SceneCause& cause) {
    if (cause.proofs != 0 && cause.resolve == Resolution::prove) return (turn.heard.proofs & cause.proofs) != 0;
    if (cause.proofs != 0 && (turn.heard.proofs & cause.proofs) != 0) return true;
    const bool answered = substance(turn, cause);
    switch (cause.resolve) {
        case Resolution::prove: return answered;
        case Resolution::outweigh: return turn.has(quantified_value) || (answered && turn.before.feels.value >= 20);
        case Resolution::de_risk: return answered || turn.heard.recommends || turn.heard.trade;
        case Resolution::trade: return turn.heard.trade || (answered && !turn.has(discount_offer));
        case Resolution::involve: return answered || turn.has(stakeholder_mapping) || turn.heard.names_owner;
        case Resolution::accept: return offers_way(turn);
    }
    return answered;
}

void settle(Turn& turn, ObjectionId id, const Effect& worth) {
    turn.feel(worth);
    turn.plan.react(BuyerMove::resolved, id.value);
}

// A ploy tests whether the price moves: who nods, has conceded.
void meet_ploy(Turn& turn, ObjectionId id) {
    if (turn.has(discount_offer) && !turn.heard.trade) {
        turn.after.handle(id, Handled::conceded);
        turn.mark(Mark::gave_in);
        settle(turn, id, effect::kConceded);
        return;
    }
    // Who has admitted it and hears the same price again, has learned what there was to learn.
    const bool held = turn.before.handling(id).has(Handled::cause_told) &&
                      (turn.any(ActGroup::commercial) || turn.any(ActGroup::advance));
    if (held || turn.heard.trade || turn.acts.any({objection_clarified, objection_answered, quantified_value})) {
        const bool nodded = turn.has(objection_acknowledged) && !turn.has(objection_clarified) && !turn.heard.trade;
        if (nodded) turn.after.handle(id, Handled::conceded);
        if (!nodded) turn.saw(DerivedEvent::price_held);
        settle(turn, id, nodded ? effect::kConceded : effect::kPloyHeld);
        if (nodded) turn.plan.push(BuyerMove::ask_discount);
        return;
    }
    if (turn.has(objection_acknowledged)) {
        turn.after.handle(id, Handled::conceded);
        turn.feel(effect::kConceded);
        turn.plan.push(BuyerMove::ask_discount);
    }
}

void meet_condition(Turn& turn, ObjectionId id) {
    const Handling handling = turn.after.handling(id);
    const bool heard_out = handling.has(Handled::acknowledged) || handling.has(Handled::cause_told);
    // To answer within the condition, one has to know it; before that an answer is an argument against it.
    const SceneCause& cause = cause_of(turn, id);
    const bool brings_it = (turn.heard.proofs & cause.proofs) != 0 || hints_at(turn, cause.topic);
    const bool within = (handling.has(Handled::acknowledged) || brings_it) &&
                        turn.before.handling(id).has(Handled::cause_told) && turn.has(objection_answered) &&
                        on_cause_topic(turn, id, cause);
    // A way round it means something when it is about the condition, not when it is any next step.
    const bool concedes = turn.heard.trade || turn.heard.limit_admitted;
    const bool known = turn.before.handling(id).has(Handled::cause_told) || turn.about(cause_of(turn, id).topic);
    if ((heard_out && (concedes || (known && offers_way(turn)))) || within) return settle(turn, id, effect::kResolved);
    if (!turn.has(objection_answered)) return;
    turn.feel(effect::kConditionArgued);
    turn.plan.react(BuyerMove::half_answer, id.value);
}

void answer_objection(Turn& turn, ObjectionId id, const SceneCause& cause) {
    const Handling handling = turn.after.handling(id);
    const bool heard_out = handling.has(Handled::acknowledged) || handling.has(Handled::cause_told);
    const bool tried = substance(turn, cause) || (heard_out && offers_way(turn)) || turn.heard.trade;
    if (!tried) return;
    const bool stalled = turn.scene.objections[id.value].kind == ObjectionKind::stall;
    const bool understood = stalled ? turn.before.handling(id).has(Handled::cause_told) : heard_out;
    if (understood && on_cause_topic(turn, id, cause) && fits(turn, cause) && !turn.soured)
        return settle(turn, id, effect::kResolved);
    if (turn.soured) return;
    // Words on something else are not an answer at all, and the same half twice is not one either.
    if (!turn.has(objection_answered) && !on_cause_topic(turn, id, cause)) return;
    if (handling.has(Handled::half_answered)) return;
    turn.after.handle(id, Handled::half_answered);
    turn.feel(effect::kHalfAnswer);
    turn.plan.react(BuyerMove::half_answer, id.value);
}

}  // namespace

void settle_objection(Turn& turn) {
    const ObjectionId id = turn.before.open;
    if (turn.done || id.none()) return;
    const SceneObjection& objection = turn.scene.objections[id.value];
    const SceneCause& cause = cause_of(turn, id);
    const Handling had = turn.before.handling(id);
    if (turn.heard.dismisses) {  // waved aside, it is no smaller: come_back_to_objection
        turn.soured = true;
        return;
    }
    if (objection.kind == ObjectionKind::ploy && cause.resolve == Resolution::trade) {
        meet_ploy(turn, id);
    } else {
        if (turn.acts.any({objection_acknowledged, empathy})) {
            if (!had.has(Handled::acknowledged)) turn.feel(effect::kAcknowledged);
            turn.after.handle(id, Handled::acknowledged);
        }
        if (objection.kind == ObjectionKind::condition)
            meet_condition(turn, id);
        else
            answer_objection(turn, id, cause);
    }
    if (turn.plan.has(BuyerMove::resolved) || had.has(Handled::cause_retold) || !clarifies(turn, objection)) return;
    if (!had.has(Handled::cause_told)) turn.feel(effect::kClarified);
    turn.plan.answer(BuyerMove::object_cause, id.value);
}

void confirm_settled(Turn& turn) {
    if (turn.done || !turn.has(objection_confirmed)) return;
    if (!turn.before.open.none()) {
        const bool dealt_with = turn.plan.has(BuyerMove::resolved) || turn.plan.answered();
        if (!dealt_with) turn.plan.react(BuyerMove::half_answer, turn.before.open.value);
        return;
    }
    turn.feel(effect::kConfirmed);
    turn.plan.answer(BuyerMove::yes, turn.main_topic().value);
}

namespace {

// The subject a rep opens brings its stage forward: who pitches early, meets the doubts of an evaluation early.
Stage stage_touched(const Turn& turn) {
    if (turn.any(ActGroup::commercial) || turn.has(close)) return Stage::negotiation;
    if (turn.any(ActGroup::pitch)) return Stage::evaluation;
    return Stage::opening;
}

// Nobody objects out of the blue while answering a question.
bool answering(const Turn& turn) {
    return turn.plan.has(BuyerMove::disclose) || turn.plan.has(BuyerMove::disclose_short) ||
           (turn.asks && !turn.any(ActGroup::pitch) && !turn.any(ActGroup::commercial) && !turn.any(ActGroup::advance));
}

// A fair step put to somebody who is ready for one is answered, not met with a new doubt.
bool ready_for_step(const Turn& turn) {
    const Feelings& feels = turn.after.feels;
    return turn.has(next_step) && turn.knows(turn.scene.kinds.deep) && feels.trust >= turn.scene.gates.step_trust &&
           feels.interest >= turn.scene.gates.step_interest;
}

// Where resistance is the subject, what is sure to come comes at once; else when there is something to resist, and
// never in the middle of an answer.
bool brings_it(const Turn& turn) {
    const bool subject = turn.scene.kind == strategy::ConversationKind::objection_handling ||
                         turn.scene.kind == strategy::ConversationKind::negotiation || turn.scene.rules.quote_wins;
    return subject || stage_touched(turn) >= Stage::evaluation || turn.any(ActGroup::advance) ||
           (turn.before.stage >= Stage::evaluation && !turn.asks);
}

bool provoked(const Turn& turn, const SceneObjection& objection, std::uint32_t index) {
    const bool trusting = turn.after.feels.trust >= objection.trust_below;
    const bool in_time = std::max(turn.before.stage, stage_touched(turn)) >= objection.from;
    if (objection.pinned && brings_it(turn))
        return !turn.plan.has(BuyerMove::permit) && (!turn.plan.answered() || turn.after.turn > 3);
    // "What would hold you back?", "What was it that failed last time?"
    if ((turn.invites_doubt() || turn.asks_about(objection)) && !turn.plan.answered()) return true;
    if (trusting || !in_time || ready_for_step(turn)) return false;
    const bool by_act = turn.heard.sure.any(objection.triggers);
    const bool due = turn.before.stage >= Stage::evaluation && turn.before.stage >= objection.from;
    const bool by_topic = objection.triggers.empty() && !turn.scene.rules.quote_wins && !answering(turn) &&
                          (turn.about(objection.topic) || due);
    if (!by_act && !by_topic) return false;
    // Value built first leaves fewer reasons to object (Rackham 1988).
    const bool premature = !turn.knows(turn.scene.kinds.pain);
    const std::uint32_t built = turn.before.feels.value;
    return premature || built < kValueBuilt || turn.choose(Slot::raise, 100, index) >= built;
}

}  // namespace

namespace {

// In a drill the objection comes in the first answer; where that has to say something else first, in the second.
void bring_what_is_drilled(Turn& turn) {
    if (turn.done && turn.after.turn < 2) return;
    std::uint8_t which = 0;
    for (std::uint8_t i = turn.scene.objection_count; i > 0; --i)
        if (turn.scene.objections[i - 1].pinned) which = static_cast<std::uint8_t>(i - 1);
    if (turn.scene.objection_count > 0) turn.plan.push(BuyerMove::object, which);
}

}  // namespace

void raise_objection(Turn& turn) {
    if (turn.scene.rules.drill && turn.before.objections_raised == 0) return bring_what_is_drilled(turn);
    if (turn.done || !turn.before.open.none() || turn.after.turn < 2) return;
    const int limit = turn.scene.rules.objections_max;
    int best = -1, closest = -1;
    for (std::uint32_t i = 0; i < turn.scene.objection_count; ++i) {
        const SceneObjection& objection = turn.scene.objections[i];
        const ObjectionId id{static_cast<std::uint8_t>(i)};
        if (turn.before.handling(id).has(Handled::raised)) continue;
        if (!objection.pinned && turn.before.objections_raised >= limit) continue;
        if (!provoked(turn, objection, i)) continue;
        const int close = (turn.about(objection.topic) ? 2 : 0) + (objection.pinned ? 1 : 0);
        if (close <= closest) continue;
        closest = close;
        best = static_cast<int>(i);
    }
    if (best >= 0) turn.plan.push(BuyerMove::object, static_cast<std::uint8_t>(best));
}

void come_back_to_objection(Turn& turn) {
    const ObjectionId id = turn.before.open;
    if (turn.done || id.none()) return;
    const bool nodded =
        turn.after.handling(id).has(Handled::acknowledged) && !turn.before.handling(id).has(Handled::acknowledged);
    const bool conceded =
        turn.after.handling(id).has(Handled::conceded) && !turn.before.handling(id).has(Handled::conceded);
    const bool asked_on =
        turn.asks && (turn.about(turn.scene.objections[id.value].topic) || turn.has(objection_clarified));
    const bool worked_on = nodded || conceded || asked_on || turn.plan.has(BuyerMove::object_cause) ||
                           turn.plan.has(BuyerMove::half_answer) || turn.plan.has(BuyerMove::resolved);
    if (worked_on) {
        turn.after.ignored_turns = 0;
        return;
    }
    count(turn.after.ignored_turns);
    const bool pushes_past = turn.any(ActGroup::pitch) || turn.any(ActGroup::commercial) ||
                             turn.any(ActGroup::advance) || turn.any(ActGroup::conduct) || turn.heard.dismisses;
    if (!pushes_past && turn.after.ignored_turns < kQuestionsBesideIt) return;
    // Passed over again and again, a buyer stops asking and loses patience faster; asked about other things, less so.
    const int had = turn.before.tally.comebacks;
    turn.feel_part(effect::kIgnored, (100 + 25 * std::min(had, 4)) * (pushes_past ? 100 : 40) / 100);
    count(turn.after.tally.comebacks);
    if (had < kComebacksMax) {
        turn.plan.push(BuyerMove::object_again, id.value);
    } else if (!turn.is(Mark::brushed_off)) {
        turn.plan.push(BuyerMove::brush_off);
    }
    turn.after.ignored_turns = 0;
}

}  // namespace praxis::buyer::rules
