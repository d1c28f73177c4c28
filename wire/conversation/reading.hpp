// What understanding found in an utterance, as JSON: the whole reading for the log, and the short form that
// `praxis understand` answers with. Quotes are exact substrings of the utterance. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "core/vocabulary/reading.hpp"
#include "wire/conversation/names.hpp"

namespace praxis::wire {

// {"acts": […], "possible": […], "topics": […], "amounts": […], "sentences": […], "observation": {…}}
boost::json::object to_json(const Reading&, std::string_view text, const Names&);
Reading reading_from(const boost::json::object&, std::string_view text, const Names&, std::string& complaint);

// {"acts": [{"act", "quote", "confidence"}], "topics": ["downtime"], "amounts": [{"kind", "value", "unit", "quote"}]}
boost::json::object to_understood(const Reading&, std::string_view text, const Names&);

// The parts that a customer's turn of a real call carries too.
boost::json::array to_json(const std::vector<TopicSeen>&, const Names&);
boost::json::array to_json(const std::vector<Amount>&, std::string_view text);
std::vector<TopicSeen> topics_from(const boost::json::array&, const Names&, std::string& complaint);
std::vector<Amount> amounts_from(const boost::json::array&, std::string& complaint);

std::string_view name(AmountKind);
std::optional<AmountKind> amount_kind_named(std::string_view);

}  // namespace praxis::wire
