// The buyer's mind: steps a second on one core. Budget: 2 million (500 ns a step, plan and delivery together).
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <vector>

#include "core/buyer/press_shop.hpp"
#include "core/buyer/rep_model.hpp"

namespace praxis::buyer {
namespace {

struct Heard {
    State state;
    Observation observation;
};

// Positions and turns as they come in talks of every kind of rep.
std::vector<Heard> positions(const Scene& scene) {
    std::vector<Heard> all;
    for (std::uint64_t seed = 1; seed <= 32; ++seed)
        for (int kind = 0; kind < kRepKindCount; ++kind) {
            State state = open(scene, {seed});
            for (std::uint32_t turn = 1; turn <= 40 && !over(state); ++turn) {
                const Observation heard = next_observation(static_cast<RepKind>(kind), state, scene, {seed}, turn);
                all.push_back({state, heard});
                const Step next = step(state, heard, scene, {seed});
                state = deliver(next.state, next.intention, next.intention.count, scene);
            }
        }
    return all;
}

void steps(benchmark::State& bench) {
    const Scene scene = *make_scene(press_shop::discovery());
    const std::vector<Heard> all = positions(scene);
    std::size_t i = 0;
    for (auto _ : bench) {
        const Step next = step(all[i].state, all[i].observation, scene, {1});
        benchmark::DoNotOptimize(deliver(next.state, next.intention, next.intention.count, scene));
        if (++i == all.size()) i = 0;
    }
    bench.SetItemsProcessed(bench.iterations());
}
BENCHMARK(steps);

void whole_conversations(benchmark::State& bench) {
    const Scene scene = *make_scene(press_shop::discovery());
    std::uint64_t seed = 0;
    std::int64_t turns = 0;
    for (auto _ : bench) {
        State state = open(scene, {++seed});
        for (std::uint32_t turn = 1; turn <= 40 && !over(state); ++turn, ++turns) {
            const Step next =
                step(state, next_observation(RepKind::discoverer, state, scene, {seed}, turn), scene, {seed});
            state = deliver(next.state, next.intention, next.intention.count, scene);
        }
        benchmark::DoNotOptimize(state);
    }
    bench.SetItemsProcessed(turns);
}
BENCHMARK(whole_conversations);

}  // namespace
}  // namespace praxis::buyer
