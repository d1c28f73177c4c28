#include "program/simulate/moved.hpp"

#include <algorithm>

#include "app/in_parallel.hpp"

namespace praxis::program::simulate {
namespace {

using foresight::habits::Habit;
using foresight::habits::kHabitCount;
using strategy::Behaviour;

Part& part_for(std::vector<Part>& parts, const strategy::Scenario& scenario) {
    for (Part& part : parts)
        if (part.segment == scenario.segment) return part;
    parts.push_back({scenario.segment, scenario.segment_name, {}, {}});
    return parts.back();
}

std::vector<const Behaviour*> carriers(const std::vector<Stage>& stages, const std::string& segment, Habit habit) {
    std::vector<const Behaviour*> found;
    for (const Stage& stage : stages)
        for (const Behaviour& behaviour : stage.scenario.criteria) {
            const bool known = std::any_of(found.begin(), found.end(),
                                           [&](const Behaviour* other) { return other->id == behaviour.id; });
            if (stage.scenario.segment == segment && !known && foresight::habits::carries(behaviour, habit))
                found.push_back(&behaviour);
        }
    // What the company wrote itself says more about it than the library does.
    std::stable_partition(found.begin(), found.end(), [](const Behaviour* one) { return !one->standard; });
    return found;
}

}  // namespace

std::vector<Part> compare_all(const Options& options, const std::vector<Stage>& stages,
                              const foresight::habits::Rep& rep) {
    const auto compared = app::in_parallel(stages.size(), threads_of(options), [&](std::size_t i) {
        return app::compare_habits(stages[i].scene, rep, options.n, Seed{options.seed});
    });
    std::vector<Part> parts;
    for (std::size_t i = 0; i < stages.size(); ++i) part_for(parts, stages[i].scenario).compared += compared[i];
    for (Part& part : parts) {
        for (int i = 0; i < kHabitCount; ++i) {
            const auto habit = static_cast<Habit>(i);
            part.rows.push_back({habit, part.compared.of(habit), carriers(stages, part.segment, habit)});
        }
        std::stable_sort(part.rows.begin(), part.rows.end(),
                         [](const Row& a, const Row& b) { return a.worth().share > b.worth().share; });
    }
    return parts;
}

std::string ids(const std::vector<const Behaviour*>& behaviours, const char* between) {
    std::string text;
    for (const Behaviour* behaviour : behaviours) text += (text.empty() ? "" : between) + behaviour->id;
    return text;
}

}  // namespace praxis::program::simulate
