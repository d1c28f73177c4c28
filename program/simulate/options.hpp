// What `praxis simulate` was asked for, and the scenarios meant by it. One thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/buyer/scene.hpp"
#include "core/foresight/habits/rep.hpp"
#include "core/strategy/scenario.hpp"
#include "program/library.hpp"

namespace praxis::program::simulate {

struct Options {
    std::string strategy, reps, by = "rep";
    ScenarioChoice only;
    int n = 100, threads = 0;  // 0: as many as the machine runs at once
    std::uint64_t seed = 1;
    bool json = false, csv = false;
};

struct Stage {
    strategy::Scenario scenario;
    buyer::Scene scene;
};

// At least one: ordinary customers of normal difficulty unless told otherwise.
Loaded<std::vector<Stage>> stages(const Options&, const strategy::Strategy&);

// "all": the eight kinds.
Loaded<std::vector<foresight::habits::Rep>> reps_of(const std::string& wanted);

int threads_of(const Options&);

}  // namespace praxis::program::simulate
