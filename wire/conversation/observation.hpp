// An Observation as JSON and back, without loss: only what differs from an empty one is written. Acts are names,
// topics slugs; proofs and capabilities are bit sets. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "core/vocabulary/observation.hpp"
#include "wire/conversation/names.hpp"
#include "wire/json/writer.hpp"

namespace praxis::wire {

void write(ObjectWriter&, const Observation&, const Names&);
Observation observation_from(const boost::json::object&, const Names&, std::string& complaint);

}  // namespace praxis::wire
