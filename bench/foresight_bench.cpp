// Foresight on one core: steps of the mind a second inside rollouts, policy included (aim 3 million), in a hand-made
// scene and over all scenarios of an example strategy; a whole conversation of 30 rep turns fully marked with 2,000
// rollouts a position (budget 1 s; memory 64 MB); the cue for one position (20 ms). Processor time, not wall time.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include "app/evaluate.hpp"
#include "app/rehearsal/cues/next_move.hpp"
#include "bench/load.hpp"
#include "bench/stopwatch.hpp"
#include "core/buyer/buyer.hpp"
#include "core/buyer/press_shop.hpp"
#include "core/foresight/marks/judge.hpp"
#include "core/foresight/search.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::foresight {
namespace {

constexpr std::size_t kTurns = 30;

const buyer::Scene& plant() {
    static const buyer::Scene kScene = *buyer::make_scene(buyer::press_shop::discovery());
    return kScene;
}

// The first conversation of a novice that lasts until the hard stop.
std::vector<marks::Passage> long_conversation() {
    for (std::uint64_t seed = 1;; ++seed) {
        std::vector<marks::Passage> passages;
        buyer::State state = buyer::open(plant(), {seed});
        while (!buyer::over(state)) {
            const Observation heard = next_of_competent(state, plant(), {seed}, slips_percent(Strength::novice));
            const auto next = buyer::step(state, heard, plant(), {seed});
            const auto turn = static_cast<std::uint32_t>(passages.size() + 1);
            const buyer::State before = state;
            state = buyer::deliver(next.state, next.intention, next.intention.count, plant());
            passages.push_back({{turn, heard, next.intention, next.intention.count, true}, before, state});
        }
        if (passages.size() == kTurns) return passages;
    }
}

void rollouts(benchmark::State& bench) {
    const buyer::State state = buyer::open(plant(), {1});
    const Position at{state, plant(), {7}};
    Tally tally;
    std::uint64_t n = 0;
    for (auto _ : bench) {
        tally += roll(at, {n, n + 100});
        n += 100;
    }
    bench.SetItemsProcessed(static_cast<std::int64_t>(tally.steps));
    bench.counters["rollouts/s"] = benchmark::Counter(static_cast<double>(n), benchmark::Counter::kIsRate);
    bench.counters["steps/rollout"] = static_cast<double>(tally.steps) / static_cast<double>(n);
}
BENCHMARK(rollouts)->Unit(benchmark::kMicrosecond);

void rollouts_of_a_strategy(benchmark::State& bench) {
    std::vector<buyer::Scene> scenes;
    for (const strategy::Scenario& scenario : strategy::compile_all(bench::example("hallam-steel")))
        scenes.push_back(*buyer::make_scene(scenario));
    Tally tally;
    std::uint64_t n = 0;
    for (auto _ : bench) {
        for (const buyer::Scene& scene : scenes) {
            const buyer::State state = buyer::open(scene, {n});
            tally += roll({state, scene, {7}}, {n, n + 10});
        }
        n += 10;
    }
    bench.SetItemsProcessed(static_cast<std::int64_t>(tally.steps));
}
BENCHMARK(rollouts_of_a_strategy)->Unit(benchmark::kMillisecond);

void conversation_of_30_turns(benchmark::State& bench) {
    const std::vector<marks::Passage> passages = long_conversation();
    std::uint64_t seed = 0, rollouts = 0, steps = 0;
    for (auto _ : bench) {
        const marks::Judgement judgement = marks::judge(passages, plant(), {++seed});
        rollouts += judgement.rollouts;
        steps += judgement.steps;
    }
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    bench.SetItemsProcessed(static_cast<std::int64_t>(steps));
    bench.counters["rollouts/position"] = static_cast<double>(rollouts) / static_cast<double>(seed * kTurns);
    bench.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}
BENCHMARK(conversation_of_30_turns)->Unit(benchmark::kMillisecond);

// One cue in the middle of a conversation, in 20 ms.
void next_move(benchmark::State& bench) {
    const std::vector<marks::Passage> passages = long_conversation();
    std::uint64_t seed = 0;
    for (auto _ : bench) {
        const marks::Passage& passage = passages[1 + ++seed % (kTurns - 1)];
        benchmark::DoNotOptimize(app::next_move(passage.before, plant(), {seed}));
    }
}
BENCHMARK(next_move)->Unit(benchmark::kMillisecond);

// Wall time is what threads save and what a shared machine spoils: one and two take turns, the best of each counts, as
// the one the neighbours disturbed least. `work`: processor time of two threads by that of one, for the same rollouts.
struct Best {
    double wall_s = 1e9, work_ms = 1e9;
    void take(const Position& at, Range range, int threads) {
        const bench::Stopwatch work;
        const auto begun = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(app::evaluate(at, range, threads));
        wall_s = std::min(wall_s, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        work_ms = std::min(work_ms, work.elapsed_ms());
    }
};

void two_threads(benchmark::State& bench) {
    constexpr Range kRollouts{0, 2'048};
    const buyer::State state = buyer::open(plant(), {1});
    const Position at{state, plant(), {7}};
    const auto steps = static_cast<double>(roll(at, kRollouts).steps);
    Best one, two;
    for (auto _ : bench) {
        one.take(at, kRollouts, 1);
        two.take(at, kRollouts, 2);
    }
    bench.counters["one"] = steps / one.wall_s;
    bench.counters["two"] = steps / two.wall_s;
    bench.counters["ratio"] = one.wall_s / two.wall_s;
    bench.counters["work"] = two.work_ms / one.work_ms;
}
BENCHMARK(two_threads)->Iterations(400)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace praxis::foresight
