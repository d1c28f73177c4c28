#include "app/choose_scenario.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::app {
namespace {

using strategy::ConversationKind;
using strategy::Difficulty;
using strategy::ScenarioKey;

NotChosen unknown(const std::string& what, const std::string& wanted, std::vector<std::string> known) {
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const std::string near = nearest(wanted, known);
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    std::string mend = "there are: " + all;
    if (!near.empty()) mend = "did you mean '" + near + "'?";
    if (near.empty() && known.size() > 12) mend = "the list of scenarios has them";
    return {what, {{Severity::error, {}, "there is no " + what + " '" + wanted + "'", mend}}};
}

struct Part {
    const char* what;
    const std::string ScenarioChoice::*wanted;
    std::string (*of)(const ScenarioKey&);
};
const Part kParts[] = {
    {"segment", &ScenarioChoice::segment, [](const ScenarioKey& key) { return key.segment; }},
    {"role", &ScenarioChoice::role, [](const ScenarioKey& key) { return key.role; }},
    {"kind", &ScenarioChoice::kind, [](const ScenarioKey& key) { return std::string(strategy::name(key.kind)); }},
    {"difficulty", &ScenarioChoice::difficulty,
     [](const ScenarioKey& key) { return std::string(strategy::name(key.difficulty)); }},
};

// A first conversation is best a discovery of normal difficulty.
int suits(const ScenarioKey& key) {
    return (key.kind == ConversationKind::discovery ? 2 : 0) + (key.difficulty == Difficulty::normal ? 1 : 0);
}

Result<ScenarioKey, NotChosen> choose_key(const strategy::Strategy& strategy, const ScenarioChoice& choice) {
    std::vector<ScenarioKey> keys = strategy::scenario_keys(strategy);
    if (keys.empty()) return refuse(NotChosen{{}, {{Severity::error, {}, "this strategy gives no scenario", ""}}});
    std::erase_if(keys, [&](const ScenarioKey& key) {
        return !key.disqualifier.empty() || (choice.drill && key.kind != ConversationKind::objection_handling);
    });
    for (const Part& part : kParts) {
        const std::string& wanted = choice.*part.wanted;
        if (wanted.empty()) continue;
        std::vector<std::string> known;
        for (const ScenarioKey& key : keys) known.push_back(part.of(key));
        std::erase_if(keys, [&](const ScenarioKey& key) { return part.of(key) != wanted; });
        if (keys.empty()) return refuse(unknown(part.what, wanted, std::move(known)));
    }
    return *std::max_element(keys.begin(), keys.end(),
                             [](const ScenarioKey& a, const ScenarioKey& b) { return suits(a) < suits(b); });
}

std::vector<std::string> all_ids(const strategy::Strategy& strategy) {
    std::vector<std::string> ids;
    for (const ScenarioKey& key : strategy::scenario_keys(strategy)) ids.push_back(strategy::id_of(key));
    for (const auto& written : strategy.scenarios) ids.push_back(written.id);
    return ids;
}

Result<strategy::Scenario, NotChosen> compiled(Result<strategy::Scenario, Problems> scenario, bool blind) {
    if (!scenario) return refuse(NotChosen{{}, std::move(scenario.error())});
    return blind ? strategy::blinded(std::move(*scenario)) : std::move(*scenario);
}

Result<strategy::Scenario, NotChosen> drilled(const strategy::Strategy& strategy, ScenarioKey key, bool blind) {
    key.drill = true;
    auto scenario = strategy::compile(strategy, std::string_view(strategy::id_of(key)));
    if (!scenario) return refuse(NotChosen{"scenario", std::move(scenario.error())});
    return compiled(std::move(scenario), blind);
}

// By its own id, or that of the talk it is a drill of.
Result<strategy::Scenario, NotChosen> drill_by_id(const strategy::Strategy& strategy, const ScenarioChoice& choice) {
    std::vector<std::string> ids;
    for (ScenarioKey& key : strategy::scenario_keys(strategy)) {
        if (key.kind != ConversationKind::objection_handling) continue;
        ids.push_back(strategy::id_of(key));
        ScenarioKey drill = key;
        drill.drill = true;
        if (choice.id == ids.back() || choice.id == strategy::id_of(drill))
            return drilled(strategy, std::move(key), choice.blind);
    }
    return refuse(unknown("scenario", choice.id, std::move(ids)));
}

}  // namespace

Result<strategy::Scenario, NotChosen> choose_scenario(const strategy::Strategy& strategy,
                                                      const ScenarioChoice& choice) {
    if (!choice.id.empty() && (choice.drill || strategy::is_drill(choice.id))) return drill_by_id(strategy, choice);
    if (!choice.id.empty()) {
        std::vector<std::string> ids = all_ids(strategy);
        if (std::find(ids.begin(), ids.end(), choice.id) == ids.end())
            return refuse(unknown("scenario", choice.id, std::move(ids)));
        return compiled(strategy::compile(strategy, std::string_view(choice.id)), choice.blind);
    }
    auto key = choose_key(strategy, choice);
    if (!key) return refuse(key.error());
    if (choice.drill) return drilled(strategy, *key, choice.blind);
    return compiled(strategy::compile(strategy, *key), choice.blind);
}

}  // namespace praxis::app
