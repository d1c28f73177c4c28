// Simulated conversations, stopped at several points to ask the value how probable each goal level is, and then played
// on. The customer who goes on meets other chances than the rollouts that foretold it. Pure; the scenes are shared over
// threads; the same plan gives the same forecasts for any number of them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/buyer/scene.hpp"
#include "core/foresight/habits/rep.hpp"
#include "core/foresight/rollout.hpp"

namespace praxis::calibrate_foresight {

inline constexpr std::array<std::uint32_t, 5> kPoints = {0, 3, 6, 10, 15};  // rep turns spoken before
inline constexpr std::array<strategy::GoalLevel, 3> kLevels = {
    strategy::GoalLevel::continued, strategy::GoalLevel::advanced, strategy::GoalLevel::won};  // … or better
inline constexpr std::size_t kGoal = 1;  // advanced or better: what `praxis simulate` counts as reached

struct Forecast {
    std::uint32_t scene = 0;
    std::uint8_t point = 0;
    std::array<double, kLevels.size()> said{};
    std::array<bool, kLevels.size()> came{};
};

struct Plan {
    foresight::habits::Rep rep;       // who holds the conversation
    foresight::Setting setting{};     // what the value takes for granted
    std::uint32_t conversations = 1;  // a scene
    std::uint64_t rollouts = 100;     // a forecast
    Seed seed;
    int threads = 1;
};

// In the order of the scenes, their conversations and the points.
std::vector<Forecast> forecasts(std::span<const buyer::Scene>, const Plan&);

}  // namespace praxis::calibrate_foresight
