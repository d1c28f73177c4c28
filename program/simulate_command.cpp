#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>

#include "app/interval.hpp"
#include "app/simulate.hpp"
#include "core/base/nearest.hpp"
#include "core/strategy/compile.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "program/table.hpp"
#include "wire/json_text.hpp"

namespace praxis::program {
namespace {

using buyer::RepKind;
using strategy::GoalLevel;

constexpr const char* kExamples =
    "praxis simulate --strategy ledgerline --reps all\n"
    "praxis simulate --reps pitcher --n 1000 --kind negotiation\n"
    "praxis simulate --reps all --csv > fared.csv\n"
    "\n"
    "Kinds of reps: discoverer, pitcher, flatterer, discounter, checklist_reader, quoter, hostile, random.\n"
    "A goal is reached at won, advanced or right-disqualified; in brackets the 95 % interval (Wilson).";

struct Options {
    std::string strategy, reps = "all";
    ScenarioChoice only;
    int n = 100;
    std::uint64_t seed = 1;
    bool json = false, csv = false;
};

// Scenarios of one segment, kind and difficulty are one row.
struct Row {
    std::string segment, kind, rep;
    app::Fared fared;
};

void add_up(app::Fared& sum, const app::Fared& more) {
    const int all = sum.played + more.played;
    if (all == 0) return;
    const auto mean = [&](double a, double b) { return (a * sum.played + b * more.played) / all; };
    sum.turns = mean(sum.turns, more.turns);
    sum.trust = mean(sum.trust, more.trust);
    sum.facts = mean(sum.facts, more.facts);
    sum.played = all;
    sum.walked_out += more.walked_out;
    for (std::size_t i = 0; i < sum.levels.size(); ++i) sum.levels[i] += more.levels[i];
}

int reached(const app::Fared& fared) {
    return fared.count(GoalLevel::won) + fared.count(GoalLevel::advanced) + fared.count(GoalLevel::right_disqualified);
}

Loaded<std::vector<RepKind>> reps_of(const std::string& wanted) {
    std::vector<RepKind> reps;
    std::vector<std::string> names;
    for (int i = 0; i < buyer::kRepKindCount; ++i) {
        names.emplace_back(buyer::name(static_cast<RepKind>(i)));
        if (wanted == "all" || wanted == names.back()) reps.push_back(static_cast<RepKind>(i));
    }
    if (!reps.empty()) return reps;
    const std::string near = nearest(wanted, names);
    return refuse(refusal(ExitCode::usage, "there is no kind of rep '" + wanted + "'",
                          near.empty() ? "`praxis simulate --help` lists them" : "did you mean '" + near + "'?"));
}

bool wanted(const std::string& choice, std::string_view name) {
    return choice.empty() || choice == name;
}

bool wanted(const Options& options, const strategy::Scenario& scenario) {
    const ScenarioChoice& only = options.only;
    const std::string difficulty = only.difficulty.empty() ? "normal" : only.difficulty;
    return (only.id.empty()
                ? wanted(difficulty, strategy::name(scenario.difficulty)) && !scenario.goals.disqualify_right
                : scenario.id == only.id) &&
           wanted(only.segment, scenario.segment) && wanted(only.role, scenario.role) &&
           wanted(only.kind, strategy::name(scenario.kind));
}

Row& row_for(std::vector<Row>& rows, const strategy::Scenario& scenario, RepKind rep) {
    const std::string kind(strategy::name(scenario.kind));
    for (Row& row : rows)
        if (row.segment == scenario.segment && row.kind == kind && row.rep == buyer::name(rep)) return row;
    rows.push_back({scenario.segment, kind, std::string(buyer::name(rep)), {}});
    return rows.back();
}

std::string percent(int hits, int trials) {
    return trials ? std::to_string((200 * hits + trials) / (2 * trials)) + " %" : "–";
}

std::string interval_text(const app::Interval& interval) {
    return "[" + std::to_string(static_cast<int>(100 * interval.low + 0.5)) + "–" +
           std::to_string(static_cast<int>(100 * interval.high + 0.5)) + "]";
}

Table table_of(const std::vector<Row>& rows) {
    using Side = Table::Side;
    Table table({{"segment"},
                 {"kind"},
                 {"rep"},
                 {"played", Side::right},
                 {"won", Side::right},
                 {"advanced", Side::right},
                 {"continued", Side::right},
                 {"lost", Side::right},
                 {"goal reached", Side::right},
                 {"95 %", Side::right},
                 {"walked out", Side::right},
                 {"turns", Side::right},
                 {"facts", Side::right},
                 {"trust", Side::right}});
    for (const Row& row : rows) {
        const app::Fared& fared = row.fared;
        const auto share = [&](GoalLevel level) { return percent(fared.count(level), fared.played); };
        table.add({row.segment, row.kind, row.rep, std::to_string(fared.played), share(GoalLevel::won),
                   share(GoalLevel::advanced), share(GoalLevel::continued), share(GoalLevel::lost),
                   percent(reached(fared), fared.played), interval_text(app::wilson(reached(fared), fared.played)),
                   percent(fared.walked_out, fared.played), wire::plain_number(std::round(fared.turns * 10) / 10),
                   wire::plain_number(std::round(fared.facts * 10) / 10),
                   std::to_string(static_cast<int>(fared.trust + 0.5))});
    }
    return table;
}

void print_line(const Row& row) {
    const app::Fared& fared = row.fared;
    const app::Interval interval = app::wilson(reached(fared), fared.played);
    boost::json::object levels;
    for (int i = 0; i < strategy::kGoalLevelCount; ++i)
        levels[strategy::name(static_cast<GoalLevel>(i))] = fared.levels[i];
    const boost::json::object out{{"segment", row.segment},
                                  {"kind", row.kind},
                                  {"rep", row.rep},
                                  {"played", fared.played},
                                  {"levels", std::move(levels)},
                                  {"goal_reached", reached(fared)},
                                  {"interval", {interval.low, interval.high}},
                                  {"walked_out", fared.walked_out},
                                  {"turns", fared.turns},
                                  {"facts", fared.facts},
                                  {"trust", fared.trust}};
    std::printf("%s\n", wire::to_text(out).c_str());
}

Loaded<std::vector<Row>> play_all(const Options& options, const strategy::Strategy& strategy,
                                  const std::vector<RepKind>& reps) {
    std::vector<Row> rows;
    for (const strategy::Scenario& scenario : strategy::compile_all(strategy)) {
        if (!wanted(options, scenario)) continue;
        const auto scene = buyer::make_scene(scenario);
        if (!scene) return refuse(Refusal{ExitCode::input, scene.error()});
        for (const RepKind rep : reps)
            add_up(row_for(rows, scenario, rep).fared, app::simulate(*scene, rep, options.n, Seed{options.seed}));
    }
    if (rows.empty())
        return refuse(refusal(ExitCode::usage, "no scenario is like that", "`praxis scenarios` lists all"));
    return rows;
}

ExitCode run(const Options& options) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto strategy = library->strategy(options.strategy);
    if (!strategy) return tell(strategy.error());
    const auto reps = reps_of(options.reps);
    if (!reps) return tell(reps.error());
    const auto rows = play_all(options, strategy->strategy, *reps);
    if (!rows) return tell(rows.error());
    if (options.json)
        for (const Row& row : *rows) print_line(row);
    else if (options.csv)
        std::printf("%s", table_of(*rows).to_csv().c_str());
    else
        std::printf("%s", table_of(*rows).to_text(Terminal::of_output()).c_str());
    return ExitCode::done;
}

}  // namespace

void add_simulate(CLI::App& root, ExitCode& exit) {
    CLI::App& app =
        *root.add_subcommand("simulate", "Let kinds of reps play many conversations; a table of how they fare");
    const auto options = std::make_shared<Options>();
    add_strategy_option(app, options->strategy);
    add_scenario_options(app, options->only);
    app.add_option("--reps", options->reps, "A kind of rep, or all")->type_name("KIND");
    app.add_option("--n", options->n, "Conversations per scenario and rep (default: 100)")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    app.add_option("--seed", options->seed, "The first seed (default: 1)")->type_name("N");
    app.add_flag("--json", options->json, "One row per line, as JSON");
    app.add_flag("--csv", options->csv, "The table as CSV");
    add_examples(app, kExamples);
    on_run(app, exit, [options] { return run(*options); });
}

}  // namespace praxis::program
