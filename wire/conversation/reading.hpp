// What understanding found in an utterance, as JSON: the whole reading for the log, and the short form that
// `praxis understand` answers with. Quotes are exact substrings of the utterance. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/vocabulary/reading.hpp"
#include "wire/conversation/names.hpp"
#include "wire/json/writer.hpp"

namespace praxis::wire {

// {"acts": […], "possible": […], "topics": […], "amounts": […], "sentences": […], "observation": {…}}
void write(ObjectWriter&, const Reading&, std::string_view text, const Names&);
Reading reading_from(const boost::json::object&, std::string_view text, const Names&, std::string& complaint);

// {"acts": [{"act", "quote", "confidence"}], "topics": ["downtime"], "amounts": [{"kind", "value", "unit", "quote"}]}
void write_understood(ObjectWriter&, const Reading&, std::string_view text, const Names&);

// {"act", "quote"}, then as much more as is asked for: "confidence", and "at": [begin, end].
enum class ActDetail : std::uint8_t { quote, confidence, place };
void write_acts(ObjectWriter&, std::string_view key, const Reading&, bool credited, std::string_view text, ActDetail);

// The parts that a customer's turn of a real call carries too.
void write_topics(ObjectWriter&, const std::vector<TopicSeen>&, const Names&);
void write_amounts(ObjectWriter&, const std::vector<Amount>&, std::string_view text);
std::vector<TopicSeen> topics_from(const boost::json::array&, const Names&, std::string& complaint);
std::vector<Amount> amounts_from(const boost::json::array&, std::string& complaint);

// [begin, end], and lists of them.
void write(ObjectWriter&, std::string_view key, Span);
void write(ObjectWriter&, std::string_view key, const std::vector<Span>&);

std::string_view name(AmountKind);
std::optional<AmountKind> amount_kind_named(std::string_view);

}  // namespace praxis::wire
