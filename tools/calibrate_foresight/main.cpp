// calibrate_foresight [REPORT]: plays simulated conversations over all scenarios of the example strategies, compares
// what the value foretells with what comes, and writes the report (docs/calibration.md), or prints it. Exit codes: 0
// done, 1 calibrated worse than asked, 3 bad input, 4 the report cannot be written.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "adapters/files/strategy_file.hpp"
#include "app/in_parallel.hpp"
#include "core/strategy/compile.hpp"
#include "tools/calibrate_foresight/report.hpp"

namespace praxis::calibrate_foresight {
namespace {

using foresight::Strength;
using foresight::habits::Rep;

constexpr std::uint32_t kConversations = 32;      // a scenario
constexpr std::uint32_t kOtherConversations = 4;  // … for every other rep
constexpr std::uint64_t kRollouts = 200, kOtherRollouts = 100;
constexpr Seed kSeed{20'000};
constexpr double kAsked = 0.03;

struct Material {
    std::vector<std::string> strategies;
    std::vector<strategy::Scenario> scenarios;
    std::vector<buyer::Scene> scenes;
};

Result<Material, Problems> load(const std::filesystem::path& data) {
    Material material;
    for (const char* name : {"hallam-steel", "ledgerline", "sterivia"}) {
        auto strategy = files::load_strategy(data / "strategies" / name / "strategy.yaml", data);
        if (!strategy) return refuse(std::move(strategy.error()));
        material.strategies.emplace_back(name);
        for (strategy::Scenario& scenario : strategy::compile_all(*strategy)) {
            auto scene = buyer::make_scene(scenario);
            if (!scene) return refuse(std::move(scene.error()));
            material.scenes.push_back(*scene);
            material.scenarios.push_back(std::move(scenario));
        }
    }
    return material;
}

OtherRep measure(const Rep& rep, const Material& material, int threads) {
    Plan plan{rep, {}, kOtherConversations, kOtherRollouts, {kSeed.value + 1}, threads};
    OtherRep other{rep, reliability(forecasts(material.scenes, plan), kGoal), {}};
    if (const Strength* strength = std::get_if<Strength>(&rep)) {
        plan.setting.slips = foresight::slips_percent(*strength);
        other.as_itself = reliability(forecasts(material.scenes, plan), kGoal);
    }
    return other;
}

Measured measure(const Material& material, int threads) {
    Measured measured{material.strategies, material.scenarios, {}, kRollouts, {}, {}, {}};
    measured.conversations = material.scenes.size() * kConversations;
    measured.other_conversations = material.scenes.size() * kOtherConversations;
    measured.forecasts =
        forecasts(material.scenes, {Strength::practised, {}, kConversations, kRollouts, kSeed, threads});
    for (int i = 0; i < foresight::kStrengthCount; ++i)
        measured.others.push_back(measure(static_cast<Strength>(i), material, threads));
    for (int i = 0; i < buyer::kRepKindCount; ++i)
        measured.others.push_back(measure(static_cast<buyer::RepKind>(i), material, threads));
    return measured;
}

int run(const char* file) {
    const auto material = load(PRAXIS_DATA);
    if (!material) {
        for (const Problem& problem : material.error()) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
        return 3;
    }
    const Measured measured = measure(*material, app::threads_here());
    const std::string text = report(measured);
    if (file == nullptr) {
        std::fputs(text.c_str(), stdout);
    } else if (!(std::ofstream(file) << text)) {
        std::fprintf(stderr, "%s cannot be written\n", file);
        return 4;
    }
    const double error = reliability(measured.forecasts, kGoal).calibration_error();
    std::fprintf(stderr, "calibration error %.4f, asked at most %.2f\n", error, kAsked);
    return error <= kAsked ? 0 : 1;
}

}  // namespace
}  // namespace praxis::calibrate_foresight

int main(int count, char** arguments) {
    return praxis::calibrate_foresight::run(count > 1 ? arguments[1] : nullptr);
}
