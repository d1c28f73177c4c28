#include <memory>

#include "program/commands.hpp"
#include "program/options.hpp"
#include "program/simulate/by_behaviour.hpp"
#include "program/simulate/by_rep.hpp"

namespace praxis::program {
namespace {

using simulate::Options;

constexpr const char* kSimulateExamples =
    "praxis simulate --strategy ledgerline --reps all\n"
    "praxis simulate --reps pitcher --n 1000 --kind negotiation\n"
    "praxis simulate --reps all --csv > fared.csv\n"
    "praxis simulate --strategy sterivia --by behaviour\n"
    "praxis simulate --by behaviour --reps developing --segment laser-job-shops --csv > train_first.csv\n"
    "\n"
    "Kinds of reps: discoverer, pitcher, flatterer, discounter, checklist_reader, quoter, hostile, random; and the\n"
    "competent rep at four strengths: novice, developing, practised, expert.\n"
    "A goal is reached at won, advanced or right-disqualified; in brackets the 95 % interval (Wilson).\n"
    "By behaviour: one thing at a time is always done and never done, against the same customers; the table names the\n"
    "strategy's behaviours that ask for it. It shows what moves the simulated customer, not what moves real ones.";

ExitCode run_simulate(const Options& options) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto strategy = library->strategy(options.strategy);
    if (!strategy) return tell(strategy.error());
    const bool by_behaviour = options.by == "behaviour";
    const auto reps = simulate::reps_of(!options.reps.empty() ? options.reps : by_behaviour ? "novice" : "all");
    if (!reps) return tell(reps.error());
    if (by_behaviour && reps->size() > 1)
        return tell(refusal(ExitCode::usage, "behaviours are compared for one kind of rep at a time",
                            "name it with --reps, or leave --reps out for the novice"));
    const auto stages = simulate::stages(options, strategy->strategy);
    if (!stages) return tell(stages.error());
    return by_behaviour ? simulate::show_by_behaviour(options, *stages, reps->front())
                        : simulate::show_by_rep(options, *stages, *reps);
}

}  // namespace

void add_simulate(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand(
        "simulate", "Let kinds of reps play many conversations: how they fare, or which behaviours move the outcome");
    const auto options = std::make_shared<Options>();
    add_strategy_option(app, options->strategy);
    add_scenario_options(app, options->only);
    app.add_option("--reps", options->reps, "A kind of rep, or all (default: all; by behaviour: novice)")
        ->type_name("KIND");
    app.add_option("--by", options->by,
                   "What is compared: kinds of rep, or which behaviours move the outcome (default: rep)")
        ->type_name("rep|behaviour")
        ->check(CLI::IsMember({"rep", "behaviour"}));
    app.add_option("--n", options->n, "Conversations per scenario and rep (default: 100)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    app.add_option("--seed", options->seed, "The first seed (default: 1)")->type_name("N");
    app.add_option("--threads", options->threads, "How many threads play; the figures are the same (default: all)")
        ->type_name("N")
        ->check(CLI::Range(1, 64));
    app.add_flag("--json", options->json, "One row per line, as JSON");
    app.add_flag("--csv", options->csv, "The table as CSV");
    add_examples(app, kSimulateExamples);
    on_run(app, exit, [options] { return run_simulate(*options); });
}

}  // namespace praxis::program
