// Strategies as the contract's JSON: what one is to everybody who practises on it (never what a customer keeps to
// themselves), what a text would be, and editions. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>

#include "app/strategies/strategies.hpp"

namespace praxis::wire {

// What everybody may read: segments, priorities, relationship objectives, models, roles, offers, behaviours.
boost::json::object to_outline(const strategy::Strategy&);
boost::json::object to_json(const app::Examined&);
boost::json::object to_json(const app::Edition&);

std::string source_from(const boost::json::object&, Problems&);  // {"source"}
app::PublishWish publish_wish_from(const boost::json::object&, Problems&);

}  // namespace praxis::wire
