// Real calls as the contract's JSON: what comes in, what a transcript is taken for, and a call as it is kept. Values
// only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/calls/calls.hpp"

namespace praxis::wire {

app::CallWish call_wish_from(const boost::json::object&, Problems&);

boost::json::object to_json(const app::CallLook&);
// With the names of segment and role where its strategy is given.
boost::json::object to_json(const app::RealCall&, const strategy::Strategy* = nullptr);
boost::json::object to_json(const app::CallSeen&, const strategy::Strategy* = nullptr);
boost::json::object to_json(const app::BehaviourSeen&, const std::string& name);

}  // namespace praxis::wire
