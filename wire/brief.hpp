// The brief of a rehearsal as JSON: what the rep may know before it begins, and nothing of the hidden side. In a blind
// rehearsal segment and company are left out. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "core/base/chance.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::wire {

// Whom the rep talks with; without the company while it is blind.
boost::json::object to_customer(const strategy::Scenario&, const strategy::Counterpart&);
// {"event": "brief", "scenario", "seed", "title", "situation", "task", "known", "offer", "terms", "medium", "minutes",
//  "person": {"name", "title", "presents", "setting", "company"}, "goal", "levels", "criteria": [{"behaviour", "name",
//  "says": […]}]}
boost::json::object to_json(const strategy::Scenario&, const strategy::Counterpart&, Seed);
// The same for a page: without "event", and without the scenario's id while it is blind.
boost::json::object to_brief(const strategy::Scenario&, const strategy::Counterpart&, Seed);

}  // namespace praxis::wire
