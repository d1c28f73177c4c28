#include "program/simulate/by_behaviour.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <cstdio>

#include "program/simulate/moved.hpp"
#include "program/table.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program::simulate {
namespace {

using foresight::Duel;
using foresight::Estimate;
using strategy::Behaviour;

std::string plain(double value) {
    return wire::plain_number(std::round(value * 1000) / 1000);
}

Table table_of(const std::vector<Part>& parts) {
    std::vector<Table::Column> titles;
    for (const char* title :
         {"segment", "rank", "habit", "says", "behaviours", "played", "now goal", "now worth", "worth", "worth low",
          "worth high", "goal", "goal low", "goal high", "gain worth", "gain low", "gain high", "gain goal"})
        titles.push_back({title});
    Table table(titles);
    for (const Part& part : parts) {
        const foresight::Value now{part.compared.now};
        for (const Row& row : part.rows) {
            const Estimate worth = row.worth(), goal = row.moved.always_never.difference_at_least(kGoal);
            const Estimate gain = row.gain();
            table.add({part.segment, std::to_string(&row - part.rows.data() + 1), std::string(name(row.habit)),
                       std::string(says(row.habit)), ids(row.behaviours, " "),
                       std::to_string(row.moved.always_never.rollouts()), plain(now.at_least(kGoal).share),
                       plain(now.worth().share), plain(worth.share), plain(worth.interval.low),
                       plain(worth.interval.high), plain(goal.share), plain(goal.interval.low),
                       plain(goal.interval.high), plain(gain.share), plain(gain.interval.low),
                       plain(gain.interval.high), plain(row.moved.always_now.difference_at_least(kGoal).share)});
        }
    }
    return table;
}

boost::json::object effect_of(const Duel& duel) {
    const Estimate worth = duel.difference(), goal = duel.difference_at_least(kGoal);
    return {{"worth", worth.share},
            {"worth_interval", {worth.interval.low, worth.interval.high}},
            {"goal", goal.share},
            {"goal_interval", {goal.interval.low, goal.interval.high}}};
}

void print_lines(const Part& part, std::string_view rep) {
    const foresight::Value now{part.compared.now};
    for (const Row& row : part.rows) {
        boost::json::array behaviours;
        for (const Behaviour* behaviour : row.behaviours) behaviours.emplace_back(behaviour->id);
        const boost::json::object line{
            {"segment", part.segment},
            {"rep", rep},
            {"rank", &row - part.rows.data() + 1},
            {"habit", name(row.habit)},
            {"says", says(row.habit)},
            {"behaviours", std::move(behaviours)},
            {"played", row.moved.always_never.rollouts()},
            {"now", boost::json::object{{"goal", now.at_least(kGoal).share}, {"worth", now.worth().share}}},
            {"always_against_never", effect_of(row.moved.always_never)},
            {"always_against_now", effect_of(row.moved.always_now)},
            {"now_against_never", effect_of(row.moved.now_never)}};
        std::printf("%s\n", wire::to_text(line).c_str());
    }
}

}  // namespace

ExitCode show_by_behaviour(const Options& options, const std::vector<Stage>& stages,
                           const foresight::habits::Rep& rep) {
    const std::vector<Part> parts = compare_all(options, stages, rep);
    if (options.json) {
        for (const Part& part : parts) print_lines(part, foresight::habits::name(rep));
    } else if (options.csv) {
        std::printf("%s", table_of(parts).to_csv().c_str());
    } else {
        print_chart(parts, foresight::habits::name(rep));
    }
    return ExitCode::done;
}

}  // namespace praxis::program::simulate
