#include "core/behaviour/moment.hpp"

#include <algorithm>
#include <tuple>

namespace praxis::behaviour {
namespace {

using conversation::BuyerSaid;
using conversation::RepSaid;
using strategy::By;
using strategy::EventPattern;

// The acts a derived event is made of, or that lead to it.
ActSet acts_behind(DerivedEvent event) {
    using enum DerivedEvent;
    using enum Act;
    switch (event) {
        case trade:
        case price_held: return {discount_offer, price_talk};
        case challenge: return {insight};
        case recommendation:
        case disqualified:
        case concrete_next_step:
        case vague_next_step:
        case step_accepted: return {next_step, close};
        case limit_admitted:
        case overclaim: return {quantified_value, value_statement};
        case recap_right:
        case recap_wrong: return {summary};
        case segment_tested: return {situation_question, open_question, closed_question};
        case pitch_before_pain: return pitch_acts();
        case proof_matched: return {social_proof, quantified_value};
        case silence_after_price: return {price_talk};
        case number_stated:
        case impact_disclosed: return {implication_question, problem_question};
        case pain_disclosed: return {problem_question, situation_question};
        case payoff_disclosed: return {need_payoff_question, implication_question};
        case objection_raised:
        case objection_resolved: return acts_of(ActGroup::objection);
        case order_accepted: return {close, next_step};
        case competitor_disparaged: return {competition_question};
    }
    return {};
}

void add_acts(std::vector<Moment>& all, const conversation::Event& event, std::size_t i, const Before& before) {
    for (const ActSeen& seen : std::get<RepSaid>(event.body).reading.acts) {
        const Span span = evidence_of(event, seen.span).span;
        all.push_back({seen.act, By::rep, i, event.turn, span,
                       topics_at(std::get<RepSaid>(event.body).reading, span, before), before.stage, seen.credited});
    }
}

void add_moves(std::vector<Moment>& all, const conversation::Event& event, std::size_t i,
               const strategy::Scenario& scenario) {
    const auto& said = std::get<BuyerSaid>(event.body);
    for (int m = 0; m < heard_moves(said); ++m) {
        const auto at = static_cast<std::size_t>(m);
        const Span span = evidence_of(event, at < said.spans.size() ? said.spans[at] : Span{}).span;
        const PlannedMove& move = said.intention->moves[at];
        all.push_back(
            {move.move, By::buyer, i, event.turn, span, topics_of(move, scenario), said.standing.stage, true});
    }
}

TopicSet named_topics(const EventPattern& pattern, const Before& before, const strategy::Scenario& scenario) {
    TopicSet wanted;
    for (const std::string& name : pattern.about) {
        if (name == "@disclosed") wanted |= before.pains;
        if (name == "@objection") wanted |= before.objection;
        for (std::size_t t = 0; t < scenario.topics.size() && t < wanted.size(); ++t)
            if (scenario.topics[t].id == name) wanted.set(t);
    }
    return wanted;
}

// An answer to an objection is about it even when its words name no topic: "fair point, I'd ask that too".
bool implied(const EventPattern& pattern, const Moment& moment, const Before& before) {
    const Act* act = std::get_if<Act>(&moment.what);
    const bool asked = std::find(pattern.about.begin(), pattern.about.end(), "@objection") != pattern.about.end();
    return asked && act && group_of(*act) == ActGroup::objection && moment.topics.none() && before.objection.any();
}

}  // namespace

std::vector<Moment> moments(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                            const Course& course) {
    std::vector<Moment> all;
    for (std::size_t i = 0; i < conversation.events.size(); ++i) {
        const auto& event = conversation.events[i];
        if (std::holds_alternative<RepSaid>(event.body)) add_acts(all, event, i, course.before[i]);
        if (std::holds_alternative<BuyerSaid>(event.body)) add_moves(all, event, i, scenario);
    }
    for (const DerivedSeen& seen : derive(conversation, scenario, course)) {
        const auto* buyer = std::get_if<BuyerSaid>(&conversation.events[seen.index].body);
        auto stage = course.before[seen.index].stage;
        if (buyer && buyer->intention) stage = buyer->standing.stage;
        all.push_back({seen.event, buyer ? By::buyer : By::rep, seen.index, seen.turn, seen.span, seen.topics, stage,
                       seen.certain});
    }
    std::stable_sort(all.begin(), all.end(), earlier);
    return all;
}

bool earlier(const Moment& a, const Moment& b) {
    return std::tie(a.event, a.span.begin) < std::tie(b.event, b.span.begin);
}

bool same_event(const EventPattern& pattern, const Moment& moment) {
    if (const Act* act = std::get_if<Act>(&moment.what)) return pattern.acts.has(*act);
    if (const auto* event = std::get_if<DerivedEvent>(&moment.what)) return pattern.derived.has(*event);
    return pattern.moves.has(std::get<BuyerMove>(moment.what));
}

bool same_family(const EventPattern& pattern, const Moment& moment) {
    ActSet kin;
    for (int d = 0; d < kDerivedEventCount; ++d)
        if (pattern.derived.has(static_cast<DerivedEvent>(d))) kin = kin | acts_behind(static_cast<DerivedEvent>(d));
    const Act* act = std::get_if<Act>(&moment.what);
    return act && (kin.has(*act) || pattern.acts.any(acts_of(group_of(*act))));
}

bool matches(const EventPattern& pattern, const Moment& moment, const Before& before,
             const strategy::Scenario& scenario) {
    if (!same_event(pattern, moment)) return false;
    if (pattern.stage && moment.stage != pattern.stage) return false;
    if (!pattern.role.empty() &&
        std::find(pattern.role.begin(), pattern.role.end(), scenario.role) == pattern.role.end())
        return false;
    if (pattern.about.empty()) return true;
    return (named_topics(pattern, before, scenario) & moment.topics).any() || implied(pattern, moment, before);
}

}  // namespace praxis::behaviour
