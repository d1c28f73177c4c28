#include "core/strategy/compile.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"
#include "core/strategy/canonical.hpp"
#include "core/strategy/names.hpp"
#include "core/strategy/scenarios/defaults.hpp"
#include "core/strategy/scenarios/ground.hpp"
#include "core/strategy/version.hpp"

namespace praxis::strategy {
namespace {

constexpr std::string_view kDrill = "/drill";

Problems refusal(const Place& at, std::string what, std::string mend) {
    return {{Severity::error, at, std::move(what), std::move(mend)}};
}

const ScenarioOverride* override_of(const Strategy& strategy, std::string_view id) {
    const auto found = std::find_if(strategy.scenarios.begin(), strategy.scenarios.end(),
                                    [&](const ScenarioOverride& change) { return change.id == id; });
    return found == strategy.scenarios.end() ? nullptr : &*found;
}

// A cold call is made by telephone where the segment has such a channel; all else through its first channel.
const Channel* channel_of(const Ground& ground, ConversationKind kind) {
    const Channel* first = nullptr;
    for (const Slug& id : ground.segment.channels)
        for (const Channel& channel : ground.strategy.channels) {
            if (channel.id != id) continue;
            if (first == nullptr) first = &channel;
            if (kind == ConversationKind::cold_call && channel.medium == Medium::phone) return &channel;
        }
    return first;
}

void fill_start(Scenario& scenario, const Cast& cast) {
    const Ground& ground = cast.ground;
    scenario.start = start_of(cast.key.kind, cast.key.difficulty, ground.model);
    scenario.gates = gates_of(cast.key.kind, cast.key.difficulty, ground.model, ground.relationship);
    scenario.rules = rules_of(cast.key.kind, cast.key.difficulty, ground.model);
    scenario.rules.drill = cast.key.drill;
    if (cast.change == nullptr) return;
    scenario.start.trust = cast.change->trust.value_or(scenario.start.trust);
    scenario.start.interest = cast.change->interest.value_or(scenario.start.interest);
    scenario.start.patience = cast.change->patience.value_or(scenario.start.patience);
    scenario.rules.turns = cast.change->turns.value_or(scenario.rules.turns);
}

void fill_names(Scenario& scenario, const Cast& cast) {
    const Ground& ground = cast.ground;
    scenario.id = cast.change && !cast.key.drill ? cast.change->id : id_of(cast.key);
    scenario.strategy_id = ground.strategy.id;
    scenario.strategy_version = ground.strategy.version;
    scenario.language = ground.strategy.language;
    scenario.seller = ground.strategy.company.name;
    scenario.segment = ground.segment.id;
    scenario.segment_name = ground.segment.name;
    scenario.role = cast.role.id;
    scenario.role_name = cast.role.name;
    scenario.role_card = cast.role;
    scenario.model = ground.model.id;
    scenario.model_name = ground.model.name;
    scenario.channel = cast.channel ? cast.channel->id : "";
    scenario.kind = cast.key.kind;
    scenario.difficulty = cast.key.difficulty;
    scenario.relationship = ground.relationship;
    scenario.reveal_undiscovered = ground.strategy.reveal_undiscovered;
}

Result<Scenario, Problems> compile_on(const Ground& ground, const ScenarioKey& key, const ScenarioOverride* change) {
    const Role* role = find_role(ground.strategy, key.role);
    const Slugs& sitting = ground.segment.roles;
    if (role == nullptr || std::find(sitting.begin(), sitting.end(), key.role) == sitting.end())
        return refuse(refusal(ground.segment.at, "segment '" + key.segment + "' has no role '" + key.role + "'",
                              sitting.empty() ? "" : "its roles begin with '" + sitting.front() + "'"));
    const Cast cast{ground, *role, key, change, channel_of(ground, key.kind)};
    Scenario scenario;
    fill_names(scenario, cast);
    if (Problems problems = fill_tables(scenario, cast); !problems.empty()) return refuse(std::move(problems));
    fill_start(scenario, cast);
    fill_goals(scenario, cast);
    fill_brief(scenario, cast);
    fill_criteria(scenario, cast);
    Digest digest;
    fold(digest, scenario);
    scenario.digest = digest.hex();
    return scenario;
}

// Roles that could give away that the segment's disqualifier holds.
bool knows(const Segment& segment, const Slug& role, const Disqualifier& disqualifier) {
    for (const Fact* fact : facts_of(segment))
        if (fact->id == disqualifier.fact)
            return fact->known_to.empty() ||
                   std::find(fact->known_to.begin(), fact->known_to.end(), role) != fact->known_to.end();
    return false;
}

std::vector<ScenarioKey> keys_of(const Segment& segment) {
    std::vector<ScenarioKey> keys;
    for (const Slug& role : segment.roles) {
        for (int kind = 0; kind < kConversationKindCount; ++kind)
            for (int difficulty = 0; difficulty < kDifficultyCount; ++difficulty)
                keys.push_back(
                    {segment.id, role, static_cast<ConversationKind>(kind), static_cast<Difficulty>(difficulty), ""});
        for (const Disqualifier& disqualifier : segment.disqualifiers)
            if (knows(segment, role, disqualifier))
                keys.push_back({segment.id, role, ConversationKind::discovery, Difficulty::normal, disqualifier.id});
    }
    return keys;
}

}  // namespace

std::string id_of(const ScenarioKey& key) {
    std::string id =
        key.segment + "/" + key.role + "/" + std::string(name(key.kind)) + "/" + std::string(name(key.difficulty));
    if (key.drill) return id + std::string(kDrill);
    return key.disqualifier.empty() ? id : id + "/" + key.disqualifier;
}

bool is_drill(std::string_view scenario_id) {
    return scenario_id.ends_with(kDrill);
}

Result<Ground, Problems> ground_of(const Strategy& strategy, const Slug& id) {
    const Segment* segment = find_segment(strategy, id);
    if (segment == nullptr) {
        Slugs known;
        for (const Segment& each : strategy.segments) known.push_back(each.id);
        const std::string near = nearest(id, known);
        return refuse(
            refusal({}, "there is no segment '" + id + "'", near.empty() ? "" : "did you mean '" + near + "'?"));
    }
    const SellingModel* model = find_model(strategy, segment->selling_model);
    if (model == nullptr)
        return refuse(
            refusal(segment->at, "segment '" + id + "' has no selling model", "add the line 'selling_model: …'"));
    const Relationship usual = model->quote_wins ? Relationship::transaction : Relationship::consultative;
    std::vector<const Offer*> offers;
    for (const Offer& offer : strategy.offers)
        if (std::find(segment->offers.begin(), segment->offers.end(), offer.id) != segment->offers.end())
            offers.push_back(&offer);
    std::vector<const Fact*> facts = facts_of(*segment);
    Texts keys;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (const std::string& key : facts[i]->key) {
            keys.push_back(key);
            owners.push_back(i);
        }
    KeyPhrases phrases(keys);
    return Ground{strategy,
                  *segment,
                  *model,
                  segment->relationship ? segment->relationship->to : usual,
                  std::move(offers),
                  std::move(facts),
                  std::move(keys),
                  std::move(owners),
                  std::move(phrases),
                  {}};
}

Result<Scenario, Problems> compile(const Strategy& strategy, const ScenarioKey& key) {
    return ground_of(strategy, key.segment).and_then([&](const Ground& ground) {
        ScenarioKey whole = key;  // what was written for the talk holds for its drill
        whole.drill = false;
        return compile_on(ground, key, override_of(strategy, id_of(whole)));
    });
}

namespace {

Result<Scenario, Problems> compile_drill(const Strategy& strategy, std::string_view scenario_id) {
    for (ScenarioKey& key : scenario_keys(strategy)) {
        if (key.kind != ConversationKind::objection_handling) continue;
        key.drill = true;
        if (id_of(key) != scenario_id) continue;
        Result<Scenario, Problems> made = compile(strategy, key);
        if (!made || !made->objections.empty()) return made;
        return refuse(refusal({}, "nobody objects in '" + std::string(scenario_id) + "'",
                              "give the segment an objection that this role raises"));
    }
    return refuse(refusal({}, "there is no drill '" + std::string(scenario_id) + "'",
                          "write segment/role/objection-handling/difficulty/drill"));
}

}  // namespace

Result<Scenario, Problems> compile(const Strategy& strategy, std::string_view scenario_id) {
    if (is_drill(scenario_id)) return compile_drill(strategy, scenario_id);
    Slugs known;
    for (const ScenarioKey& key : scenario_keys(strategy)) {
        known.push_back(id_of(key));
        if (known.back() == scenario_id) return compile(strategy, key);
    }
    if (const ScenarioOverride* change = override_of(strategy, scenario_id)) {
        const ScenarioKey key{change->segment, change->role, change->kind, change->difficulty, ""};
        return ground_of(strategy, key.segment).and_then([&](const Ground& ground) {
            return compile_on(ground, key, change);
        });
    }
    for (const ScenarioOverride& change : strategy.scenarios) known.push_back(change.id);
    const std::string near = nearest(scenario_id, known);
    return refuse(refusal({}, "there is no scenario '" + std::string(scenario_id) + "'",
                          near.empty() ? "write segment/role/kind/difficulty" : "did you mean '" + near + "'?"));
}

std::vector<ScenarioKey> scenario_keys(const Strategy& strategy) {
    std::vector<ScenarioKey> keys;
    for (const Segment& segment : strategy.segments)
        for (ScenarioKey& key : keys_of(segment)) keys.push_back(std::move(key));
    return keys;
}

std::vector<Scenario> compile_all(const Strategy& strategy) {
    std::vector<Scenario> scenarios;
    scenarios.reserve(scenario_keys(strategy).size() + strategy.scenarios.size());
    Slugs compiled;
    for (const Segment& segment : strategy.segments) {
        const Result<Ground, Problems> ground = ground_of(strategy, segment.id);
        if (!ground) continue;
        for (const ScenarioKey& key : keys_of(segment)) {
            compiled.push_back(id_of(key));
            if (Result<Scenario, Problems> made = compile_on(*ground, key, override_of(strategy, compiled.back())))
                scenarios.push_back(std::move(*made));
        }
    }
    for (const ScenarioOverride& change : strategy.scenarios) {
        if (std::find(compiled.begin(), compiled.end(), change.id) != compiled.end()) continue;
        if (Result<Scenario, Problems> made = compile(strategy, change.id)) scenarios.push_back(std::move(*made));
    }
    return scenarios;
}

}  // namespace praxis::strategy
