// A scenario before anybody plays it, as the contract's JSON: the brief for everybody, and the side that the customer
// keeps to themselves for whoever may read the strategy; an override of one; what two editions differ in. Values only;
// any thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/strategies/scenarios.hpp"

namespace praxis::wire {

// `hidden` and `override` are there only when the look is whole.
boost::json::object to_json(const app::ScenarioLook&);
boost::json::object to_json(const strategy::Diff&);

app::DraftWish draft_wish_from(const boost::json::object&, Problems&);
app::OverrideWish override_wish_from(const boost::json::object&, Problems&);  // without the strategy

}  // namespace praxis::wire
