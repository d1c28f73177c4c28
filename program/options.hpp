// Options that several subcommands share, said in the same words everywhere, and what to say of a mistyped one.
// One thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "core/coaching/report.hpp"
#include "program/exit_code.hpp"
#include "program/library.hpp"

namespace praxis::program {

void add_strategy_option(CLI::App&, std::string& file_or_name);
void add_scenario_options(CLI::App&, ScenarioChoice&);
void add_dose_option(CLI::App&, coaching::Dose&);
void add_svg_option(CLI::App&, std::string& file);

// Text after the options in --help: examples, one per line.
void add_examples(CLI::App&, const std::string& examples);

// Runs `act` when the subcommand is chosen and keeps its exit code.
void on_run(CLI::App&, ExitCode& exit, std::function<ExitCode()> act);

// A sentence about the first of `words` (as typed after the program's name) that is no subcommand or option; empty:
// nothing known is near.
std::string did_you_mean(const CLI::App& root, const std::vector<std::string>& words);

}  // namespace praxis::program
