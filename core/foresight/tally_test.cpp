#include "core/foresight/tally.hpp"

#include <gtest/gtest.h>

namespace praxis::foresight {
namespace {

Tally tally(std::uint64_t lost, std::uint64_t advanced, std::uint64_t won, std::uint64_t disqualified = 0) {
    Tally made;
    made.reached = {lost, 0, advanced, won, disqualified};
    made.steps = 10 * made.rollouts();
    return made;
}

TEST(Wilson, IsThePublishedInterval) {
    EXPECT_NEAR(wilson(0.5, 10).low, 0.2366, 0.0001);
    EXPECT_NEAR(wilson(0.5, 10).high, 0.7634, 0.0001);
    EXPECT_NEAR(wilson(0.0, 20).high, 0.1611, 0.0001);
    EXPECT_EQ(wilson(0.0, 20).low, 0);
    EXPECT_NEAR(wilson(1.0, 20).low, 0.8389, 0.0001);
    EXPECT_EQ(wilson(1.0, 20).high, 1);
}

TEST(Wilson, OfNothingIsEverything) {
    EXPECT_EQ(wilson(0, 0).low, 0);
    EXPECT_EQ(wilson(0, 0).high, 1);
    EXPECT_EQ(Value{}.worth().interval.high, 1);
}

TEST(Value, LevelsAddUp) {
    const Value value{tally(20, 30, 40, 10)};
    EXPECT_DOUBLE_EQ(value.exactly(GoalLevel::advanced).share, 0.3);
    EXPECT_DOUBLE_EQ(value.at_least(GoalLevel::lost).share, 1);
    EXPECT_DOUBLE_EQ(value.at_least(GoalLevel::advanced).share, 0.8);
    EXPECT_DOUBLE_EQ(value.at_least(GoalLevel::won).share, 0.5) << "to disqualify rightly is to win";
    EXPECT_DOUBLE_EQ(value.worth().share, 0.3 * 0.6 + 0.5);
}

TEST(Value, ACertainOneHasNoInterval) {
    const Value value{tally(0, 0, 1), true};
    EXPECT_EQ(value.worth().interval.low, 1);
    EXPECT_EQ(value.exactly(GoalLevel::lost).interval.high, 0);
}

TEST(Tally, MergesInAnyGrouping) {
    const Tally a = tally(1, 2, 3), b = tally(4, 0, 5), c = tally(0, 7, 1, 2);
    EXPECT_EQ((a + b) + c, a + (b + c));
    EXPECT_EQ(a + b, b + a);
    EXPECT_EQ((a + b + c).steps, 250U);
}

TEST(Duel, CountsOnlyWhatDiffers) {
    Duel duel;
    duel.reached[3][3] = 900;  // both win
    duel.reached[3][0] = 80;   // only the first does
    duel.reached[0][3] = 20;
    const Estimate difference = duel.difference();
    EXPECT_NEAR(difference.share, 0.06, 1e-12);
    EXPECT_GT(difference.interval.low, 0);
    EXPECT_LT(difference.interval.high - difference.interval.low, 0.05);
    EXPECT_EQ(Duel{}.difference().interval.low, -1);
}

}  // namespace
}  // namespace praxis::foresight
