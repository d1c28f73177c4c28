// Derived events: what a coach looks for that no single act shows (core/vocabulary/derived_event.hpp lists them;
// docs/report.md gives the rule of each). Rehearsals use intentions, disclosed facts and the flags of the Observation;
// real calls the kind of the customer's turns, topics and amounts.
// Owner: core/behaviour. Pure; any thread. Does not know: indicators, the buyer's rules, the chosen causes.
#pragma once

#include <vector>

#include "core/behaviour/course.hpp"

namespace praxis::behaviour {

// In the order they happened.
std::vector<DerivedSeen> derive(const conversation::Conversation&, const strategy::Scenario&);
std::vector<DerivedSeen> derive(const conversation::Conversation&, const strategy::Scenario&, const Course&);

}  // namespace praxis::behaviour
