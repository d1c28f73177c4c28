// Rollouts: the conversation played to its end from a position, again and again, each time under other chances. Rollout
// n of a seed is the same on every machine and does not depend on which others were played, so a range of them may be
// split over threads and the tallies added. Pure; any thread; nothing allocates.
// Methods: Monte-Carlo evaluation by rollouts (Tesauro and Galperin 1996); common random numbers (every move in a
// position meets the same n-th chances; Glasserman and Yao 1992); what the rep cannot know is drawn anew in each
// rollout (determinisation; Ginsberg 2001). Policy and move see none of it, so they cannot exploit it.
#pragma once

#include <cstdint>

#include "core/base/chance.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/foresight/competent_rep.hpp"
#include "core/foresight/tally.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight {

// Whose knowledge a value rests on. `rep`: causes of objections that were not told yet are drawn anew, so no value
// gives one away. `buyer`: everything is as this customer really is; only for after the conversation.
enum class Sight : std::uint8_t { rep, buyer };

struct Setting {
    std::uint8_t slips = slips_percent(Strength::practised);
    Sight sight = Sight::rep;
};

// Where one looks ahead from. Borrows state and scene for the call.
struct Position {
    const buyer::State& state;
    const buyer::Scene& scene;
    Seed seed;
    Setting setting{};
};

struct Range {  // rollouts begin … end-1
    std::uint64_t begin = 0, end = 0;
};

// The chances of rollout n, and the customer as rollout n takes them to be.
Seed seed_of(const Position&, std::uint64_t rollout);
buyer::State customer_of(const Position&, std::uint64_t rollout);

// The most steps that one rollout can take: rep turns until the hard stop; 0 when it is over.
std::uint32_t steps_left(const buyer::State&, const buyer::Scene&);

struct Ending {
    GoalLevel level{};
    std::uint32_t steps = 0;
};
Ending play_out(const Position&, std::uint64_t rollout);
Ending play_out(const Position&, const Observation& first, std::uint64_t rollout);

Tally roll(const Position&, Range);
Tally roll(const Position&, const Observation& first, Range);
Duel duel(const Position&, const Observation& one, const Observation& other, Range);

}  // namespace praxis::foresight
