// Hand-made scenarios for the tests of this room: a plant manager of a press shop (the worked example of
// docs/buyer-mind.md), and four others that turn one rule each. Texts are left out: the mind reads none.
#pragma once

#include <string>
#include <vector>

#include "core/strategy/scenario.hpp"

namespace praxis::buyer::press_shop {

using namespace strategy;

// Topics, in the order of the scenario's table.
enum : std::uint8_t {
    kPlanning,
    kStops,
    kSap,
    kAdoption,
    kMoney,
    kDecision,
    kTiming,
    kRivals,
    kNights,
    kQuality,
    kShape
};
// Facts.
enum : std::uint8_t {
    kPrevent,
    kUnplanned,
    kCost,
    kDream,
    kSapPm,
    kBudget,
    kSigns,
    kSteps,
    kShutdown,
    kOemOffer,
    kCalls,
    kScrap,
    kScrapCost,
    kCrew,
    kFactCount
};
// Objections.
enum : std::uint8_t { kGadget, kTooDear, kItRule };

inline TopicId topic(std::uint8_t value) {
    return {value};
}

inline ScenarioFact fact(std::string id, FactLayer layer, std::uint8_t about, int trust,
                         std::vector<FactId> needs = {}) {
    ScenarioFact made;
    made.fact.id = std::move(id);
    made.fact.layer = layer;
    made.topic = topic(about);
    made.trust = trust;
    made.needs = std::move(needs);
    return made;
}

inline ScenarioCause cause(std::uint8_t about, Resolution resolve, std::uint16_t proofs = 0) {
    ScenarioCause made;
    made.topic = topic(about);
    made.cause.resolve = resolve;
    made.proofs = proofs;
    return made;
}

inline ScenarioObjection objection(ObjectionKind kind, std::uint8_t about, ActSet triggers,
                                   std::vector<ScenarioCause> causes) {
    ScenarioObjection made;
    made.objection.kind = kind;
    made.objection.triggers = triggers;
    made.topic = topic(about);
    made.causes = std::move(causes);
    return made;
}

inline GoalRule level(GoalLevel reached, DerivedEventSet needs) {
    GoalRule rule;
    rule.level = reached;
    rule.needs = needs;
    return rule;
}

inline void add_topics(Scenario& scenario) {
    for (const char* id : {"planning", "stops", "sap", "adoption", "money", "decision", "timing", "rivals", "nights",
                           "quality", "shape"}) {
        ScenarioTopic made;
        made.id = id;
        made.pain = made.id == "stops" || made.id == "quality";
        scenario.topics.push_back(made);
    }
}

inline void add_facts(Scenario& scenario) {
    using enum FactLayer;
    scenario.facts = {fact("prevent", situation, kPlanning, 15),
                      fact("unplanned", problem, kStops, 35),
                      fact("cost", implication, kStops, 43, {{kUnplanned}}),
                      fact("dream", payoff, kStops, 43, {{kUnplanned}}),
                      fact("sap-pm", situation, kSap, 15),
                      fact("budget", money, kMoney, 52),
                      fact("signs", authority, kDecision, 45),
                      fact("steps", process, kDecision, 42),
                      fact("shutdown", timeline, kTiming, 35),
                      fact("oem-offer", competition, kRivals, 42),
                      fact("calls", personal, kNights, 62, {{kUnplanned}}),
                      fact("scrap", problem, kQuality, 35),
                      fact("scrap-cost", implication, kQuality, 43, {{kScrap}}),
                      fact("crew", situation, kPlanning, 15)};
    scenario.facts[kCost].fact.figure = Figure{11000, "EUR", "hour"};
    scenario.facts[kOemOffer].known_to_role = false;
    scenario.facts[kOemOffer].ask_role = "purchasing";
}

inline void add_resistance(Scenario& scenario) {
    using enum Act;
    scenario.objections = {objection(ObjectionKind::doubt, kAdoption, {value_statement, quantified_value, feature_dump},
                                     {cause(kSap, Resolution::de_risk), cause(kStops, Resolution::prove, 0b1)}),
                           objection(ObjectionKind::ploy, kMoney, {price_talk}, {cause(kMoney, Resolution::trade)}),
                           objection(ObjectionKind::condition, kSap, {close}, {cause(kSap, Resolution::accept)})};
    scenario.objections[kItRule].objection.stage = Stage::negotiation;
    ScenarioProof reference;
    reference.proof.kind = ProofKind::trial;
    reference.topic = topic(kStops);
    scenario.proofs = {reference};
    ScenarioQuestion who_else;
    who_else.question.answered_by = {social_proof};
    scenario.questions = {who_else};
}

// Discovery with Dave Kerrigan: plain, measured, wants to see it work.
inline Scenario discovery() {
    using enum DerivedEvent;
    Scenario scenario;
    scenario.id = "press-shop/plant-manager/discovery/normal";
    scenario.kind = ConversationKind::discovery;
    scenario.brief.medium = Medium::in_person;
    scenario.people = {
        {"Dave Kerrigan",
         "plant manager",
         "Kerrigan Pressings",
         {Disclosure::measured, Attitude::neutral, Logic::trial, Expertise::practitioner, Style::plain}}};
    add_topics(scenario);
    add_facts(scenario);
    add_resistance(scenario);
    scenario.terms = Terms{48000, 38000, 45000, "year", "EUR", 5, {}, {}};
    GoalRule won = level(GoalLevel::won, {step_accepted, impact_disclosed});
    won.process_known = true;
    scenario.goals.levels = {won, level(GoalLevel::advanced, {step_accepted})};
    return scenario;
}

// A sceptical, terse, guarded one: same plant, harder ground.
inline Scenario hard_discovery() {
    Scenario scenario = discovery();
    scenario.people[0].persona = {Disclosure::guarded, Attitude::sceptical, Logic::references, Expertise::practitioner,
                                  Style::terse};
    scenario.rules.loss_percent = 115;
    return scenario;
}

// An engineer who has read everything and rewards being challenged.
inline Scenario well_read() {
    Scenario scenario = discovery();
    scenario.people[0].persona = {Disclosure::open, Attitude::neutral, Logic::numbers, Expertise::expert,
                                  Style::formal};
    scenario.rules.challenge_welcome = true;
    return scenario;
}

// Agrees with everything and commits to nothing.
inline Scenario pleasing() {
    Scenario scenario = discovery();
    scenario.people[0].persona = {Disclosure::open, Attitude::warm, Logic::relationship, Expertise::lay,
                                  Style::pleasing};
    return scenario;
}

inline Scenario cold_call() {
    using enum DerivedEvent;
    Scenario scenario = discovery();
    scenario.kind = ConversationKind::cold_call;
    scenario.brief.medium = Medium::phone;
    scenario.start = {22, 15, 55, 0, 10, 15, Stage::opening};
    scenario.rules.turns = 16;
    scenario.rules.situation_questions = 2;
    scenario.gates.step_trust = scenario.gates.step_interest = 32;
    scenario.goals.levels = {level(GoalLevel::won, {step_accepted, pain_disclosed}),
                             level(GoalLevel::advanced, {step_accepted})};
    return scenario;
}

inline Scenario negotiation() {
    using enum DerivedEvent;
    Scenario scenario = discovery();
    scenario.kind = ConversationKind::negotiation;
    scenario.start = {52, 55, 75, 42, 60, 40, Stage::negotiation};
    scenario.rules.turns = 22;
    scenario.rules.price_needs = Needs::nothing;
    scenario.facts_known = {{kUnplanned}, {kCost}, {kPrevent}};
    GoalRule won = level(GoalLevel::won, {order_accepted});
    won.margin_kept = true;
    scenario.goals.levels = {won, level(GoalLevel::advanced, {order_accepted}),
                             level(GoalLevel::continued, {step_accepted})};
    return scenario;
}

// Forty sheets, today: wants a price, not a talk.
inline Scenario spot() {
    using enum FactLayer;
    Scenario scenario = discovery();
    scenario.brief.medium = Medium::phone;
    scenario.start = {30, 45, 60, 5, 70, 65, Stage::opening};
    scenario.rules.quote_wins = true;
    scenario.rules.value_needs = scenario.rules.price_needs = Needs::nothing;
    scenario.rules.turns = 14;
    scenario.gates.order_trust = 25;
    scenario.gates.order_value = scenario.gates.negotiation_value = 0;
    scenario.facts = {fact("sheets", FactLayer::request, kShape, 0), fact("when", FactLayer::request, kTiming, 0),
                      fact("reclamations", problem, kQuality, 35)};
    scenario.facts[0].fact.volunteered = scenario.facts[1].fact.volunteered = true;
    scenario.objections.clear();
    scenario.questions.clear();
    scenario.request = Request{"40 sheets 3 mm", 1180, 1090, "t", "EUR", 3, {}};
    scenario.goals.levels = {level(GoalLevel::won, {DerivedEvent::order_accepted})};
    return scenario;
}

// The site closes next year: to part is to win.
inline Scenario disqualifier() {
    Scenario scenario = discovery();
    scenario.facts.push_back(fact("site-closes", FactLayer::timeline, kTiming, 35));
    scenario.goals.disqualify_right = true;
    scenario.goals.disqualifying = {{kFactCount}};
    scenario.goals.levels = {level(GoalLevel::continued, {DerivedEvent::step_accepted})};
    return scenario;
}

}  // namespace praxis::buyer::press_shop
