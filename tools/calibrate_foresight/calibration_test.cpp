#include <gtest/gtest.h>

#include <filesystem>

#include "adapters/files/strategy_file.hpp"
#include "core/strategy/compile.hpp"
#include "tools/calibrate_foresight/forecast.hpp"
#include "tools/calibrate_foresight/report.hpp"

namespace praxis::calibrate_foresight {
namespace {

using buyer::RepKind;
using foresight::Strength;

TEST(Reliability, IsWhatOneReckonsByHand) {
    Reliability four;
    four.add(0.9, true);
    four.add(0.95, false);
    four.add(0.1, false);
    four.add(0.3, true);
    EXPECT_NEAR(four.brier(), (0.01 + 0.9025 + 0.01 + 0.49) / 4, 1e-12);
    EXPECT_NEAR(four.brier_of_base_rate(), 0.25, 1e-12);
    EXPECT_NEAR(four.skill(), 1 - four.brier() / 0.25, 1e-12);
    // Bins: {0.9, 0.95} half came, {0.1} none, {0.3} all.
    EXPECT_NEAR(four.calibration_error(), (2 * 0.425 + 0.1 + 0.7) / 4, 1e-12);
    EXPECT_EQ(four.bins()[9].count, 2U);
}

TEST(Reliability, KeepsBothEnds) {
    Reliability ends;
    ends.add(0, false);
    ends.add(1, true);
    EXPECT_EQ(ends.bins().front().count, 1U);
    EXPECT_EQ(ends.bins().back().count, 1U);
    EXPECT_EQ(ends.calibration_error(), 0);
    EXPECT_EQ(Reliability{}.calibration_error(), 0);
}

struct Cast {
    std::vector<strategy::Scenario> scenarios;
    std::vector<buyer::Scene> scenes;
};

// Every seventh scenario of the example strategies: all segments, kinds and difficulties come up.
const Cast& cast() {
    static const Cast kCast = [] {
        Cast all;
        const std::filesystem::path data = PRAXIS_DATA;
        std::size_t n = 0;
        for (const char* name : {"hallam-steel", "ledgerline", "sterivia"})
            for (strategy::Scenario& scenario :
                 strategy::compile_all(*files::load_strategy(data / "strategies" / name / "strategy.yaml", data))) {
                if (n++ % 7 != 0) continue;
                all.scenes.push_back(*buyer::make_scene(scenario));
                all.scenarios.push_back(std::move(scenario));
            }
        return all;
    }();
    return kCast;
}

Plan plan(const foresight::habits::Rep& rep, std::uint8_t slips) {
    return {rep, {slips, foresight::Sight::rep}, 10, 60, {77}, 2};
}

constexpr std::uint8_t kPractised = foresight::slips_percent(Strength::practised);

TEST(Calibration, HoldsUnderThePolicy) {
    const auto all = forecasts(cast().scenes, plan(Strength::practised, kPractised));
    EXPECT_GT(all.size(), 2'000U);
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
        const Reliability its = reliability(all, level);
        EXPECT_LT(its.calibration_error(), 0.04) << "level " << level;
        EXPECT_NEAR(its.mean_said(), its.share_came(), 0.03) << "level " << level;
        EXPECT_LT(its.brier(), its.brier_of_base_rate()) << "level " << level;
    }
}

// The bound above can fail: who takes the wrong rep for granted is far off.
TEST(Calibration, IsLostWhenSomebodyElseGoesOn) {
    const auto novice = forecasts(cast().scenes, plan(Strength::novice, kPractised));
    EXPECT_GT(reliability(novice, kGoal).calibration_error(), 0.1);
    const auto pitcher = forecasts(cast().scenes, plan(RepKind::pitcher, kPractised));
    EXPECT_GT(reliability(pitcher, kGoal).mean_said(), reliability(pitcher, kGoal).share_came() + 0.3);
    const auto known = forecasts(cast().scenes, plan(Strength::novice, foresight::slips_percent(Strength::novice)));
    EXPECT_LT(reliability(known, kGoal).calibration_error(), 0.04) << "and found again when the rep is known";
}

TEST(Calibration, DoesNotDependOnThreads) {
    const std::span<const buyer::Scene> some(cast().scenes.data(), 12);
    Plan alone = plan(Strength::practised, kPractised);
    alone.threads = 1;
    Plan together = alone;
    together.threads = 3;
    const auto one = forecasts(some, alone), other = forecasts(some, together);
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].said, other[i].said);
        EXPECT_EQ(one[i].came, other[i].came);
        EXPECT_EQ(one[i].scene, other[i].scene);
    }
}

TEST(Report, HasATableForEveryQuestion) {
    Measured measured{{"hallam-steel"}, cast().scenarios, 10, 60, 0, {}, {}};
    measured.forecasts = forecasts({cast().scenes.data(), 12}, plan(Strength::practised, kPractised));
    const std::string text = report(measured);
    for (const char* part :
         {"| goal reached", "| 0.9 – 1.0 |", "| difficulty |", "| segment |", "a question nobody asked"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    EXPECT_EQ(text, report(measured));
}

}  // namespace
}  // namespace praxis::calibrate_foresight
