#include <algorithm>

#include "core/strategy/scenarios/defaults.hpp"
#include "core/strategy/scenarios/ground.hpp"

namespace praxis::strategy {
namespace {

using enum DerivedEvent;

GoalRule rule(GoalLevel level, DerivedEventSet needs) {
    GoalRule made;
    made.level = level;
    made.needs = needs;
    return made;
}

std::string buyer(const Cast& cast) {
    return "the " + cast.role.name;
}

void quote_goals(Goals& goals, const Cast& cast) {
    goals.text = "The order, on a quick and accurate quote to " + buyer(cast);
    goals.levels = {rule(GoalLevel::won, {order_accepted}), rule(GoalLevel::advanced, {step_accepted})};
}

void cold_call_goals(Goals& goals, const Cast& cast) {
    goals.text = "A dated step that " + buyer(cast) + " agrees to, for a reason of their own";
    goals.levels = {rule(GoalLevel::won, {step_accepted, pain_disclosed}), rule(GoalLevel::advanced, {step_accepted})};
}

void discovery_goals(Goals& goals, const Cast& cast) {
    const RelationshipShift& wish = shift_of(cast.ground.relationship);
    GoalRule won = rule(GoalLevel::won, {step_accepted, pain_disclosed});
    goals.text = "A dated step with " + buyer(cast) + ", and what troubles them";
    if (wish.impact) {
        won.needs.insert(impact_disclosed);
        won.impacts_min = 1;
        goals.text += " with what it costs";
    }
    if (wish.payoff) {
        won.needs.insert(payoff_disclosed);
        goals.text += " and what solving it would be worth";
    }
    won.process_known = wish.process;
    if (wish.process) goals.text += "; how they decide is known";
    goals.levels = {won, rule(GoalLevel::advanced, {step_accepted})};
}

void value_goals(Goals& goals, const Cast& cast) {
    goals.text = "A dated step with " + buyer(cast) + ", who has said what it costs or what solving it would be worth";
    GoalRule with_impact = rule(GoalLevel::won, {step_accepted, impact_disclosed});
    with_impact.impacts_min = 1;
    goals.levels = {rule(GoalLevel::won, {step_accepted, payoff_disclosed})};
    if (!shift_of(cast.ground.relationship).payoff) goals.levels.push_back(with_impact);
    goals.levels.push_back(rule(GoalLevel::advanced, {step_accepted}));
}

void objection_goals(Goals& goals, const Cast& cast) {
    goals.text = "What holds " + buyer(cast) + " back is settled, and there is a dated next step";
    for (const DerivedEvent end : {step_accepted, order_accepted}) {
        GoalRule won = rule(GoalLevel::won, {objection_resolved, end});
        won.objections_settled = true;
        goals.levels.push_back(won);
    }
    GoalRule settled = rule(GoalLevel::advanced, {objection_resolved});
    settled.objections_settled = true;
    goals.levels.push_back(settled);
}

void negotiation_goals(Goals& goals, const Cast& cast) {
    GoalRule won = rule(GoalLevel::won, {order_accepted});
    won.margin_kept = shift_of(cast.ground.relationship).margin;
    goals.text =
        won.margin_kept ? "The order from " + buyer(cast) + ", with the margin kept" : "The order from " + buyer(cast);
    goals.levels = {won, rule(GoalLevel::advanced, {order_accepted}), rule(GoalLevel::continued, {step_accepted})};
}

void renewal_goals(Goals& goals, const Cast& cast) {
    goals.text = "The renewal or a dated step with " + buyer(cast) + ", and a need nobody had heard of yet";
    for (const DerivedEvent end : {order_accepted, step_accepted}) {
        GoalRule won = rule(GoalLevel::won, {end, pain_disclosed});
        won.pains_min = 1;
        goals.levels.push_back(won);
    }
    goals.levels.push_back(rule(GoalLevel::advanced, {order_accepted}));
    goals.levels.push_back(rule(GoalLevel::advanced, {step_accepted}));
}

// A customer to let go: a step with them costs both sides time, so it counts as carrying on at best.
void disqualifier_goals(Goals& goals, const Scenario& scenario, const Cast& cast) {
    goals.text = "Find out early whether this customer is one for us, and part well if not";
    goals.disqualify_right = true;
    goals.levels = {rule(GoalLevel::continued, {step_accepted})};
    for (const Disqualifier& disqualifier : cast.ground.segment.disqualifiers)
        for (std::size_t i = 0; i < scenario.facts.size(); ++i)
            if (disqualifier.id == cast.key.disqualifier && scenario.facts[i].fact.id == disqualifier.fact)
                goals.disqualifying.push_back({static_cast<std::uint8_t>(i)});
}

}  // namespace

void fill_goals(Scenario& scenario, const Cast& cast) {
    Goals& goals = scenario.goals;
    if (!cast.key.disqualifier.empty()) return disqualifier_goals(goals, scenario, cast);
    if (quote_decides(cast.key.kind, cast.ground.model)) return quote_goals(goals, cast);
    switch (cast.key.kind) {
        case ConversationKind::cold_call: return cold_call_goals(goals, cast);
        case ConversationKind::discovery: return discovery_goals(goals, cast);
        case ConversationKind::value_presentation: return value_goals(goals, cast);
        case ConversationKind::objection_handling: return objection_goals(goals, cast);
        case ConversationKind::negotiation: return negotiation_goals(goals, cast);
        case ConversationKind::renewal: return renewal_goals(goals, cast);
    }
}

}  // namespace praxis::strategy
