// Boost.JSON values as text: one line, keys in the order they were put in, numbers as a person writes them (at most
// three decimals, never an exponent; what is not a number becomes null). Values only; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace praxis::wire {

std::string to_text(const boost::json::value&);
std::string to_text(const boost::json::object&);  // without a copy of it

// "0.25", "1180.5", "11000"
std::string plain_number(double);

}  // namespace praxis::wire
