#include "program/simulate/options.hpp"

#include "app/in_parallel.hpp"
#include "core/base/nearest.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::program::simulate {
namespace {

using foresight::habits::Rep;

bool wanted(const std::string& choice, std::string_view name) {
    return choice.empty() || choice == name;
}

bool wanted(const ScenarioChoice& only, const strategy::Scenario& scenario) {
    const std::string difficulty = only.difficulty.empty() ? "normal" : only.difficulty;
    return (only.id.empty()
                ? wanted(difficulty, strategy::name(scenario.difficulty)) && !scenario.goals.disqualify_right
                : scenario.id == only.id) &&
           wanted(only.segment, scenario.segment) && wanted(only.role, scenario.role) &&
           wanted(only.kind, strategy::name(scenario.kind));
}

std::vector<std::string> rep_names() {
    std::vector<std::string> names;
    for (int i = 0; i < buyer::kRepKindCount; ++i) names.emplace_back(buyer::name(static_cast<buyer::RepKind>(i)));
    for (int i = 0; i < foresight::kStrengthCount; ++i)
        names.emplace_back(foresight::habits::name(static_cast<foresight::Strength>(i)));
    return names;
}

}  // namespace

Loaded<std::vector<Stage>> stages(const Options& options, const strategy::Strategy& strategy) {
    std::vector<Stage> found;
    for (strategy::Scenario& scenario : strategy::compile_all(strategy)) {
        if (!wanted(options.only, scenario)) continue;
        auto scene = buyer::make_scene(scenario);
        if (!scene) return refuse(Refusal{ExitCode::input, scene.error()});
        found.push_back({std::move(scenario), *scene});
    }
    if (found.empty())
        return refuse(refusal(ExitCode::usage, "no scenario is like that", "`praxis scenarios` lists all"));
    return found;
}

Loaded<std::vector<Rep>> reps_of(const std::string& wanted) {
    std::vector<Rep> reps;
    for (int i = 0; wanted == "all" && i < buyer::kRepKindCount; ++i) reps.emplace_back(static_cast<buyer::RepKind>(i));
    if (const auto one = foresight::habits::rep_named(wanted)) reps.push_back(*one);
    if (!reps.empty()) return reps;
    const std::string near = nearest(wanted, rep_names());
    return refuse(refusal(ExitCode::usage, "there is no kind of rep '" + wanted + "'",
                          near.empty() ? "`praxis simulate --help` lists them" : "did you mean '" + near + "'?"));
}

int threads_of(const Options& options) {
    return options.threads > 0 ? options.threads : app::threads_here();
}

}  // namespace praxis::program::simulate
