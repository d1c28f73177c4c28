// Evidence: words that were said, by whom and when; and a derived event with the words that show it. A quote is always
// an exact substring of its speaker's text. Owner: core/behaviour. Values only; any thread.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/conversation/event.hpp"
#include "core/vocabulary/derived_event.hpp"
#include "core/vocabulary/ids.hpp"
#include "core/vocabulary/reading.hpp"

namespace praxis::behaviour {

using TopicSet = std::bitset<kTopicsMax>;

struct Evidence {
    std::uint32_t turn = 0;
    Span span;
    std::string quote;
    ParticipantId who{};
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct DerivedSeen {
    DerivedEvent event{};
    std::uint32_t turn = 0;
    std::size_t index = 0;  // of the conversation's event
    Span span;
    ParticipantId who{};
    TopicSet topics;
    bool certain = true;  // false: hangs on an act that was only possible, or on a guess about a real customer
};

// The words of `span`, or the whole text where the span does not fit it.
inline Evidence evidence_of(const conversation::Event& event, Span span) {
    const auto size = static_cast<std::uint32_t>(event.text.size());
    if (span.begin >= span.end || span.end > size) span = {0, size};
    return {event.turn, span, std::string(quote(event.text, span)), event.who};
}

}  // namespace praxis::behaviour
