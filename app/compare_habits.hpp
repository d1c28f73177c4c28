// What it moves when simulated reps always or never do one thing: each habit in turn, against the same customers under
// the same chances, so that what both talks have in common cancels out. Sums over scenarios by addition. Pure; any
// thread; the same seeds give the same counts.
#pragma once

#include <array>

#include "core/buyer/scene.hpp"
#include "core/foresight/habits/altered_rep.hpp"
#include "core/foresight/tally.hpp"

namespace praxis::app {

struct HabitMoved {
    foresight::Duel always_never;  // the whole difference it can make
    foresight::Duel always_now;    // what there is left to gain
    foresight::Duel now_never;     // what there is to lose
};

struct HabitsCompared {
    foresight::Tally now;  // the rep as it is
    std::array<HabitMoved, foresight::habits::kHabitCount> moved{};

    const HabitMoved& of(foresight::habits::Habit habit) const { return moved[static_cast<std::size_t>(habit)]; }
    HabitsCompared& operator+=(const HabitsCompared&);
};

// Customers of the seeds first, first + 1 … first + n - 1.
HabitsCompared compare_habits(const buyer::Scene&, const foresight::habits::Rep&, int n, Seed first);

}  // namespace praxis::app
