// What was heard of a rep, as the live contract tells it to that rep alone. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/ports/hearing.hpp"

namespace praxis::wire {

// {"type": "hears", "what": "began" | "backchannel" | "partial" | "turn" | "unclear" | "noisy", …}
boost::json::object to_json(const app::HeardEvent&);

}  // namespace praxis::wire
