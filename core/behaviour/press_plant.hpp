// A small scenario made by hand, for tests: Dave Kerrigan, plant manager, whose presses stop without warning.
// Owner: core/behaviour; for tests of any room that judges or reports. Values only.
#pragma once

#include <string>
#include <utility>

#include "core/strategy/scenario.hpp"

namespace praxis::behaviour::press_plant {

inline constexpr TopicId kDowntime{0}, kBudget{1}, kAdoption{2}, kDecision{3}, kRivals{4}, kPrice{5};
inline constexpr FactId kInspection{0}, kStops{1}, kCost{2}, kSunday{3}, kMoney{4}, kSigner{5}, kPaper{6}, kOem{7};
inline constexpr ObjectionId kGadget{0}, kTooDear{1};

inline strategy::ScenarioTopic topic(std::string id, std::string name, bool pain = false) {
    strategy::ScenarioTopic made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.pain = pain;
    return made;
}

inline strategy::ScenarioFact fact(std::string id, strategy::FactLayer layer, TopicId topic, std::string text,
                                   std::string key) {
    strategy::ScenarioFact made;
    made.fact.id = std::move(id);
    made.fact.layer = layer;
    made.fact.full = {text};
    made.fact.brief = {std::move(text)};
    made.fact.key = {std::move(key)};
    made.topic = topic;
    return made;
}

inline strategy::ScenarioObjection objection(std::string id, strategy::ObjectionKind kind, TopicId topic,
                                             std::string says) {
    strategy::ScenarioObjection made;
    made.objection.id = std::move(id);
    made.objection.kind = kind;
    made.objection.says = {std::move(says)};
    made.topic = topic;
    return made;
}

inline void add_facts(strategy::Scenario& s) {
    using enum strategy::FactLayer;
    s.facts = {
        fact("inspection", situation, kDowntime, "An inspection every 500 hours, that's it.", "500 hours"),
        fact("stops.problem", problem, kDowntime, "We get two or three stops a month.", "two or three"),
        fact("stops.cost", implication, kDowntime, "Finance says eleven grand an hour.", "eleven grand"),
        fact("stops.payoff", payoff, kDowntime, "I'd plan the stop on a Sunday and sleep.", "sunday"),
        fact("budget", money, kBudget, "I've sixty left in maintenance this year.", "sixty"),
        fact("signer", authority, kDecision, "Beyond 25 thousand Ingrid signs.", "ingrid"),
        fact("paper", process, kDecision, "Purchasing sends a vendor form, that takes three weeks.", "three weeks"),
        fact("oem", competition, kRivals, "The press maker's own service looks after them.", "press maker")};
    s.facts[kCost.value].fact.figure = strategy::Figure{11000, "EUR", "hour"};
}

inline void add_objections(strategy::Scenario& s) {
    s.objections = {
        objection("gadget", strategy::ObjectionKind::doubt, kAdoption, "The last one ended up in a drawer."),
        objection("too-dear", strategy::ObjectionKind::ploy, kPrice, "You're dearer than the others.")};
    strategy::ScenarioCause cause;
    cause.cause.id = "nobody-looked";
    cause.cause.told_apart_by = "Was it the sensors, or nobody having time to look?";
    cause.cause.answer = "There is no dashboard to watch; the alert lands as a work order with your crew.";
    cause.topic = kAdoption;
    s.objections[kGadget.value].causes = {cause};
}

inline strategy::Scenario scenario() {
    strategy::Scenario s;
    s.id = "enterprise-plant/plant-manager/discovery/normal";
    s.strategy_id = "vantix";
    s.segment = "enterprise-plant";
    s.role = "plant-manager";
    s.segment_name = "large press shops";
    s.role_name = "plant manager";
    s.kind = strategy::ConversationKind::discovery;
    s.brief.title = "Discovery with the plant manager of a press shop";
    s.brief.medium = strategy::Medium::in_person;
    s.brief.minutes = 15;
    s.people = {{"Dave Kerrigan", "plant manager", "Kerrigan Pressings", {}}};
    s.role_card.power = strategy::Power::decides;
    s.topics = {topic("downtime", "unplanned stops", true),    topic("budget", "the budget"),
                topic("adoption", "getting people to use it"), topic("decision", "how you decide"),
                topic("rivals", "who looks after it now"),     topic("price", "the price")};
    add_facts(s);
    add_objections(s);
    s.proofs.resize(2);
    s.proofs[0].proof.kind = strategy::ProofKind::reference;
    s.proofs[0].proof.text = "Two press shops of your size will take a call.";
    s.proofs[1].proof.kind = strategy::ProofKind::calculation;
    s.proofs[1].proof.text = "We put your own stop log into a sheet with you.";
    s.proofs[1].topic = kDowntime;
    s.capabilities.resize(1);
    s.capabilities[0].capability.text = "The repair order lands with your crew a week ahead.";
    s.capabilities[0].topic = kDowntime;
    s.terms.emplace();
    s.terms->gives = {"a longer pilot"};
    s.terms->gets = {"take our reference calls"};
    s.cues = {"we live by the schedule", "a planning board", "200 to 900 people"};
    s.goals.text = "A dated next step with the person who signs";
    return s;
}

}  // namespace praxis::behaviour::press_plant
