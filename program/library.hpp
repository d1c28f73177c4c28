// The shelf the subcommands take from: strategies, scenarios and the language, loaded from files when asked for.
// A refusal carries the exit code beside the problems, so that a subcommand only has to pass it on. One thread.
#pragma once

#include <filesystem>
#include <string>

#include "app/choose_scenario.hpp"
#include "app/rehearsal/play.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/coaching/report.hpp"
#include "core/strategy/scenario.hpp"
#include "core/strategy/strategy.hpp"
#include "program/exit_code.hpp"

namespace praxis::program {

struct Refusal {
    ExitCode exit = ExitCode::input;
    Problems problems;
};

template <class T>
using Loaded = Result<T, Refusal>;

struct StrategyLoaded {
    strategy::Strategy strategy;
    std::filesystem::path file;
};

using app::ScenarioChoice;

class Library {
public:
    static Loaded<Library> open();

    const std::filesystem::path& data() const { return data_; }

    // A file, a folder, or the name of an example; empty: the first example.
    Loaded<StrategyLoaded> strategy(const std::string& file_or_name) const;
    Loaded<app::Tongue> tongue(const std::string& language) const;
    Loaded<coaching::Phrases> phrases(const std::string& language) const;
    // The pieces of a play put together.
    Loaded<app::Play> play(strategy::Scenario) const;

private:
    explicit Library(std::filesystem::path data) : data_(std::move(data)) {}
    Loaded<std::filesystem::path> strategy_path(const std::string& file_or_name) const;

    std::filesystem::path data_;
};

Loaded<strategy::Scenario> pick_scenario(const strategy::Strategy&, const ScenarioChoice&);

// Prints the problems to standard error and gives the exit code back.
ExitCode tell(const Refusal&);
void tell(const Problems&);

Refusal refusal(ExitCode, std::string what, std::string mend = {});

}  // namespace praxis::program
