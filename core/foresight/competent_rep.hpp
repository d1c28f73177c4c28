// The competent rep who goes on from a position: the policy behind every value. Knows what a rep could know
// (core/buyer/rep_model.hpp). With a spot buyer it takes the specification and quotes, else it discovers, answers
// objections on their cause and proposes a dated step. How good it is, is how seldom it slips: a slip is the right move
// made badly (closed instead of open, without listening, date or proof), or what a weaker rep would say here. Every
// choice is a hash of seed and turn, so two lines under one seed meet the same slips on the same turns. Pure; any
// thread; nothing allocates.
#pragma once

#include <array>
#include <cstdint>

#include "core/base/chance.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight {

enum class Strength : std::uint8_t { novice, developing, practised, expert };
inline constexpr int kStrengthCount = 4;

// Turns in a hundred that slip. Anchors, on the hand-made discovery (docs/foresight.md has the table for every scene):
// a novice seldom reaches the goal, a practised rep mostly does, an expert nearly always.
inline constexpr std::array<std::uint8_t, kStrengthCount> kSlipsPercent = {60, 40, 20, 5};
constexpr std::uint8_t slips_percent(Strength strength) {
    return kSlipsPercent[static_cast<std::size_t>(strength)];
}

// What this rep says next. `slips`: turns in a hundred; 0 is the policy at its best.
Observation next_of_competent(const buyer::State&, const buyer::Scene&, Seed, std::uint8_t slips);

}  // namespace praxis::foresight
