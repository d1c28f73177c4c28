#include "tools/calibrate_foresight/forecast.hpp"

#include <algorithm>

#include "app/in_parallel.hpp"
#include "core/buyer/buyer.hpp"

namespace praxis::calibrate_foresight {
namespace {

using foresight::Position;
using foresight::Tally;
using foresight::Value;

constexpr std::uint64_t kForetelling = 0x666f7265;  // keeps the rollouts' chances apart from the conversation's

Seed of_conversation(Seed seed, std::size_t scene, std::uint64_t conversation) {
    return {mix(mix(seed.value + scene) ^ conversation)};
}

Forecast foretell(const Position& at, std::uint64_t rollouts) {
    const Value value{foresight::roll(at, {0, rollouts})};
    Forecast forecast;
    for (std::size_t i = 0; i < kLevels.size(); ++i) forecast.said[i] = value.at_least(kLevels[i]).share;
    return forecast;
}

void play(const buyer::Scene& scene, std::size_t index, Seed seed, const Plan& plan, std::vector<Forecast>& all) {
    const std::size_t first = all.size();
    buyer::State state = buyer::open(scene, seed);
    while (!buyer::over(state)) {
        const auto point = std::find(kPoints.begin(), kPoints.end(), state.turn);
        if (point != kPoints.end()) {
            const Seed other{mix(seed.value ^ kForetelling) + state.turn};
            all.push_back(foretell({state, scene, other, plan.setting}, plan.rollouts));
            all.back().scene = static_cast<std::uint32_t>(index);
            all.back().point = static_cast<std::uint8_t>(point - kPoints.begin());
        }
        buyer::exchange(state, foresight::habits::next_of(plan.rep, state, scene, seed), scene, seed);
    }
    Tally reached;
    reached.add(buyer::outcome(state, scene).level);
    for (std::size_t i = 0; i < kLevels.size(); ++i)
        for (std::size_t k = first; k < all.size(); ++k) all[k].came[i] = Value{reached}.at_least(kLevels[i]).share > 0;
}

}  // namespace

std::vector<Forecast> forecasts(std::span<const buyer::Scene> scenes, const Plan& plan) {
    std::vector<Forecast> all;
    for (const auto& part : app::in_parallel(scenes.size(), plan.threads, [&](std::size_t i) {
             std::vector<Forecast> of_scene;
             for (std::uint64_t n = 0; n < plan.conversations; ++n)
                 play(scenes[i], i, of_conversation(plan.seed, i, n), plan, of_scene);
             return of_scene;
         }))
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace praxis::calibrate_foresight
