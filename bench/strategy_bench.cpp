// Compiling every scenario of each example strategy. Budget: 50 ms a strategy.
#include <benchmark/benchmark.h>

#include <memory>

#include "bench/load.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::bench {
namespace {

void add_benchmark(const std::string& name) {
    const auto strategy = std::make_shared<const strategy::Strategy>(example(name));
    const auto compile = [strategy](benchmark::State& state) {
        std::size_t scenarios = 0;
        for (auto _ : state) scenarios = strategy::compile_all(*strategy).size();
        state.counters["scenarios"] = static_cast<double>(scenarios);
    };
    benchmark::RegisterBenchmark(name.c_str(), compile)->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace praxis::bench

int main(int argc, char** argv) {
    for (const auto& entry : std::filesystem::directory_iterator(praxis::bench::data() / "strategies"))
        praxis::bench::add_benchmark(entry.path().filename().string());
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
