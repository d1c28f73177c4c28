// Options that several subcommands share, said in the same words everywhere. One thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "core/coaching/report.hpp"
#include "program/exit_code.hpp"
#include "program/library.hpp"

namespace praxis::program {

void add_strategy_option(CLI::App&, std::string& file_or_name);
void add_scenario_options(CLI::App&, ScenarioChoice&);
void add_dose_option(CLI::App&, coaching::Dose&);

// Text after the options in --help: examples, one per line.
void add_examples(CLI::App&, const std::string& examples);

// Runs `act` when the subcommand is chosen and keeps its exit code.
void on_run(CLI::App&, ExitCode& exit, std::function<ExitCode()> act);

}  // namespace praxis::program
