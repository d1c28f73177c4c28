#include <algorithm>

#include "core/strategy/scenarios/defaults.hpp"
#include "core/strategy/scenarios/ground.hpp"

namespace praxis::strategy {
namespace {

constexpr std::size_t kProofsMax = 16;        // bits of Observation::proofs
constexpr std::size_t kCapabilitiesMax = 64;  // bits of Observation::capabilities

bool holds(const Slugs& slugs, const Slug& slug) {
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}
bool open_to(const Slugs& slugs, const Slug& slug) {
    return slugs.empty() || holds(slugs, slug);
}

TopicId topic_id(const Scenario& scenario, const Slug& slug) {
    for (std::size_t i = 0; i < scenario.topics.size(); ++i)
        if (scenario.topics[i].id == slug) return {static_cast<std::uint8_t>(i)};
    return {};
}

FactId fact_id(const Scenario& scenario, const Slug& slug) {
    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (scenario.facts[i].fact.id == slug) return {static_cast<std::uint8_t>(i)};
    return {};
}

// All topics of the strategy: a rep may speak of another segment's, and the buyer must know that it is not theirs.
void fill_topics(Scenario& scenario, const Cast& cast) {
    for (const Topic& topic : cast.ground.strategy.topics) {
        const auto is_its = [&](const Pain& pain) { return pain.topic == topic.id; };
        const auto& pains = cast.ground.segment.pains;
        scenario.topics.push_back(
            {topic.id, topic.name, topic.words, std::any_of(pains.begin(), pains.end(), is_its), {}});
    }
}

// Whom a fact is known to: as authored; otherwise what hurts is known to those it hurts, and the set-up to everybody.
const Slugs& knowers(const Fact& fact, const Segment& segment) {
    static const Slugs kEverybody;
    if (!fact.known_to.empty()) return fact.known_to;
    if (fact.layer == FactLayer::situation) return kEverybody;
    for (const Pain& pain : segment.pains)
        if (fact.id.starts_with(pain.id + ".") && !pain.felt_by.empty()) return pain.felt_by;
    return kEverybody;
}

// A pain is told layer by layer unless the author says otherwise.
Slugs needs_of(const Fact& fact, const Segment& segment) {
    if (!fact.needs.empty() || fact.volunteered) return fact.needs;
    for (const Pain& pain : segment.pains)
        if (fact.id.starts_with(pain.id + ".") && fact.layer != FactLayer::situation &&
            fact.layer != FactLayer::problem && pain.problem)
            return {pain.problem->id};
    return {};
}

std::string name_of_role(const Strategy& strategy, const Slugs& roles, const Segment& segment) {
    for (const Slug& id : roles)
        for (const Role& role : strategy.roles)
            if (role.id == id && holds(segment.roles, id)) return role.name;
    return "";
}

// The facts that show a disqualifier belong only to the scenarios in which it holds.
bool is_left_out(const Fact& fact, const Cast& cast) {
    for (const Disqualifier& disqualifier : cast.ground.segment.disqualifiers)
        if (disqualifier.fact == fact.id) return disqualifier.id != cast.key.disqualifier;
    return false;
}

ScenarioFact scenario_fact(const Fact& fact, const Scenario& scenario, const Cast& cast) {
    const Ground& ground = cast.ground;
    ScenarioFact made;
    made.fact = fact;
    if (made.fact.asked_by.empty()) made.fact.asked_by = usual_questions(fact.layer);
    made.topic = topic_id(scenario, fact.topic);
    const int gate = fact.trust.value_or(usual_trust(fact.layer));
    made.trust = fact.volunteered || gate == 0 ? 0 : within_0_100(gate + shift_of(cast.key.difficulty).gate);
    const Slugs& known_to = knowers(fact, ground.segment);
    made.known_to_role = open_to(known_to, cast.role.id);
    if (!made.known_to_role) made.ask_role = name_of_role(ground.strategy, known_to, ground.segment);
    return made;
}

void fill_facts(Scenario& scenario, const Cast& cast) {
    for (const Fact* fact : cast.ground.facts)
        if (!is_left_out(*fact, cast)) scenario.facts.push_back(scenario_fact(*fact, scenario, cast));
    for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
        ScenarioFact& made = scenario.facts[i];
        for (const Slug& need : needs_of(made.fact, cast.ground.segment)) {
            const FactId id = fact_id(scenario, need);
            if (!id.none() && scenario.facts[id.value].known_to_role) made.needs.push_back(id);
        }
        if (!made.topic.none()) scenario.topics[made.topic.value].facts.push_back({static_cast<std::uint8_t>(i)});
    }
}

// What an earlier talk brought to light, by kind of conversation, and what an override adds.
void fill_known(Scenario& scenario, const Cast& cast) {
    const KindDefaults& usual = defaults_of(cast.key.kind);
    Slugs known;
    int pains = 0;
    for (const Pain& pain : cast.ground.segment.pains) {
        if (usual.known_situation && pain.situation) known.push_back(pain.situation->id);
        if (!pain.problem || pains >= usual.known_pains || !open_to(pain.felt_by, cast.role.id)) continue;
        known.push_back(pain.problem->id);
        if (pains++ == 0 && usual.known_impact && !pain.implications.empty())
            known.push_back(pain.implications.front().id);
    }
    if (cast.change) known.insert(known.end(), cast.change->facts_known.begin(), cast.change->facts_known.end());
    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (holds(known, scenario.facts[i].fact.id) && scenario.facts[i].known_to_role)
            scenario.facts_known.push_back({static_cast<std::uint8_t>(i)});
}

ScenarioValue scenario_value(const ValueProposition& value, const Scenario& scenario, const Strategy& strategy) {
    ScenarioValue made{value.text, topic_id(scenario, value.topic), {}};
    for (const ValueDriver& driver : strategy.drivers)
        if (driver.id == value.driver) made.effect = driver.effect;
    return made;
}

// Proofs that settle something come first: only sixteen can be told apart in an utterance.
void fill_offers(Scenario& scenario, const Cast& cast) {
    Slugs asked_for;
    for (const Objection& objection : cast.ground.segment.objections)
        for (const Cause& cause : objection.causes)
            asked_for.insert(asked_for.end(), cause.proofs.begin(), cause.proofs.end());
    for (const bool first : {true, false})
        for (const Offer* offer : cast.ground.offers)
            for (const Proof& proof : offer->proofs)
                if (holds(asked_for, proof.id) == first && scenario.proofs.size() < kProofsMax)
                    scenario.proofs.push_back({proof, topic_id(scenario, proof.topic)});
    for (const Offer* offer : cast.ground.offers) {
        for (const Capability& capability : offer->capabilities)
            if (scenario.capabilities.size() < kCapabilitiesMax)
                scenario.capabilities.push_back({capability, topic_id(scenario, capability.topic)});
        for (const ValueProposition& value : offer->values)
            scenario.values.push_back(scenario_value(value, scenario, cast.ground.strategy));
        scenario.forbidden.insert(scenario.forbidden.end(), offer->forbidden.begin(), offer->forbidden.end());
        scenario.limits.insert(scenario.limits.end(), offer->limits.begin(), offer->limits.end());
        if (!scenario.terms) scenario.terms = offer->terms;
    }
    scenario.request = cast.ground.segment.request;
}

ScenarioObjection scenario_objection(const Objection& objection, const Scenario& scenario) {
    ScenarioObjection made{objection, topic_id(scenario, objection.topic), {}, false};
    for (const Cause& cause : objection.causes) {
        ScenarioCause reason{cause, topic_id(scenario, cause.topic), 0};
        if (reason.topic.none()) reason.topic = made.topic;
        for (std::size_t i = 0; i < scenario.proofs.size(); ++i)
            if (holds(cause.proofs, scenario.proofs[i].proof.id))
                reason.proofs = static_cast<std::uint16_t>(reason.proofs | (1u << i));
        made.causes.push_back(std::move(reason));
    }
    return made;
}

void fill_objections(Scenario& scenario, const Cast& cast) {
    for (const Objection& objection : cast.ground.segment.objections) {
        const bool wished = cast.change && holds(cast.change->objections, objection.id);
        if (!open_to(objection.raised_by, cast.role.id) && !wished) continue;
        scenario.objections.push_back(scenario_objection(objection, scenario));
        scenario.objections.back().pinned = wished;
    }
    const auto pinned = [](const ScenarioObjection& objection) { return objection.pinned; };
    if (cast.key.kind == ConversationKind::objection_handling && !scenario.objections.empty() &&
        std::none_of(scenario.objections.begin(), scenario.objections.end(), pinned))
        scenario.objections.front().pinned = true;
}

Counterpart counterpart_of(const Person& person, const Role& role) {
    return {person.name,
            person.title.empty() ? role.name : person.title,
            person.company,
            {person.disclosure.value_or(role.disclosure), person.attitude.value_or(role.attitude),
             person.logic.value_or(role.logic), person.expertise.value_or(role.expertise),
             person.style.value_or(role.style)},
            person.presents,
            person.setting};
}

void fill_people(Scenario& scenario, const Cast& cast) {
    const bool chosen = cast.change && !cast.change->person.empty();
    for (const Person& person : cast.ground.segment.people)
        if (chosen ? person.id == cast.change->person : person.role == cast.role.id)
            scenario.people.push_back(counterpart_of(person, cast.role));
}

void fill_surroundings(Scenario& scenario, const Cast& cast) {
    const Segment& segment = cast.ground.segment;
    for (const BuyerQuestion& question : segment.questions)
        scenario.questions.push_back({question, topic_id(scenario, question.topic)});
    scenario.vocabulary = segment.vocabulary;
    for (const Alternative& alternative : segment.alternatives) scenario.rivals.push_back(alternative.name);
    for (const Texts* cues : {&segment.said, &segment.seen, &segment.firmographic})
        scenario.cues.insert(scenario.cues.end(), cues->begin(), cues->end());
}

void check_limit(Problems& problems, const Cast& cast, std::size_t size, std::size_t most, const std::string& what) {
    if (size <= most) return;
    problems.push_back({Severity::error, cast.ground.segment.at,
                        "scenario '" + id_of(cast.key) + "' has " + std::to_string(size) + " " + what,
                        "at most " + std::to_string(most) + " can be told apart in one conversation"});
}

}  // namespace

Problems fill_tables(Scenario& scenario, const Cast& cast) {
    Problems problems;
    check_limit(problems, cast, cast.ground.strategy.topics.size(), kTopicsMax, "topics");
    check_limit(problems, cast, cast.ground.facts.size(), kFactsMax, "facts");
    check_limit(problems, cast, cast.ground.segment.objections.size(), kObjectionsMax, "objections");
    if (!problems.empty()) return problems;
    fill_topics(scenario, cast);
    fill_facts(scenario, cast);
    fill_known(scenario, cast);
    fill_offers(scenario, cast);
    fill_objections(scenario, cast);
    fill_people(scenario, cast);
    fill_surroundings(scenario, cast);
    if (scenario.people.empty())
        problems.push_back({Severity::error, cast.ground.segment.at,
                            "nobody of segment '" + cast.ground.segment.id + "' has the role '" + cast.role.id + "'",
                            "add a person with 'role: " + cast.role.id + "' under people"});
    return problems;
}

}  // namespace praxis::strategy
