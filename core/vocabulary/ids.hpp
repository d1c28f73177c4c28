// Small numbers that name a thing inside one scenario: they index its tables and mean nothing outside it.
// Limits (a scenario that exceeds them is refused when compiled): 64 facts, 16 objections, 128 topics, 8 participants.
#pragma once

#include <compare>
#include <cstdint>

namespace praxis {

template <class Tag>
struct Id {
    std::uint8_t value = kNoneValue;
    static constexpr std::uint8_t kNoneValue = 0xff;
    constexpr bool none() const { return value == kNoneValue; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using FactId = Id<struct FactTag>;                // a thing the buyer knows
using ObjectionId = Id<struct ObjectionTag>;      // a resistance the buyer may raise
using TopicId = Id<struct TopicTag>;              // what a sentence is about
using QuestionId = Id<struct QuestionTag>;        // a question of the buyer's own
using ParticipantId = Id<struct ParticipantTag>;  // who speaks; the rep is 0, the first buyer 1

inline constexpr int kFactsMax = 64;
inline constexpr int kObjectionsMax = 16;
inline constexpr int kTopicsMax = 128;
inline constexpr int kParticipantsMax = 8;
inline constexpr ParticipantId kRep{0};
inline constexpr ParticipantId kFirstBuyer{1};

}  // namespace praxis
