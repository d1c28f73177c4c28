// What the benchmarks measure on, loaded from the data folder. A fault of the data ends the program with its place.
// One thread.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

#include "adapters/files/strategy_file.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::bench {

template <class T>
T sound(Result<T, Problems> result) {
    if (result) return std::move(*result);
    for (const Problem& problem : result.error()) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
    std::exit(3);
}

inline const std::filesystem::path& data() {
    static const std::filesystem::path kData = PRAXIS_DATA;
    return kData;
}

inline strategy::Strategy example(const std::string& name) {
    return sound(files::load_strategy(data() / "strategies" / name / "strategy.yaml", data()));
}

}  // namespace praxis::bench
