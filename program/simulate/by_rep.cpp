#include "program/simulate/by_rep.hpp"

#include <boost/json/object.hpp>
#include <cmath>
#include <cstdio>

#include "app/in_parallel.hpp"
#include "app/interval.hpp"
#include "app/simulate.hpp"
#include "program/table.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program::simulate {
namespace {

using foresight::habits::Rep;
using strategy::GoalLevel;

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

Row& row_for(std::vector<Row>& rows, const strategy::Scenario& scenario, const Rep& rep) {
    const std::string kind(strategy::name(scenario.kind));
    for (Row& row : rows)
        if (row.segment == scenario.segment && row.kind == kind && row.rep == foresight::habits::name(rep)) return row;
    rows.push_back({scenario.segment, kind, std::string(foresight::habits::name(rep)), {}});
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

std::vector<Row> play_all(const Options& options, const std::vector<Stage>& stages, const std::vector<Rep>& reps) {
    const auto fared = app::in_parallel(stages.size() * reps.size(), threads_of(options), [&](std::size_t i) {
        return app::simulate(stages[i / reps.size()].scene, reps[i % reps.size()], options.n, Seed{options.seed});
    });
    std::vector<Row> rows;
    for (std::size_t i = 0; i < fared.size(); ++i)
        add_up(row_for(rows, stages[i / reps.size()].scenario, reps[i % reps.size()]).fared, fared[i]);
    return rows;
}

}  // namespace

ExitCode show_by_rep(const Options& options, const std::vector<Stage>& stages, const std::vector<Rep>& reps) {
    const std::vector<Row> rows = play_all(options, stages, reps);
    if (options.json)
        for (const Row& row : rows) print_line(row);
    else if (options.csv)
        std::printf("%s", table_of(rows).to_csv().c_str());
    else
        std::printf("%s", table_of(rows).to_text(Terminal::of_output()).c_str());
    return ExitCode::done;
}

}  // namespace praxis::program::simulate
