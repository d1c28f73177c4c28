#include "wire/brief.hpp"

#include "wire/json/json_list.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

json::array criteria_of(const strategy::Scenario& scenario) {
    json::array list;
    for (const strategy::Behaviour& behaviour : scenario.criteria) {
        json::array says;
        for (const strategy::Indicator& indicator : behaviour.indicators) says.emplace_back(indicator.says);
        list.push_back(json::object{{"behaviour", behaviour.id}, {"name", behaviour.name}, {"says", std::move(says)}});
    }
    return list;
}

}  // namespace

json::object to_customer(const strategy::Scenario& scenario, const strategy::Counterpart& person) {
    json::object who{{"name", person.name},
                     {"title", person.title},
                     {"presents", strategy::name(person.presents)},
                     {"setting", strategy::name(person.setting)}};
    if (!scenario.blind) who["company"] = person.company;
    return who;
}

json::object to_json(const strategy::Scenario& scenario, const strategy::Counterpart& person, Seed seed) {
    const strategy::Brief& brief = scenario.brief;
    json::array levels;
    for (const strategy::GoalRule& rule : scenario.goals.levels) levels.emplace_back(strategy::name(rule.level));
    json::object out{{"event", "brief"}, {"scenario", scenario.id}, {"seed", seed.value}};
    if (scenario.blind) out["blind"] = true;
    out["title"] = brief.title;
    out["situation"] = brief.situation;
    out["task"] = brief.task;
    out["known"] = texts_of(brief.known);
    out["offer"] = texts_of(brief.offer);
    out["terms"] = texts_of(brief.terms);
    out["medium"] = strategy::name(brief.medium);
    out["minutes"] = brief.minutes;
    out["person"] = to_customer(scenario, person);
    out["goal"] = scenario.goals.text;
    out["levels"] = std::move(levels);
    out["criteria"] = criteria_of(scenario);
    return out;
}

json::object to_brief(const strategy::Scenario& scenario, const strategy::Counterpart& person, Seed seed) {
    json::object brief = to_json(scenario, person, seed);
    brief.erase("event");
    if (scenario.blind) brief.erase("scenario");
    return brief;
}

}  // namespace praxis::wire
