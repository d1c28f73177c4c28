#include "core/strategy/canonical.hpp"

#include <bit>
#include <type_traits>

namespace praxis::strategy {
namespace {

// Seven bits a byte, the last with the high bit clear: almost every number here is small.
void fold_number(Digest& digest, std::uint64_t value) {
    char bytes[10];
    std::size_t size = 0;
    for (; value >= 0x80; value >>= 7) bytes[size++] = static_cast<char>(value | 0x80);
    bytes[size++] = static_cast<char>(value);
    digest.add(std::string_view(bytes, size));
}

void fold(Digest& digest, const std::string& text) {
    fold_number(digest, text.size());
    digest.add(text);
}
void fold(Digest& digest, double value) {
    digest.add(std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value));
}
template <class T>
requires std::is_integral_v<T> || std::is_enum_v<T>
void fold(Digest& digest, T value) {
    fold_number(digest, static_cast<std::uint64_t>(value));
}
template <class E>
void fold(Digest& digest, EnumSet<E> set) {
    fold_number(digest, set.bits());
}
template <class Tag>
void fold(Digest& digest, Id<Tag> id) {
    fold_number(digest, id.value);
}

void fold(Digest&, const Figure&);
void fold(Digest&, const Range&);
void fold(Digest&, const Fact&);
void fold(Digest&, const Pain&);
void fold(Digest&, const Cause&);
void fold(Digest&, const Objection&);
void fold(Digest&, const Proof&);
void fold(Digest&, const Capability&);
void fold(Digest&, const ForbiddenClaim&);
void fold(Digest&, const ValueProposition&);
void fold(Digest&, const Terms&);
void fold(Digest&, const ValueDriver::Input&);
void fold(Digest&, const Priority&);
void fold(Digest&, const RelationshipObjective&);
void fold(Digest&, const Alternative&);
void fold(Digest&, const Disqualifier&);
void fold(Digest&, const Person&);
void fold(Digest&, const Request&);
void fold(Digest&, const BuyerQuestion&);
void fold(Digest&, const SellingModel::StageStep&);
void fold(Digest&, const Company&);
void fold(Digest&, const EventPattern&);
void fold(Digest&, const AppliesTo&);
void fold(Digest&, const Brief&);
void fold(Digest&, const Counterpart&);
void fold(Digest&, const ScenarioFact&);
void fold(Digest&, const ScenarioCause&);
void fold(Digest&, const ScenarioObjection&);
void fold(Digest&, const ScenarioProof&);
void fold(Digest&, const ScenarioCapability&);
void fold(Digest&, const ScenarioValue&);
void fold(Digest&, const ScenarioQuestion&);
void fold(Digest&, const ScenarioTopic&);
void fold(Digest&, const GoalRule&);

template <class T>
void fold(Digest& digest, const std::optional<T>& value) {
    fold_number(digest, value.has_value());
    if (value) fold(digest, *value);
}
template <class T>
void fold(Digest& digest, const std::vector<T>& values) {
    fold_number(digest, values.size());
    for (const T& value : values) fold(digest, value);
}
template <class... Values>
void fold_all(Digest& digest, const Values&... values) {
    (fold(digest, values), ...);
}

void fold(Digest& d, const Figure& v) {
    fold_all(d, v.value, v.unit, v.per);
}
void fold(Digest& d, const Range& v) {
    fold_all(d, v.low, v.high);
}
void fold(Digest& d, const Fact& v) {
    fold_all(d, v.id, v.layer, v.topic, v.asked_by, v.trust, v.needs, v.known_to, v.volunteered, v.figure, v.key,
             v.full, v.brief);
}
void fold(Digest& d, const Pain& v) {
    fold_all(d, v.id, v.name, v.topic, v.felt_by, v.situation, v.problem, v.payoff, v.implications, v.impact, v.driver);
}
void fold(Digest& d, const Cause& v) {
    fold_all(d, v.id, v.weight, v.topic, v.tell, v.told_apart_by, v.resolve, v.proofs, v.answer, v.settled);
}
void fold(Digest& d, const Objection& v) {
    fold_all(d, v.id, v.kind, v.topic, v.raised_by, v.triggers, v.stage, v.trust_below, v.says, v.again, v.causes);
}
void fold(Digest& d, const Proof& v) {
    fold_all(d, v.id, v.kind, v.topic, v.text, v.words);
}
void fold(Digest& d, const Capability& v) {
    fold_all(d, v.id, v.topic, v.text, v.words);
}
void fold(Digest& d, const ForbiddenClaim& v) {
    fold_all(d, v.id, v.words, v.why);
}
void fold(Digest& d, const ValueProposition& v) {
    fold_all(d, v.id, v.topic, v.driver, v.text);
}
void fold(Digest& d, const Terms& v) {
    fold_all(d, v.list, v.floor, v.target, v.unit, v.currency, v.discount_authority, v.gives, v.gets);
}
void fold(Digest& d, const ValueDriver::Input& v) {
    fold_all(d, v.id, v.name, v.unit, v.baseline);
}
void fold(Digest& d, const Priority& v) {
    fold_all(d, v.tier, v.effort, v.why, v.walk_away, v.accounts);
}
void fold(Digest& d, const RelationshipObjective& v) {
    fold_all(d, v.from, v.to, v.customer_gives, v.investment);
}
void fold(Digest& d, const Alternative& v) {
    fold_all(d, v.id, v.kind, v.name, v.strength, v.we_lose_when);
}
void fold(Digest& d, const Disqualifier& v) {
    fold_all(d, v.id, v.text, v.fact);
}
// How somebody is shown changes nothing of what is practised: it is left out, here and of a Counterpart.
void fold(Digest& d, const Person& v) {
    fold_all(d, v.id, v.role, v.name, v.title, v.company, v.disclosure, v.attitude, v.logic, v.expertise, v.style);
}
void fold(Digest& d, const Request& v) {
    fold_all(d, v.what, v.list, v.floor, v.unit, v.currency, v.delivery_days);
}
void fold(Digest& d, const BuyerQuestion& v) {
    fold_all(d, v.id, v.answered_by, v.topic, v.says);
}
void fold(Digest& d, const SellingModel::StageStep& v) {
    fold_all(d, v.id, v.name, v.exit, v.moves);
}
void fold(Digest& d, const Company& v) {
    fold_all(d, v.name, v.what, v.people);
}
void fold(Digest& d, const EventPattern& v) {
    fold_all(d, v.by, v.acts, v.derived, v.moves, v.about, v.stage, v.role);
}
void fold(Digest& d, const AppliesTo& v) {
    fold_all(d, v.segments, v.roles, v.models, v.channels, v.kinds, v.relationships, v.quote_wins, v.challenge_welcome);
}
void fold(Digest& d, const Brief& v) {
    fold_all(d, v.title, v.situation, v.task, v.known, v.offer, v.terms, v.medium, v.minutes);
}
void fold(Digest& d, const Counterpart& v) {
    fold_all(d, v.name, v.title, v.company, v.persona.disclosure, v.persona.attitude, v.persona.logic,
             v.persona.expertise, v.persona.style);
}
void fold(Digest& d, const ScenarioFact& v) {
    fold_all(d, v.fact, v.topic, v.needs, v.trust, v.known_to_role, v.ask_role);
}
void fold(Digest& d, const ScenarioCause& v) {
    fold_all(d, v.cause, v.topic, v.proofs);
}
void fold(Digest& d, const ScenarioObjection& v) {
    fold_all(d, v.objection, v.topic, v.causes, v.pinned);
}
void fold(Digest& d, const ScenarioProof& v) {
    fold_all(d, v.proof, v.topic);
}
void fold(Digest& d, const ScenarioCapability& v) {
    fold_all(d, v.capability, v.topic);
}
void fold(Digest& d, const ScenarioValue& v) {
    fold_all(d, v.text, v.topic, v.effect);
}
void fold(Digest& d, const ScenarioQuestion& v) {
    fold_all(d, v.question, v.topic);
}
void fold(Digest& d, const ScenarioTopic& v) {
    fold_all(d, v.id, v.name, v.words, v.pain, v.facts);
}
void fold(Digest& d, const GoalRule& v) {
    fold_all(d, v.level, v.needs, v.pains_min, v.impacts_min, v.process_known, v.objections_settled, v.margin_kept);
}

void fold_numbers(Digest& d, const Scenario& v) {
    const MindStart& s = v.start;
    fold_all(d, s.trust, s.interest, s.patience, s.value, s.clarity, s.urgency, s.stage);
    const Gates& g = v.gates;
    fold_all(d, g.evaluation_interest, g.negotiation_value, g.step_trust, g.step_interest, g.order_trust, g.order_value,
             g.order_needs_process);
    const Rules& r = v.rules;
    fold_all(d, r.value_needs, r.price_needs, r.discount, r.situation_questions, r.quote_wins, r.quote_within,
             r.challenge_welcome, r.turns, r.loss_percent, r.objections_max);
}

}  // namespace

void fold(Digest& d, const Topic& v) {
    fold_all(d, v.id, v.name, v.words);
}
void fold(Digest& d, const Offer& v) {
    fold_all(d, v.id, v.name, v.what, v.values, v.capabilities, v.limits, v.claims, v.forbidden, v.proofs, v.terms);
}
void fold(Digest& d, const ValueDriver& v) {
    fold_all(d, v.id, v.name, v.formula, v.topic, v.inputs, v.effect, v.confirmed_by, v.proofs);
}
void fold(Digest& d, const Role& v) {
    fold_all(d, v.id, v.was, v.name, v.goals, v.fear, v.personal_win, v.decision_right, v.stance, v.influences, v.power,
             v.disclosure, v.attitude, v.logic, v.expertise, v.style);
}
void fold(Digest& d, const SellingModel& v) {
    fold_all(d, v.id, v.was, v.name, v.applies_when, v.stages, v.value_needs, v.price_needs, v.discount,
             v.situation_questions, v.quote_wins, v.quote_within, v.challenge_welcome);
}
void fold(Digest& d, const Channel& v) {
    fold_all(d, v.id, v.name, v.owner, v.hand_off, v.conflict_rule, v.partner_margin, v.medium);
}
void fold(Digest& d, const Partner& v) {
    fold_all(d, v.id, v.name, v.wants, v.gives);
}
void fold(Digest& d, const Segment& v) {
    fold_all(d, v.id, v.was, v.name, v.what, v.said, v.seen, v.firmographic, v.triggers, v.disqualifiers, v.margin,
             v.cost_to_serve, v.wallet_share, v.cost_of_inaction, v.alternatives, v.vocabulary, v.priority,
             v.relationship, v.selling_model, v.channels, v.offers, v.roles, v.decision, v.pains, v.facts, v.objections,
             v.questions, v.people, v.request);
}
void fold(Digest& d, const Indicator& v) {
    fold_all(d, v.id, v.says, v.of, v.op, v.n, v.value, v.per, v.before, v.after, v.within);
}
void fold(Digest& d, const Behaviour& v) {
    fold_all(d, v.id, v.was, v.name, v.why, v.skill, v.when, v.serves, v.indicators, v.needed, v.tip);
}
void fold(Digest& d, const ScenarioOverride& v) {
    fold_all(d, v.id, v.segment, v.role, v.kind, v.difficulty, v.title, v.situation, v.task, v.person, v.objections,
             v.facts_known, v.trust, v.interest, v.patience, v.turns, v.behaviours);
}
void fold(Digest& d, const Strategy& v) {
    fold_all(d, v.id, v.name, v.language, v.company, v.topics, v.offers, v.drivers, v.roles, v.models, v.channels,
             v.partners, v.segments, v.behaviours, v.scenarios, v.reveal_undiscovered);
}
void fold(Digest& d, const Scenario& v) {
    fold_all(d, v.id, v.strategy_id, v.language, v.segment, v.role, v.model, v.channel, v.segment_name, v.role_name,
             v.model_name, v.seller, v.kind, v.difficulty, v.brief, v.people, v.role_card, v.topics, v.facts,
             v.objections, v.questions, v.proofs, v.capabilities, v.values, v.forbidden, v.limits, v.vocabulary,
             v.rivals, v.cues, v.facts_known, v.terms, v.request);
    fold_numbers(d, v);
    fold_all(d, v.goals.text, v.goals.levels, v.goals.disqualify_right, v.goals.disqualifying, v.criteria,
             v.relationship, v.blind, v.reveal_undiscovered);
}

}  // namespace praxis::strategy
