#include "core/foresight/rollout.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/buyer/talk.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

using namespace buyer::press_shop;
using buyer::ask;
using buyer::said;
using enum Act;

void expect_same(const Tally& tally, const std::map<GoalLevel, std::uint64_t>& oracle) {
    for (int i = 0; i < strategy::kGoalLevelCount; ++i) {
        const auto found = oracle.find(static_cast<GoalLevel>(i));
        EXPECT_EQ(tally.reached[static_cast<std::size_t>(i)], found == oracle.end() ? 0 : found->second);
    }
}

TEST(Rollouts, ComeToWhatTheOracleComesTo) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (const int turns : {0, 2, 5})
            for (const Sight sight : {Sight::rep, Sight::buyer}) {
                const buyer::State state = after_turns(scene, {9}, turns);
                const Position at{state, scene, {turns + 40U}, {30, sight}};
                expect_same(roll(at, {0, 60}), naive::levels(at, {}, 60));
                const Observation pitch = said({value_statement}, {kStops});
                expect_same(roll(at, pitch, {0, 60}), naive::levels(at, {pitch}, 60));
            }
}

TEST(Rollouts, ReplayExactly) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const buyer::State state = after_turns(scene, {2}, 2);
        EXPECT_EQ(roll({state, scene, {7}}, {0, 200}), roll({state, scene, {7}}, {0, 200}));
    }
    const buyer::Scene& scene = press_shop_scenes()[5];
    const buyer::State state = buyer::open(scene, {2});
    EXPECT_NE(roll({state, scene, {7}}, {0, 200}).steps, roll({state, scene, {8}}, {0, 200}).steps);
}

TEST(Rollouts, OfRangesMergeToOneRun) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const buyer::State state = after_turns(scene, {2}, 2);
        const Position at{state, scene, {7}};
        const Tally whole = roll(at, {0, 300});
        EXPECT_EQ(roll(at, {200, 300}) + (roll(at, {0, 1}) + roll(at, {1, 200})), whole);
        const Observation step = buyer::propose(), pitch = said({feature_dump});
        Duel halves = duel(at, step, pitch, {150, 300});
        halves += duel(at, step, pitch, {0, 150});
        EXPECT_EQ(halves, duel(at, step, pitch, {0, 300}));
    }
}

TEST(Rollouts, TakeNoMoreStepsThanAreLeft) {
    for (const buyer::Scene& scene : press_shop_scenes())
        for (int turns = 0; turns < 30; turns += 3) {
            const buyer::State state = after_turns(scene, {4}, turns);
            for (std::uint64_t n = 0; n < 50; ++n)
                EXPECT_LE(play_out({state, scene, {1}, {90}}, n).steps, steps_left(state, scene));
        }
}

TEST(Rollouts, DrawAnewOnlyWhatWasNotTold) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    buyer::State state = buyer::open(scene, {1});
    int other = 0;
    for (std::uint64_t n = 0; n < 200; ++n)
        other += customer_of({state, scene, {1}}, n).causes[kGadget] != state.causes[kGadget];
    EXPECT_GT(other, 60);
    EXPECT_LT(other, 140);
    EXPECT_EQ(customer_of({state, scene, {1}, {20, Sight::buyer}}, 3).causes, state.causes);
    state.handle({kGadget}, buyer::Handled::cause_told);
    for (std::uint64_t n = 0; n < 200; ++n)
        EXPECT_EQ(customer_of({state, scene, {1}}, n).causes[kGadget], state.causes[kGadget]);
}

TEST(Rollouts, GiveNoUntoldCauseAway) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    buyer::State state = after_turns(scene, {1}, 0);
    state.open = {kGadget};
    state.handle({kGadget}, buyer::Handled::raised);
    buyer::State twin = state;
    twin.causes[kGadget] = static_cast<std::uint8_t>(1 - state.causes[kGadget]);
    const Observation guess = said({objection_acknowledged, objection_answered}, {kSap});
    EXPECT_EQ(roll({state, scene, {5}}, guess, {0, 400}), roll({twin, scene, {5}}, guess, {0, 400}));
    const Setting all_seeing{20, Sight::buyer};
    EXPECT_NE(roll({state, scene, {5}, all_seeing}, guess, {0, 400}),
              roll({twin, scene, {5}, all_seeing}, guess, {0, 400}));
}

// The same chances for both moves: the difference is known better than from two separate runs of the same length.
TEST(Duels, NarrowTheDifference) {
    const buyer::Scene& scene = press_shop_scenes()[5];
    const buyer::State state = after_turns(scene, {1}, 1);
    const Position at{state, scene, {5}, {40}};
    const Observation one = said({summary}, {kStops}), other = said({quantified_value}, {kStops});
    const Estimate paired = duel(at, one, other, {0, 2'000}).difference();
    const Estimate a = Value{roll(at, one, {0, 2'000})}.worth(), b = Value{roll(at, other, {0, 2'000})}.worth();
    EXPECT_NEAR(paired.share, a.share - b.share, 1e-9);
    const auto width = [](const Interval& interval) { return interval.high - interval.low; };
    EXPECT_LT(width(paired.interval), 0.8 * std::hypot(width(a.interval), width(b.interval)));
}

}  // namespace
}  // namespace praxis::foresight
