#include "core/buyer/scene.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace praxis::buyer {
namespace {

using enum Act;
using strategy::FactLayer;
using strategy::Stage;

constexpr std::array<ActSet, strategy::kFactLayerCount> kUsualQuestions = {
    ActSet{situation_question},
    ActSet{problem_question},
    ActSet{implication_question},
    ActSet{need_payoff_question},
    ActSet{criteria_question},
    ActSet{budget_question},
    ActSet{authority_question, decision_process_question, stakeholder_mapping},
    ActSet{decision_process_question, authority_question},
    ActSet{timeline_question},
    ActSet{competition_question},
    ActSet{stakeholder_mapping, authority_question},
    ActSet{implication_question, need_payoff_question, problem_question},
    ActSet{situation_question, criteria_question, timeline_question},
};

constexpr std::uint32_t kPersonSlot = 0x100;
constexpr std::uint32_t kCauseSlot = 0x200;

constexpr FactSet bit(std::size_t i) {
    return FactSet{1} << i;
}

std::uint8_t level(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 101));
}

std::int64_t milli(double money) {
    return std::llround(money * 1000);
}

void refuse_excess(Problems& problems, std::string_view what, std::size_t count, std::size_t limit) {
    if (count <= limit) return;
    problems.push_back({Severity::error,
                        {},
                        "the scenario has " + std::to_string(count) + " " + std::string(what) + ", more than the " +
                            std::to_string(limit) + " a buyer can hold",
                        "leave out what this role would never talk about"});
}

Problems limits_of(const strategy::Scenario& scenario) {
    Problems problems;
    refuse_excess(problems, "facts", scenario.facts.size(), kFactsMax);
    refuse_excess(problems, "objections", scenario.objections.size(), kObjectionsMax);
    refuse_excess(problems, "topics", scenario.topics.size(), kTopicsMax);
    refuse_excess(problems, "questions", scenario.questions.size(), kQuestionsMax);
    refuse_excess(problems, "proofs", scenario.proofs.size(), kProofsMax);
    refuse_excess(problems, "people", scenario.people.size(), kPeopleMax);
    refuse_excess(problems, "goal levels", scenario.goals.levels.size(), kLevelsMax);
    for (const auto& objection : scenario.objections)
        refuse_excess(problems, "causes for objection \"" + objection.objection.id + "\"", objection.causes.size(),
                      kCausesMax);
    if (scenario.people.empty())
        problems.push_back({Severity::error, {}, "the scenario has nobody to talk to", "give the role a person"});
    return problems;
}

bool is_plain(FactLayer layer) {
    return layer == FactLayer::situation || layer == FactLayer::problem || layer == FactLayer::request ||
           layer == FactLayer::criteria;
}

bool is_path(FactLayer layer) {
    return layer == FactLayer::authority || layer == FactLayer::process;
}

void sort_fact(FactKinds& kinds, const SceneFact& fact, FactSet own) {
    if (fact.layer == FactLayer::problem || fact.layer == FactLayer::implication) kinds.pain |= own;
    if (fact.layer == FactLayer::implication) kinds.implication |= own;
    if (fact.layer == FactLayer::payoff) kinds.payoff |= own;
    if (fact.layer == FactLayer::timeline) kinds.timeline |= own;
    if (fact.layer == FactLayer::request) kinds.request |= own;
    if (is_path(fact.layer) && fact.known_to_role) kinds.path |= own;
    if (strategy::depth(fact.layer) >= 2) kinds.deep |= own;
    if (fact.figure) kinds.figure |= own;
    if (is_plain(fact.layer)) kinds.plain |= own;
}

// The same facts by what leads to them, so that nobody has to look through all of them.
void sort_by_way(Scene& scene, const SceneFact& fact, std::size_t i) {
    scene.facts_of_layer[static_cast<std::size_t>(fact.layer)] |= bit(i);
    for (std::size_t act = 0; act < scene.facts_asked_by.size(); ++act)
        if (fact.asked_by.has(static_cast<Act>(act))) scene.facts_asked_by[act] |= bit(i);
}

void take_facts(Scene& scene, const strategy::Scenario& scenario) {
    scene.fact_count = static_cast<std::uint8_t>(scenario.facts.size());
    for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
        const strategy::ScenarioFact& from = scenario.facts[i];
        SceneFact& fact = scene.facts[i];
        fact.layer = from.fact.layer;
        fact.asked_by = from.fact.asked_by.empty() ? usual_questions(fact.layer) : from.fact.asked_by;
        fact.topic = from.topic;
        fact.trust = level(from.trust);
        fact.known_to_role = from.known_to_role;
        fact.volunteered = from.fact.volunteered;
        fact.figure = from.fact.figure.has_value();
        for (const FactId need : from.needs)
            if (need.value < kFactsMax) fact.needs |= bit(need.value);
        if (fact.topic.value < kTopicsMax) scene.facts_of_topic[fact.topic.value] |= bit(i);
        sort_fact(scene.kinds, fact, bit(i));
        sort_by_way(scene, fact, i);
    }
    for (const FactId known : scenario.facts_known)
        if (known.value < scene.fact_count) scene.known_from_start |= bit(known.value);
    for (const FactId fact : scenario.goals.disqualifying)
        if (fact.value < scene.fact_count) scene.kinds.disqualifying |= bit(fact.value);
}

// The layers of one pain share the part of their ids before the dot ("stops.problem", "stops.payoff").
std::string_view pain_of(std::string_view fact_id) {
    const std::size_t dot = fact_id.find('.');
    return dot == std::string_view::npos ? std::string_view{} : fact_id.substr(0, dot);
}

void join_threads(Scene& scene, const strategy::Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
        TopicSet& thread = scene.facts[i].thread;
        const std::string_view pain = pain_of(scenario.facts[i].fact.id);
        for (std::size_t k = 0; k < scenario.facts.size(); ++k) {
            const bool same = !pain.empty() && pain_of(scenario.facts[k].fact.id) == pain;
            if (same || (scene.facts[i].needs & bit(k)) != 0) thread.insert(scene.facts[k].topic);
        }
        for (std::uint8_t topic = 0; topic < kTopicsMax; ++topic)
            if (thread.has({topic}) || scene.facts[i].topic == TopicId{topic}) scene.thread_of_topic[topic] |= bit(i);
    }
}

SceneObjection to_scene(const strategy::ScenarioObjection& from) {
    SceneObjection objection;
    objection.triggers = from.objection.triggers;
    objection.kind = from.objection.kind;
    objection.topic = from.topic;
    objection.from = from.objection.stage.value_or(Stage::opening);
    objection.trust_below = level(from.objection.trust_below);
    objection.pinned = from.pinned;
    for (const strategy::ScenarioCause& cause : from.causes)
        objection.causes[objection.cause_count++] = {
            cause.topic.none() ? from.topic : cause.topic, cause.cause.resolve, cause.proofs,
            static_cast<std::uint16_t>(std::clamp(cause.cause.weight, 1, 999))};
    if (objection.cause_count == 0) objection.causes[objection.cause_count++].topic = from.topic;
    return objection;
}

// A buyer asks who is calling before anything, and what it costs only when there is something to buy.
Stage natural_from(ActSet answered_by) {
    if (answered_by.any({greeting, rapport, agenda, permission})) return Stage::opening;
    if (answered_by.any({insight, value_statement}) && !answered_by.any({price_talk, social_proof}))
        return Stage::discovery;
    return Stage::evaluation;
}

ScenePrice price_of(const strategy::Scenario& scenario) {
    if (!scenario.terms) return {};
    return {milli(scenario.terms->list), milli(scenario.terms->floor), milli(scenario.terms->target)};
}

void take_rest(Scene& scene, const strategy::Scenario& scenario) {
    for (const auto& objection : scenario.objections) scene.objections[scene.objection_count++] = to_scene(objection);
    for (const auto& from : scenario.questions)
        scene.questions[scene.question_count++] = {from.question.answered_by, from.topic,
                                                   natural_from(from.question.answered_by)};
    for (const auto& from : scenario.proofs) scene.proofs[scene.proof_count++] = {from.proof.kind, from.topic};
    for (const auto& person : scenario.people) scene.people[scene.person_count++] = person.persona;
    for (const auto& rule : scenario.goals.levels) scene.levels[scene.level_count++] = rule;
    scene.topic_count = static_cast<std::uint8_t>(scenario.topics.size());
    for (std::size_t i = 0; i < scenario.topics.size(); ++i) {
        if (!scenario.topics[i].pain) continue;
        scene.pains[scene.pain_count] = {static_cast<std::uint8_t>(i)};
        scene.pain_topics.insert(scene.pains[scene.pain_count++]);
    }
    scene.start = scenario.start;
    scene.gates = scenario.gates;
    scene.rules = scenario.rules;
    scene.rules.turns = scenario.rules.turns <= 0 ? strategy::Rules{}.turns : std::min(scenario.rules.turns, kTurnsMax);
    scene.kind = scenario.kind;
    scene.medium = scenario.brief.medium;
    scene.price = price_of(scenario);
    if (scenario.request) scene.request = {milli(scenario.request->list), milli(scenario.request->floor), 0};
    scene.disqualify_right = scenario.goals.disqualify_right;
}

template <class Weights>
std::uint8_t choose_weighted(const Weights& weights, std::size_t count, std::uint64_t number) {
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < count; ++i) total += weights[i].weight;
    std::uint32_t at = pick(number, std::max(total, 1U));
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (at < weights[i].weight) return static_cast<std::uint8_t>(i);
        at -= weights[i].weight;
    }
    return static_cast<std::uint8_t>(count == 0 ? 0 : count - 1);
}

}  // namespace

ActSet usual_questions(FactLayer layer) {
    return kUsualQuestions[static_cast<std::size_t>(layer)];
}

Result<Scene, Problems> make_scene(const strategy::Scenario& scenario) {
    if (Problems problems = limits_of(scenario); !problems.empty()) return refuse(std::move(problems));
    Scene scene;
    take_facts(scene, scenario);
    join_threads(scene, scenario);
    take_rest(scene, scenario);
    return scene;
}

Casting cast(const Scene& scene, Seed seed, ParticipantId who) {
    Casting casting;
    casting.person = pick(chance(seed, who.value, 0, kPersonSlot), std::max<std::uint32_t>(scene.person_count, 1));
    for (std::uint32_t i = 0; i < scene.objection_count; ++i) {
        const SceneObjection& objection = scene.objections[i];
        casting.causes[i] =
            choose_weighted(objection.causes, objection.cause_count, chance(seed, who.value, 0, kCauseSlot + i));
    }
    return casting;
}

Casting cast(const strategy::Scenario& scenario, Seed seed) {
    const auto scene = make_scene(scenario);
    return scene ? cast(*scene, seed, kFirstBuyer) : Casting{};
}

}  // namespace praxis::buyer
