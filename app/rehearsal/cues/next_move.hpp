// What a look ahead would do next in a rehearsal: what a competent rep does here, unless the search knows a move that
// is clearly better. Most positions have many moves of nearly the same value, and among those a good talk goes its
// usual way. All under what a rep can know (Sight::rep), so that it exploits neither an untold cause nor the chances of
// this very conversation. Pure, deterministic; any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "app/rehearsal/rehearsal.hpp"
#include "core/foresight/move.hpp"

namespace praxis::app {

// Steps of the mind that one cue may cost (bench/foresight_bench.cpp; 20 ms of one core are allowed).
inline constexpr std::uint64_t kCueSteps = 30'000;
// … of them to settle whether the search's move is better than the usual one, and by how much of the goal it must be.
inline constexpr std::uint64_t kSettleSteps = 12'000;
inline constexpr double kClearly = 0.03;

// Empty when it is over, before anything was said, and when what a competent rep does here has no name of its own.
std::optional<foresight::Move> next_move(const buyer::State&, const buyer::Scene&, Seed conversation);
std::optional<foresight::Move> next_move(const Rehearsal&);

}  // namespace praxis::app
