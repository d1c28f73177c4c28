// What if the rep had said something else: another line at one turn of a recorded conversation, the customer's other
// answer to it, and how both positions stand. The recorded conversation stays as it is. While it has not ended, only
// the answer is told: a value would say how far a line leads into what is still closed. Pure; one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "core/foresight/change.hpp"
#include "core/foresight/tally.hpp"

namespace praxis::app {

// Rollouts for the value of each position, under the same chances (some 30 ms of one core for both).
inline constexpr std::uint64_t kWhatIfRollouts = 2'000;

// One line and what came of it.
struct Course {
    std::string said, answered;
    ActSet acts;  // as it was understood
    foresight::Change change;
    conversation::Standing standing;
    foresight::Value value;  // of the position it led to; without rollouts while the conversation is open
};

struct WhatIf {
    std::uint32_t turn = 0;
    Course then, now;
    bool ended = false;              // the recorded conversation: only then are there values
    foresight::Estimate difference;  // of worth, now less then, by the same chances
};

Result<WhatIf, Problems> what_if(const Play&, const conversation::Conversation& recorded, const Branch&,
                                 std::string_view text, bool migrate);

}  // namespace praxis::app
