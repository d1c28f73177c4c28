#include "core/strategy/scenarios/defaults.hpp"

#include <algorithm>
#include <array>

namespace praxis::strategy {
namespace {

template <class E>
constexpr std::size_t at(E value) {
    return static_cast<std::size_t>(value);
}

using enum Act;

struct LayerDefaults {
    ActSet questions;
    int trust;
};

// A start of 30 and some courtesy reach a problem in the third exchange; a personal stake takes a whole good talk.
constexpr std::array<LayerDefaults, kFactLayerCount> kLayers = {{
    {{situation_question}, 15},
    {{problem_question}, 35},
    {{implication_question}, 43},
    {{need_payoff_question}, 43},
    {{criteria_question}, 35},
    {{budget_question}, 52},
    {{authority_question}, 45},
    {{decision_process_question, authority_question}, 42},
    {{timeline_question}, 35},
    {{competition_question}, 42},
    {{stakeholder_mapping, authority_question}, 38},
    {{implication_question, need_payoff_question, problem_question}, 62},
    {{situation_question, criteria_question, timeline_question}, 0},
}};

//                     trust interest patience value clarity urgency  stage
constexpr std::array<KindDefaults, kConversationKindCount> kKinds = {{
    {{22, 15, 55, 0, 10, 15, Stage::opening}, 16, 3, 2, 32, 0, false, false},
    {{30, 25, 80, 5, 20, 20, Stage::opening}, 30, 15, 2, 40, 0, false, false},
    {{42, 40, 80, 15, 35, 25, Stage::opening}, 26, 15, 3, 45, 1, false, true},
    {{42, 42, 72, 28, 40, 30, Stage::evaluation}, 20, 10, 3, 45, 1, true, true},
    {{52, 55, 75, 42, 60, 40, Stage::negotiation}, 22, 15, 2, 45, 1, true, true},
    {{50, 38, 75, 30, 55, 20, Stage::opening}, 24, 15, 2, 45, 0, false, true},
}};

constexpr std::array<DifficultyShift, kDifficultyCount> kDifficulties = {{
    {10, 10, -8, 75, -1},
    {0, 0, 0, 100, 0},
    {-8, -10, 8, 130, 1},
}};

//                step order process impact payoff margin
constexpr std::array<RelationshipShift, kRelationshipCount> kRelationships = {{
    {-6, -8, false, false, false, false},
    {-2, -4, false, true, false, true},
    {0, 0, true, true, false, true},
    {4, 5, true, true, true, true},
}};

}  // namespace

int within_0_100(int value) {
    return std::clamp(value, 0, 100);
}

ActSet usual_questions(FactLayer layer) {
    return kLayers[at(layer)].questions;
}
int usual_trust(FactLayer layer) {
    return kLayers[at(layer)].trust;
}
const KindDefaults& defaults_of(ConversationKind kind) {
    return kKinds[at(kind)];
}
const DifficultyShift& shift_of(Difficulty difficulty) {
    return kDifficulties[at(difficulty)];
}
const RelationshipShift& shift_of(Relationship relationship) {
    return kRelationships[at(relationship)];
}

bool quote_decides(ConversationKind kind, const SellingModel& model) {
    return model.quote_wins && kind != ConversationKind::objection_handling && kind != ConversationKind::renewal;
}

MindStart start_of(ConversationKind kind, Difficulty difficulty, const SellingModel& model) {
    MindStart start = defaults_of(kind).start;
    if (quote_decides(kind, model)) {  // the buyer has a need today, little time, and knows what is wanted
        start.interest = std::max(start.interest, 45);
        start.clarity = std::max(start.clarity, 70);
        start.urgency = std::max(start.urgency, 65);
        start.patience = std::min(start.patience, 60);
    }
    start.trust = within_0_100(start.trust + shift_of(difficulty).trust);
    start.patience = within_0_100(start.patience + shift_of(difficulty).patience);
    return start;
}

Gates gates_of(ConversationKind kind, Difficulty difficulty, const SellingModel& model, Relationship relationship) {
    const int harder = shift_of(difficulty).gate;
    const RelationshipShift& wish = shift_of(relationship);
    Gates gates;
    gates.evaluation_interest = within_0_100(gates.evaluation_interest + harder);
    gates.negotiation_value = within_0_100(gates.negotiation_value + harder);
    gates.step_trust = within_0_100(defaults_of(kind).step_gate + harder + wish.step_gate);
    gates.step_interest = within_0_100(std::min(gates.step_interest, defaults_of(kind).step_gate) + harder);
    gates.order_trust = within_0_100(gates.order_trust + harder + wish.order_gate);
    gates.order_value = within_0_100(gates.order_value + harder);
    gates.order_needs_process = wish.process && difficulty != Difficulty::easy;
    if (quote_decides(kind, model)) {
        gates.order_trust = within_0_100(25 + harder);
        gates.order_value = 0;
        gates.negotiation_value = 0;
        gates.order_needs_process = false;
    }
    return gates;
}

Rules rules_of(ConversationKind kind, Difficulty difficulty, const SellingModel& model) {
    Rules rules;
    rules.value_needs = model.value_needs;
    rules.price_needs = model.price_needs;
    rules.discount = model.discount;
    rules.challenge_welcome = model.challenge_welcome;
    rules.quote_wins = quote_decides(kind, model);
    rules.quote_within = model.quote_within;
    rules.situation_questions = model.situation_questions;
    // A stranger on the telephone has no time for an interview; in a discovery meeting one is expected.
    if (kind == ConversationKind::cold_call) rules.situation_questions = std::min(rules.situation_questions, 2);
    if (kind == ConversationKind::negotiation) rules.price_needs = Needs::nothing;
    rules.turns = defaults_of(kind).turns;
    if (rules.quote_wins) rules.turns = std::min(rules.turns, 14);
    rules.loss_percent = shift_of(difficulty).loss_percent;
    rules.objections_max = std::max(1, defaults_of(kind).objections + shift_of(difficulty).objections);
    return rules;
}

}  // namespace praxis::strategy
