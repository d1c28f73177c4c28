#include "wire/strategy/preview.hpp"

#include <boost/json/array.hpp>

#include "wire/brief.hpp"
#include "wire/json/json_list.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;
using strategy::Scenario;

constexpr std::int64_t kSeedMost = (std::int64_t{1} << 53) - 1;  // a number that a browser keeps exactly

template <class E>
json::array names_in(EnumSet<E> set, int count) {
    json::array names;
    for (int i = 0; i < count; ++i)
        if (set.has(static_cast<E>(i))) names.emplace_back(name(static_cast<E>(i)));
    return names;
}

std::string topic_named(const Scenario& scenario, TopicId topic) {
    return topic.value < scenario.topics.size() ? scenario.topics[topic.value].name : std::string();
}

std::string first_of(const strategy::Texts& texts) {
    return texts.empty() ? std::string() : texts.front();
}

json::object person_of(const strategy::Counterpart& person) {
    return {{"name", person.name},
            {"title", person.title},
            {"company", person.company},
            {"disclosure", strategy::name(person.persona.disclosure)},
            {"attitude", strategy::name(person.persona.attitude)},
            {"logic", strategy::name(person.persona.logic)},
            {"expertise", strategy::name(person.persona.expertise)},
            {"style", strategy::name(person.persona.style)}};
}

json::object fact_of(const Scenario& scenario, const strategy::ScenarioFact& fact) {
    json::array needs;
    for (const FactId id : fact.needs)
        if (id.value < scenario.facts.size()) needs.emplace_back(scenario.facts[id.value].fact.id);
    return {{"id", fact.fact.id},
            {"layer", strategy::name(fact.fact.layer)},
            {"topic", topic_named(scenario, fact.topic)},
            {"says", first_of(fact.fact.full)},
            {"asked_by", names_in(fact.fact.asked_by, kActCount)},
            {"trust", fact.trust},
            {"needs", std::move(needs)},
            {"known_to_role", fact.known_to_role},
            {"ask_role", fact.ask_role},
            {"volunteered", fact.fact.volunteered}};
}

json::object objection_of(const Scenario& scenario, const strategy::ScenarioObjection& objection) {
    const auto cause = [](const strategy::ScenarioCause& one) {
        return json::object{{"id", one.cause.id},
                            {"weight", one.cause.weight},
                            {"says", first_of(one.cause.tell)},
                            {"told_apart_by", one.cause.told_apart_by},
                            {"resolve", strategy::name(one.cause.resolve)},
                            {"answer", one.cause.answer}};
    };
    return {{"id", objection.objection.id},
            {"kind", strategy::name(objection.objection.kind)},
            {"topic", topic_named(scenario, objection.topic)},
            {"says", first_of(objection.objection.says)},
            {"pinned", objection.pinned},
            {"causes", parts_of(objection.causes, cause)}};
}

json::object question_of(const Scenario& scenario, const strategy::ScenarioQuestion& question) {
    return {{"id", question.question.id},
            {"topic", topic_named(scenario, question.topic)},
            {"says", first_of(question.question.says)}};
}

json::object start_of(const strategy::MindStart& start) {
    return {{"trust", start.trust},
            {"interest", start.interest},
            {"patience", start.patience},
            {"value", start.value},
            {"clarity", start.clarity},
            {"urgency", start.urgency},
            {"stage", strategy::name(start.stage)}};
}

json::object gates_of(const strategy::Gates& gates) {
    return {{"evaluation_interest", gates.evaluation_interest},
            {"negotiation_value", gates.negotiation_value},
            {"step_trust", gates.step_trust},
            {"step_interest", gates.step_interest},
            {"order_trust", gates.order_trust},
            {"order_value", gates.order_value},
            {"order_needs_process", gates.order_needs_process}};
}

json::object rules_of(const strategy::Rules& rules) {
    return {{"value_needs", strategy::name(rules.value_needs)},
            {"price_needs", strategy::name(rules.price_needs)},
            {"discount", strategy::name(rules.discount)},
            {"situation_questions", rules.situation_questions},
            {"quote_wins", rules.quote_wins},
            {"challenge_welcome", rules.challenge_welcome},
            {"turns", rules.turns},
            {"objections_most", rules.objections_max}};
}

json::object goal_of(const strategy::GoalRule& rule) {
    return {{"level", strategy::name(rule.level)}, {"needs", names_in(rule.needs, kDerivedEventCount)},
            {"pains_least", rule.pains_min},       {"impacts_least", rule.impacts_min},
            {"process_known", rule.process_known}, {"objections_settled", rule.objections_settled},
            {"margin_kept", rule.margin_kept}};
}

json::object criterion_of(const strategy::Behaviour& behaviour) {
    const auto indicator = [](const strategy::Indicator& one) {
        return json::object{{"id", one.id}, {"says", one.says}};
    };
    return {{"id", behaviour.id},
            {"name", behaviour.name},
            {"why", behaviour.why},
            {"indicators", parts_of(behaviour.indicators, indicator)}};
}

json::value or_null(const std::optional<int>& number) {
    return number ? json::value(*number) : json::value();
}

json::object override_of(const strategy::ScenarioOverride& change) {
    return {{"title", change.title},
            {"situation", change.situation},
            {"task", change.task},
            {"person", change.person},
            {"objections", texts_of(change.objections)},
            {"facts_known", texts_of(change.facts_known)},
            {"behaviours", texts_of(change.behaviours)},
            {"trust", or_null(change.trust)},
            {"interest", or_null(change.interest)},
            {"patience", or_null(change.patience)},
            {"turns", or_null(change.turns)}};
}

json::object hidden_of(const Scenario& scenario) {
    json::object hidden{{"digest", scenario.digest}};
    hidden["people"] = parts_of(scenario.people, person_of);
    hidden["facts"] = parts_of(scenario.facts, [&](const auto& one) { return fact_of(scenario, one); });
    hidden["objections"] = parts_of(scenario.objections, [&](const auto& one) { return objection_of(scenario, one); });
    hidden["questions"] = parts_of(scenario.questions, [&](const auto& one) { return question_of(scenario, one); });
    hidden["start"] = start_of(scenario.start);
    hidden["gates"] = gates_of(scenario.gates);
    hidden["rules"] = rules_of(scenario.rules);
    hidden["goals"] = parts_of(scenario.goals.levels, goal_of);
    hidden["disqualify_right"] = scenario.goals.disqualify_right;
    hidden["criteria"] = parts_of(scenario.criteria, criterion_of);
    return hidden;
}

std::optional<int> number_in(RequestReader& fields, std::string_view key, int least, int most) {
    const auto number = fields.maybe_whole(key, least, most);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

}  // namespace

json::object to_json(const app::ScenarioLook& look) {
    const Scenario& scenario = look.scenario;
    json::object out{{"id", scenario.id},
                     {"strategy", scenario.strategy_id},
                     {"strategy_version", scenario.strategy_version},
                     {"segment", scenario.segment},
                     {"segment_name", scenario.segment_name},
                     {"role", scenario.role},
                     {"role_name", scenario.role_name},
                     {"kind", strategy::name(scenario.kind)},
                     {"difficulty", strategy::name(scenario.difficulty)}};
    out["brief"] = to_brief(scenario, scenario.people[look.person], Seed{look.seed});
    if (!look.whole) return out;
    out["hidden"] = hidden_of(scenario);
    out["override"] = look.change ? json::value(override_of(*look.change)) : json::value();
    return out;
}

json::object to_json(const strategy::Diff& diff) {
    return {{"added", texts_of(diff.added)},
            {"removed", texts_of(diff.removed)},
            {"changed", texts_of(diff.changed)},
            {"scenarios", texts_of(diff.stale_scenarios)},
            {"indicators", texts_of(diff.stale_indicators)}};
}

app::DraftWish draft_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::DraftWish wish{fields.text("source"), fields.text("scenario")};
    wish.seed = static_cast<std::uint64_t>(fields.maybe_whole("seed", 0, kSeedMost).value_or(1));
    fields.refuse_the_rest();
    return wish;
}

app::OverrideWish override_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::OverrideWish wish;
    strategy::ScenarioOverride& change = wish.change;
    change.id = fields.text("id");
    for (const auto& [key, text] : {std::pair("title", &change.title), std::pair("situation", &change.situation),
                                    std::pair("task", &change.task), std::pair("person", &change.person)})
        *text = fields.maybe_text(key).value_or("");
    for (const auto& [key, slugs] :
         {std::pair("objections", &change.objections), std::pair("facts_known", &change.facts_known),
          std::pair("behaviours", &change.behaviours)})
        *slugs = fields.maybe_texts(key).value_or(strategy::Slugs());
    change.trust = number_in(fields, "trust", 0, 100);
    change.interest = number_in(fields, "interest", 0, 100);
    change.patience = number_in(fields, "patience", 1, 100);
    change.turns = number_in(fields, "turns", 4, 80);
    wish.replaces = fields.maybe_text("replaces").value_or("");
    fields.refuse_the_rest();
    return wish;
}

}  // namespace praxis::wire
