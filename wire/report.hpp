// A report as JSON: everything coaching::Report holds, quotes with turn and place. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "core/coaching/report.hpp"

namespace praxis::wire {

// {"event": "report", "outcome", "goal", "colleague", "focus", "turning_points", "criteria", "grid", "curve",
//  "marks", "undiscovered", "signals", …}; a part that is empty is left out, lists are always there.
boost::json::object to_json(const coaching::Report&);

// One of its "criteria" by itself.
boost::json::object to_json(const behaviour::BehaviourVerdict&);

}  // namespace praxis::wire
