// What each habit moves in each segment, with the strategy's behaviours that ask for it. Values; the talks are played
// on several threads.
#pragma once

#include <string>
#include <vector>

#include "app/compare_habits.hpp"
#include "core/foresight/tally.hpp"
#include "program/simulate/options.hpp"

namespace praxis::program::simulate {

inline constexpr strategy::GoalLevel kGoal = strategy::GoalLevel::advanced;  // reached at this level or a better one

struct Row {
    foresight::habits::Habit habit{};
    app::HabitMoved moved;
    std::vector<const strategy::Behaviour*> behaviours;  // of the stages' criteria; the company's own first

    foresight::Estimate worth() const { return moved.always_never.difference(); }
    foresight::Estimate gain() const { return moved.always_now.difference(); }
};

struct Part {  // one segment
    std::string segment, name;
    app::HabitsCompared compared;
    std::vector<Row> rows;  // what moves most first
};

// Borrows the behaviours of the stages.
std::vector<Part> compare_all(const Options&, const std::vector<Stage>&, const foresight::habits::Rep&);

std::string ids(const std::vector<const strategy::Behaviour*>&, const char* between);

// The chart for people, with the three behaviours to train first.
void print_chart(const std::vector<Part>&, std::string_view rep);

}  // namespace praxis::program::simulate
