#include <algorithm>

#include "core/behaviour/derivation.hpp"

namespace praxis::behaviour {
namespace {

using conversation::BuyerSaid;
using strategy::FactLayer;
using enum DerivedEvent;

TopicSet one(TopicId topic) {
    TopicSet set;
    if (!topic.none() && topic.value < kTopicsMax) set.set(topic.value);
    return set;
}

Span span_of_move(const Derivation& d, std::size_t i, const BuyerSaid& said, int move) {
    const auto at = static_cast<std::size_t>(move);
    return at < said.spans.size() ? said.spans[at] : d.whole(i);
}

Span span_of_fact(const Derivation& d, std::size_t i, const BuyerSaid& said, FactId fact) {
    for (int m = 0; m < heard_moves(said); ++m) {
        const PlannedMove& move = said.intention->moves[static_cast<std::size_t>(m)];
        if (tells_fact(move.move) && move.fact() == fact) return span_of_move(d, i, said, m);
    }
    return d.whole(i);
}

void add_fact(Derivation& d, std::size_t i, const BuyerSaid& said, FactId id) {
    if (id.value >= d.scenario.facts.size()) return;
    const auto& fact = d.scenario.facts[id.value];
    const Span span = span_of_fact(d, i, said, id);
    const TopicSet topics = one(fact.topic);
    const FactLayer layer = fact.fact.layer;
    const bool first_of_topic = !d.before(i).pain_known || (topics.any() && (topics & d.before(i).pains).none());
    if (layer == FactLayer::problem || (layer == FactLayer::implication && first_of_topic))
        d.add(pain_disclosed, i, span, topics);
    if (layer == FactLayer::implication) d.add(impact_disclosed, i, span, topics);
    if (layer == FactLayer::payoff) d.add(payoff_disclosed, i, span, topics);
    const bool of_value = strategy::is_pain(layer) || layer == FactLayer::payoff;
    if (of_value && fact.fact.figure) d.add(number_stated, i, span, topics);
}

bool after_act(const Derivation& d, std::size_t i, const ActSet& acts) {
    const auto asked = d.before(i).asked;
    if (!asked) return false;
    const auto& acts_seen = std::get<conversation::RepSaid>(d.event(*asked).body).reading.acts;
    return std::any_of(acts_seen.begin(), acts_seen.end(),
                       [&](const ActSeen& seen) { return seen.credited && acts.has(seen.act); });
}

TopicSet topics_said(const BuyerSaid& said) {
    TopicSet set;
    for (const TopicSeen& seen : said.topics) set |= one(seen.topic);
    return set;
}

bool of_a_pain(const Derivation& d, const TopicSet& topics) {
    for (std::size_t t = 0; t < d.scenario.topics.size() && t < topics.size(); ++t)
        if (topics[t] && d.scenario.topics[t].pain) return true;
    return false;
}

void add_real_figure(Derivation& d, std::size_t i, const BuyerSaid& said, const TopicSet& topics) {
    const auto figure = std::find_if(said.amounts.begin(), said.amounts.end(),
                                     [](const Amount& amount) { return amount.kind != AmountKind::date; });
    if (figure == said.amounts.end()) return;
    const bool pain = said.kind == PreviousKind::pain;
    if (pain || after_act(d, i, {Act::implication_question})) d.add(impact_disclosed, i, figure->span, topics, pain);
    if (pain || of_a_pain(d, topics)) d.add(number_stated, i, figure->span, topics, pain);
}

}  // namespace

void derive_rehearsed_buyer(Derivation& d, std::size_t i, const BuyerSaid& said) {
    for (int m = 0; m < heard_moves(said); ++m) {
        const PlannedMove& move = said.intention->moves[static_cast<std::size_t>(m)];
        const Span span = span_of_move(d, i, said, m);
        const TopicSet topics = topics_of(move, d.scenario);
        if (move.move == BuyerMove::object) d.add(objection_raised, i, span, topics);
        if (move.move == BuyerMove::resolved) d.add(objection_resolved, i, span, topics);
        if (move.move == BuyerMove::accept_step) d.add(step_accepted, i, span, topics);
        if (move.move == BuyerMove::accept_order) d.add(order_accepted, i, span, topics);
    }
    for (const FactId fact : said.disclosed) add_fact(d, i, said, fact);
}

void derive_real_customer(Derivation& d, std::size_t i, const BuyerSaid& said) {
    const TopicSet topics = topics_said(said);
    const Span whole = d.whole(i);
    if (said.kind == PreviousKind::pain) d.add(pain_disclosed, i, whole, topics);
    if (said.kind == PreviousKind::objection) d.add(objection_raised, i, whole, topics);
    add_real_figure(d, i, said, topics);
    const bool tells = said.kind == PreviousKind::info || said.kind == PreviousKind::pain;
    if (tells && after_act(d, i, {Act::need_payoff_question})) d.add(payoff_disclosed, i, whole, topics, topics.any());
    const bool commits = said.kind == PreviousKind::commit;
    const bool answered = after_act(d, i, {Act::objection_answered, Act::objection_confirmed});
    if (d.before(i).objection_open && answered && (commits || said.kind == PreviousKind::info))
        d.add(objection_resolved, i, whole, topics, commits);
    if (commits && after_act(d, i, {Act::next_step})) d.add(step_accepted, i, whole, topics);
    if (commits && after_act(d, i, {Act::close})) d.add(order_accepted, i, whole, topics);
}

}  // namespace praxis::behaviour
