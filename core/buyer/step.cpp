#include <algorithm>
#include <iterator>
#include <utility>

#include "core/buyer/buyer.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer {
namespace {

using Rule = void (*)(Turn&);

constexpr Rule kRules[] = {
    // safety
    rules::take_the_turn,
    rules::resist_steering,
    rules::mind_nonsense,
    rules::ask_back_when_unclear,
    // conduct and style
    rules::take_offence,
    rules::resist_pressure,
    rules::weigh_honesty,
    rules::suffer_style,
    // social
    rules::greet_back,
    rules::take_rapport,
    rules::take_small_talk,
    rules::take_framing,
    rules::guard_the_phone,
    // listening
    rules::hear_recap,
    rules::hear_empathy,
    rules::hear_limits,
    // objections
    rules::settle_objection,
    rules::confirm_settled,
    // questions
    rules::take_answer_to_own_question,
    rules::answer_question,
    rules::tire_of_questions,
    // pitch
    rules::hear_benefit,
    rules::hear_features,
    rules::hear_insight,
    rules::hear_proof,
    // objection triggers
    rules::raise_objection,
    rules::come_back_to_objection,
    // commercial and advance
    rules::hear_quote,
    rules::hear_price,
    rules::hear_concession,
    rules::see_price_held,
    rules::weigh_recommendation,
    rules::weigh_step,
    rules::weigh_close,
    rules::part,
    // the buyer's own agenda, and the end
    rules::volunteer,
    rules::keep_gates,
    rules::nibble,
    rules::ask_own_question,
    rules::brush_off,
    rules::fill_silence,
    rules::mind_the_time,
};

Intention plan(Turn& turn) {
    // Written out, the calls need no table at run time.
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        (kRules[i](turn), ...);
    }
    (std::make_index_sequence<std::size(kRules)>{});
    settle_stage(turn.after, turn.scene);
    return turn.plan.intention(mood_of(turn.after.feels, turn.person));
}

}  // namespace

Step step(const State& state, const Observation& heard, const Scene& scene, Seed seed) {
    if (over(state)) {
        Intention nothing;
        nothing.ends = true;
        return {state, nothing};
    }
    Turn turn(state, heard, scene, seed);
    const Intention intention = plan(turn);
    return {turn.after, intention};
}

namespace {

void told(State& state, FactId id, bool shortly, const Scene& scene) {
    if (id.value >= scene.fact_count) return;
    const FactSet own = FactSet{1} << id.value;
    if (!shortly && (state.disclosed & own) != 0) state.elaborated |= own;
    if (shortly && (state.disclosed & own) == 0) state.brief |= own;
    if (!shortly) state.brief &= ~own;
    state.disclosed |= own;
    const SceneFact& fact = scene.facts[id.value];
    state.last_fact = id;
    state.last_topic = fact.topic;
    if ((scene.kinds.pain & own) != 0) state.seen.insert(DerivedEvent::pain_disclosed);
    if ((scene.kinds.implication & own) != 0) state.seen.insert(DerivedEvent::impact_disclosed);
    if ((scene.kinds.payoff & own) != 0) state.seen.insert(DerivedEvent::payoff_disclosed);
    if (fact.figure && (scene.kinds.deep & own) != 0) state.seen.insert(DerivedEvent::number_stated);
}

void raised(State& state, ObjectionId id, const Scene& scene) {
    if (id.value >= scene.objection_count) return;
    state.handle(id, Handled::raised);
    state.seen.insert(DerivedEvent::objection_raised);
    count(state.objections_raised);
    state.open = id;
    state.ignored_turns = 0;
}

void asked(State& state, QuestionId id) {
    if (id.value >= kQuestionsMax) return;
    state.pending = id;
    state.questions_asked |= static_cast<std::uint16_t>(1U << id.value);
}

void settled(State& state, ObjectionId id) {
    state.handle(id, Handled::resolved);
    state.seen.insert(DerivedEvent::objection_resolved);
    if (state.open == id) state.open = {};
}

void explained(State& state, ObjectionId id) {
    if (id.value >= kObjectionsMax) return;
    if (state.handling(id).has(Handled::cause_told)) state.handle(id, Handled::cause_retold);
    state.handle(id, Handled::cause_told);
}

void agreed(State& state, Mark mark, DerivedEvent event) {
    state.marks.insert(mark);
    state.seen.insert(event);
}

void commit(State& state, PlannedMove planned, const Scene& scene) {
    using enum BuyerMove;
    switch (planned.move) {
        case disclose: return told(state, planned.fact(), false, scene);
        case disclose_short: return told(state, planned.fact(), true, scene);
        case told_already:
        case confirm:
        case correct:
            if (planned.argument < scene.fact_count) {
                state.last_fact = planned.fact();
                state.last_topic = scene.facts[planned.argument].topic;
            }
            return;
        case object: return raised(state, planned.objection(), scene);
        case object_cause: return explained(state, planned.objection());
        case resolved: return settled(state, planned.objection());
        case ask: return asked(state, planned.question());
        case ask_price: state.marks.insert(Mark::price_asked); return;
        case ask_discount: state.marks.insert(Mark::discount_asked); return count(state.tally.nibbles);
        case accept_trade: state.marks.erase(Mark::discount_asked); return;
        case accept_step: return agreed(state, Mark::step_taken, DerivedEvent::step_accepted);
        case accept_order: return agreed(state, Mark::ordered, DerivedEvent::order_accepted);
        case brush_off: state.marks.insert(Mark::brushed_off); [[fallthrough]];
        case not_yet: state.marks.insert(Mark::refused); return;
        case hurry: state.marks.insert(Mark::hurried); return;
        default: return;
    }
}

PreviousKind kind_of(PlannedMove planned, const Scene& scene) {
    const bool tells = planned.move == BuyerMove::disclose || planned.move == BuyerMove::disclose_short ||
                       planned.move == BuyerMove::told_already;
    const bool pain =
        tells && planned.argument < scene.fact_count && strategy::is_pain(scene.facts[planned.argument].layer);
    return previous_of(planned.move, pain);
}

// The last move decides how the next words are understood; only a plain fact after a pain leaves it a pain.
PreviousKind salient(const Intention& said, int moves, const Scene& scene) {
    PreviousKind kind = PreviousKind::none;
    for (int i = 0; i < moves; ++i) {
        const PreviousKind its = kind_of(said.moves[i], scene);
        if (its != PreviousKind::info || kind != PreviousKind::pain) kind = its;
    }
    return kind;
}

conversation::EndReason reason_of(const Intention& said, const State& state) {
    using conversation::EndReason;
    if (said.has(BuyerMove::walk_out)) return EndReason::walked_out;
    if (said.has(BuyerMove::part_friendly)) return EndReason::parted;
    if (said.has(BuyerMove::accept_order)) return EndReason::accepted;
    if (said.has(BuyerMove::time_up)) return EndReason::time_up;
    return state.marks.has(Mark::step_taken) ? EndReason::accepted : EndReason::goodbye;
}

void hear(State& state, const Intention& said, int heard_moves, const Scene& scene) {
    const int moves = std::clamp<int>(heard_moves, 0, said.count);
    if (moves > 0) {
        state.marks.erase(Mark::refused);
        state.previous = salient(said, moves, scene);
    }
    for (int i = 0; i < moves; ++i) commit(state, said.moves[i], scene);
    if (said.ends) {
        state.marks.insert(Mark::ended);
        state.reason = reason_of(said, state);
    }
    settle_stage(state, scene);
}

}  // namespace

State deliver(const State& before, const Intention& said, int heard_moves, const Scene& scene) {
    State state = before;
    if (!over(before)) hear(state, said, heard_moves, scene);
    return state;
}

void exchange(State& state, const Observation& heard, const Scene& scene, Seed seed) {
    if (over(state)) return;
    Turn turn(state, heard, scene, seed);
    const Intention intention = plan(turn);
    state = turn.after;
    hear(state, intention, intention.count, scene);
}

}  // namespace praxis::buyer
