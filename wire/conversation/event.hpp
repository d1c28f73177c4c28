// One event of a conversation as a JSON object and back. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"
#include "wire/conversation/names.hpp"
#include "wire/json/writer.hpp"

namespace praxis::wire {

void write(ObjectWriter&, const conversation::Event&, const strategy::Scenario&, const Names&);
conversation::Event event_from(const boost::json::object&, const Names&, std::string& complaint);

}  // namespace praxis::wire
