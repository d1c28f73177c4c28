#include "app/simulate.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "adapters/files/strategy_file.hpp"
#include "app/interval.hpp"
#include "core/buyer/press_shop.hpp"
#include "core/foresight/habits/habit.hpp"

namespace praxis::app {
namespace {

TEST(Wilson, GivesThePublishedValues) {
    EXPECT_NEAR(wilson(0, 10).low, 0, 1e-9);
    EXPECT_NEAR(wilson(0, 10).high, 0.2775, 1e-4);
    EXPECT_NEAR(wilson(5, 10).low, 0.2366, 1e-4);
    EXPECT_NEAR(wilson(5, 10).high, 0.7634, 1e-4);
    EXPECT_NEAR(wilson(10, 10).low, 0.7225, 1e-4);
    EXPECT_EQ(wilson(0, 0).high, 1);
}

TEST(Simulate, CountsEveryConversationOnceAndTheSameTwice) {
    const auto scene = buyer::make_scene(buyer::press_shop::discovery());
    ASSERT_TRUE(scene);
    const Fared once = simulate(*scene, buyer::RepKind::random, 40, Seed{3});
    const Fared twice = simulate(*scene, buyer::RepKind::random, 40, Seed{3});
    int all = 0;
    for (const int count : once.levels) all += count;
    EXPECT_EQ(once.played, 40);
    EXPECT_EQ(all, 40);
    EXPECT_EQ(once.levels, twice.levels);
    EXPECT_EQ(once.turns, twice.turns);
}

TEST(Simulate, ADiscovererFaresBetterThanAPitcher) {
    const auto scene = buyer::make_scene(buyer::press_shop::discovery());
    ASSERT_TRUE(scene);
    const Fared good = simulate(*scene, buyer::RepKind::discoverer, 50, Seed{1});
    const Fared bad = simulate(*scene, buyer::RepKind::pitcher, 50, Seed{1});
    EXPECT_GT(good.count(strategy::GoalLevel::won), 40);
    EXPECT_EQ(bad.count(strategy::GoalLevel::won), 0);
    EXPECT_GT(good.trust - bad.trust, 30);
}

// What an enablement lead can train is a behaviour of the strategy: nearly all of them are moved by some habit.
TEST(Habits, AreCarriedByTheStrategiesBehaviours) {
    const std::set<std::string> without = {"tests-the-segment", "lets-the-price-stand"};
    for (const std::string name : {"hallam-steel", "ledgerline", "sterivia"}) {
        const auto strategy = files::load_strategy(
            std::filesystem::path(PRAXIS_DATA) / "strategies" / name / "strategy.yaml", PRAXIS_DATA);
        ASSERT_TRUE(strategy);
        for (const strategy::Behaviour& behaviour : strategy->behaviours) {
            bool carried = false;
            for (int i = 0; i < foresight::habits::kHabitCount; ++i)
                carried = carried || foresight::habits::carries(behaviour, static_cast<foresight::habits::Habit>(i));
            EXPECT_EQ(carried, !without.contains(behaviour.id)) << name << ": " << behaviour.id;
        }
    }
}

TEST(Simulate, TakesACompetentRepOfAnyStrength) {
    const auto scene = buyer::make_scene(buyer::press_shop::hard_discovery());
    ASSERT_TRUE(scene);
    const Fared novice = simulate(*scene, foresight::Strength::novice, 100, Seed{1});
    const Fared expert = simulate(*scene, foresight::Strength::expert, 100, Seed{1});
    EXPECT_GT(expert.count(strategy::GoalLevel::won), novice.count(strategy::GoalLevel::won) + 30);
}

}  // namespace
}  // namespace praxis::app
