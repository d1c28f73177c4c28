// What the customer is likely to answer to a move: the most frequent answer among a few rollouts' first steps, how
// frequent it was, and where it leads. Pure; any thread; nothing allocates.
#pragma once

#include <cstdint>

#include "core/buyer/state.hpp"
#include "core/foresight/change.hpp"
#include "core/foresight/rollout.hpp"
#include "core/vocabulary/buyer_move.hpp"

namespace praxis::foresight {

inline constexpr std::uint32_t kSamplesMax = 32;

struct Answer {
    Intention intention;
    buyer::State after;
    Change change;
    double likelihood = 0;     // among the samples; moves compared, mood not
    std::uint64_t digest = 0;  // of the states that all samples lead to: two moves alike in it have the same effect
    bool ever_gains = false;   // in some sample
    bool ever_tells = false;
};

// Takes `samples` steps of the mind (1 … kSamplesMax): the first of rollouts 0, 1, 2 …
Answer likely_answer(const Position&, const Observation&, std::uint32_t samples);

}  // namespace praxis::foresight
