// Compiles a strategy into scenarios: segment × role × conversation kind × difficulty, one more for every disqualifier
// a role knows of (parting is the win there), and the overrides with names of their own. Every objection talk can be
// had as a drill, too; those are in no list, and are found by their ids. Pure; any thread. A scenario
// is refused when a name meets nothing or a limit of core/vocabulary/ids.hpp is exceeded; core/strategy/check.hpp says
// so to authors beforehand. Does not know: seeds, the buyer's mind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::strategy {

struct ScenarioKey {
    Slug segment, role;
    ConversationKind kind{};
    Difficulty difficulty = Difficulty::normal;
    Slug disqualifier;   // empty: an ordinary customer
    bool drill = false;  // an objection talk in which the objection comes at once
    friend bool operator==(const ScenarioKey&, const ScenarioKey&) = default;
};

// "segment/role/kind/difficulty" and, where there is one, "/disqualifier"; of a drill "/drill".
std::string id_of(const ScenarioKey&);
bool is_drill(std::string_view scenario_id);

Result<Scenario, Problems> compile(const Strategy&, const ScenarioKey&);
Result<Scenario, Problems> compile(const Strategy&, std::string_view scenario_id);  // or an override's own id

// Every scenario that compiles, in the order of scenario_keys and then of the overrides with their own names.
std::vector<Scenario> compile_all(const Strategy&);
std::vector<ScenarioKey> scenario_keys(const Strategy&);

// The same without telling the rep which segment it is: they have to find out.
Scenario blinded(Scenario);

}  // namespace praxis::strategy
