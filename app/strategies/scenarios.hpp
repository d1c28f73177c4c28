// A scenario before anybody plays it: what its rep may know, and, for whoever may read the strategy, what stands behind
// it; what an override makes of it; what is different between two editions. Errors: Refusal; everything blocks: a
// worker's work.
#pragma once

#include "app/strategies/strategies.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::app {

struct ScenarioLook {
    strategy::Scenario scenario;
    std::uint64_t seed = 1;
    std::size_t person = 0;                            // of the scenario's people: whom this seed casts
    bool whole = false;                                // who asks may see what the customer keeps to themselves
    std::optional<strategy::ScenarioOverride> change;  // what the strategy says of it by hand
};

struct ScenarioWish {
    std::string strategy, scenario;
    std::string version;  // empty: in force; another only for whoever may read the strategy
    std::uint64_t seed = 1;
};
ScenarioLook look_at_scenario(StrategyDesk&, const people::Principal&, const ScenarioWish&);
// Of a text that is not published. Refusal (invalid) with its errors.
struct DraftWish {
    std::string source, scenario;
    std::uint64_t seed = 1;
};
ScenarioLook look_at_draft(StrategyDesk&, const people::Principal&, const DraftWish&);

// What `to` makes stale of `from`; empty: the one in force.
strategy::Diff compare_editions(StrategyDesk&, const people::Principal&, const std::string& strategy,
                                const std::string& from, const std::string& to);

// Puts the override into the text in force and publishes that as the next edition.
struct OverrideWish {
    std::string strategy;
    strategy::ScenarioOverride change;
    std::string replaces;  // the version that was read; empty: none was published
};
Shelf::StrategyShown override_scenario(StrategyDesk&, const people::Principal&, const OverrideWish&);

}  // namespace praxis::app
