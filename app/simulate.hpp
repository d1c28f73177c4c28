// Simulated reps play many conversations of one scenario against the mind (without words): how kinds of selling fare.
// Pure; any thread; the same seeds give the same counts.
#pragma once

#include <array>

#include "core/buyer/buyer.hpp"
#include "core/foresight/habits/rep.hpp"

namespace praxis::app {

struct Fared {
    int played = 0;
    std::array<int, strategy::kGoalLevelCount> levels{};  // by GoalLevel
    int walked_out = 0;
    double turns = 0, trust = 0, facts = 0;  // means at the end

    int count(strategy::GoalLevel level) const { return levels[static_cast<std::size_t>(level)]; }
};

// Seeds first, first + 1 … first + n - 1.
Fared simulate(const buyer::Scene&, const foresight::habits::Rep&, int n, Seed first);

}  // namespace praxis::app
