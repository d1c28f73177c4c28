// Boost.JSON values as text: one line, keys in the order they were put in, scalars as scalars.hpp writes them. Values
// only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "wire/json/scalars.hpp"

namespace praxis::wire {

void append(std::string& json, const boost::json::object&);
std::string to_text(const boost::json::value&);
std::string to_text(const boost::json::object&);  // without a copy of it

}  // namespace praxis::wire
