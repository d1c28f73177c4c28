#include "app/strategies/scenarios.hpp"

#include <algorithm>

#include "core/buyer/buyer.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::app {
namespace {

Refusal no_such(const char* thing) {
    return {Refused::missing, std::string("There is no such ") + thing + "."};
}

Shelf::StrategyShown find_edition(StrategyDesk& desk, const people::Principal& who, const std::string& strategy,
                                  const std::string& version) {
    auto found = desk.shelf.find(who.tenant, strategy, version);
    if (!found) throw no_such(version.empty() ? "strategy" : "edition of this strategy");
    return found;
}

// That a customer is to be parted from is for the rep to find out: the id of such a scenario says it.
bool gives_away(const strategy::Strategy& strategy, const std::string& id) {
    const auto keys = strategy::scenario_keys(strategy);
    return std::any_of(keys.begin(), keys.end(), [&](const strategy::ScenarioKey& key) {
        return !key.disqualifier.empty() && strategy::id_of(key) == id;
    });
}

bool same(const strategy::ScenarioOverride& a, const strategy::ScenarioOverride& b) {
    return a.title == b.title && a.situation == b.situation && a.task == b.task && a.person == b.person &&
           a.objections == b.objections && a.facts_known == b.facts_known && a.trust == b.trust &&
           a.interest == b.interest && a.patience == b.patience && a.turns == b.turns && a.behaviours == b.behaviours;
}

bool changes_nothing(const strategy::ScenarioOverride& change) {
    strategy::ScenarioOverride nothing;
    nothing.id = change.id;
    return same(change, nothing);
}

const strategy::ScenarioOverride* override_in(const strategy::Strategy& strategy, const std::string& id) {
    const auto found = std::find_if(strategy.scenarios.begin(), strategy.scenarios.end(),
                                    [&](const auto& one) { return one.id == id; });
    return found == strategy.scenarios.end() ? nullptr : &*found;
}

ScenarioLook look_at(const strategy::Strategy& strategy, strategy::Scenario scenario, std::uint64_t seed, bool whole) {
    const std::size_t person = buyer::cast(scenario, Seed{seed}).person;
    const strategy::ScenarioOverride* change = override_in(strategy, scenario.id);
    return {std::move(scenario), seed, person, whole, change ? std::optional(*change) : std::nullopt};
}

Refusal not_in_this_text(Problems why) {
    for (Problem& problem : why) problem.place = {};
    return {Refused::conflict, "This override cannot be put into the text by itself: write it there.", std::move(why)};
}

// The text must say what was asked for and nothing else: whatever else it says is the author's.
void require_written(Shelf& shelf, const strategy::Strategy& before, const std::string& source,
                     const strategy::ScenarioOverride& change) {
    const auto read = shelf.read(source);
    if (!read) return;  // publishing says what is wrong with it
    const strategy::ScenarioOverride* written = override_in(**read, change.id);
    const bool taken_out = changes_nothing(change);
    const bool was_there = override_in(before, change.id) != nullptr;
    const std::size_t others = before.scenarios.size() - (was_there ? 1 : 0);
    const bool right = taken_out ? written == nullptr : written != nullptr && same(*written, change);
    if (!right || (*read)->scenarios.size() != others + (taken_out ? 0 : 1)) throw not_in_this_text({});
}

}  // namespace

ScenarioLook look_at_scenario(StrategyDesk& desk, const people::Principal& who, const ScenarioWish& wish) {
    require(who, people::Verb::read_scenarios, people::of_tenant(who));
    const bool whole = static_cast<bool>(people::may(who, people::Verb::read_strategy, people::of_tenant(who)));
    const auto in_force = find_edition(desk, who, wish.strategy, {});
    if (!wish.version.empty() && wish.version != in_force->version)
        require(who, people::Verb::read_strategy, people::of_tenant(who));
    const auto strategy = find_edition(desk, who, wish.strategy, wish.version);
    if (!whole && gives_away(*strategy, wish.scenario)) throw no_such("scenario");
    auto scenario = strategy::compile(*strategy, wish.scenario);
    if (!scenario) throw no_such("scenario");
    return look_at(*strategy, *std::move(scenario), wish.seed, whole);
}

ScenarioLook look_at_draft(StrategyDesk& desk, const people::Principal& who, const DraftWish& wish) {
    const Examined found = examine_strategy(desk, who, wish.source);
    if (!found.strategy) throw Refusal(Refused::invalid, "This text is no strategy yet.", faults_of(found.problems));
    auto scenario = strategy::compile(*found.strategy, wish.scenario);
    if (!scenario) {
        const Problem& why = scenario.error().front();
        throw Refusal(Refused::invalid, "This text has no such scenario.",
                      {{Severity::error, {"/scenario", 0, 0}, why.what, why.mend}});
    }
    return look_at(*found.strategy, *std::move(scenario), wish.seed, true);
}

strategy::Diff compare_editions(StrategyDesk& desk, const people::Principal& who, const std::string& strategy,
                                const std::string& from, const std::string& to) {
    require(who, people::Verb::read_strategy, people::of_tenant(who));
    return strategy::diff(*find_edition(desk, who, strategy, from), *find_edition(desk, who, strategy, to));
}

Shelf::StrategyShown override_scenario(StrategyDesk& desk, const people::Principal& who, const OverrideWish& wish) {
    require(who, people::Verb::publish_strategy, people::of_tenant(who));
    const auto before = find_edition(desk, who, wish.strategy, {});
    if (!strategy::compile(*before, wish.change.id)) throw no_such("scenario");
    auto source = desk.text.with_override(read_edition(desk, who, wish.strategy, {}).source, wish.change);
    if (!source) throw not_in_this_text(std::move(source.error()));
    require_written(desk.shelf, *before, *source, wish.change);
    try {
        return publish_strategy(desk, who, {*std::move(source), wish.replaces});
    } catch (Refusal& refusal) {
        for (Problem& problem : refusal.problems) problem.place = {};  // its text is not what was sent
        throw;
    }
}

}  // namespace praxis::app
