#include "core/foresight/competent_rep.hpp"

#include <gtest/gtest.h>

#include "core/buyer/rep_model.hpp"
#include "core/buyer/talk.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

double worth(const buyer::Scene& scene, std::uint8_t slips) {
    const buyer::State state = buyer::open(scene, {3});
    return Value{roll({state, scene, {11}, {slips}}, {0, 1'500})}.worth().share;
}

TEST(CompetentRep, ReachesMoreTheStrongerItIs) {
    const auto& scenes = press_shop_scenes();
    for (const std::size_t i : {1U, 4U, 5U, 7U}) {
        double before = -1;
        for (const Strength strength :
             {Strength::novice, Strength::developing, Strength::practised, Strength::expert}) {
            const double now = worth(scenes[i], slips_percent(strength));
            EXPECT_GT(now, before + 0.02) << "scene " << i;
            before = now;
        }
        EXPECT_GT(before, 0.85) << "an expert reaches the goal in scene " << i;
    }
}

// The rest of the talk is its own (core/buyer/rep_model.hpp).
TEST(CompetentRep, BeginsAsTheScenesOwnPolicy) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const auto kind = scene.rules.quote_wins ? buyer::RepKind::quoter : buyer::RepKind::discoverer;
        for (int turns = 0; turns < 8; ++turns) {
            const buyer::State state = after_turns(scene, {5}, turns);
            const Observation said = next_of_competent(state, scene, {5}, 0);
            const Observation wanted = buyer::next_observation(kind, state, scene, {5}, state.turn + 1U);
            EXPECT_EQ(said.acts, wanted.acts);
            EXPECT_EQ(said.topics, wanted.topics);
        }
    }
}

// A step in hand is not the end of the talk where the goal asks for what a question could still bring.
TEST(CompetentRep, AsksForWhatTheGoalLacks) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    buyer::Talk talk(buyer::press_shop::discovery());
    talk.begin();
    buyer::State state = talk.state();
    state.marks.insert(buyer::Mark::step_taken);
    state.disclosed |= scene.kinds.pain & ~scene.kinds.implication;
    state.seen.insert(DerivedEvent::pain_disclosed);
    state.seen.insert(DerivedEvent::step_accepted);
    const ActSet asks_cost = next_of_competent(state, scene, {5}, 0).acts;
    EXPECT_TRUE(asks_cost.has(Act::implication_question)) << "the goal of the scene asks for the impact";
    state.marks.insert(buyer::Mark::hurried);
    EXPECT_TRUE(next_of_competent(state, scene, {5}, 0).acts.has(Act::sign_off)) << "not of somebody who has to go";
    state.marks.erase(buyer::Mark::hurried);
    state.disclosed |= scene.kinds.implication | scene.kinds.payoff | scene.kinds.path;
    state.seen.insert(DerivedEvent::impact_disclosed);
    state.seen.insert(DerivedEvent::payoff_disclosed);
    EXPECT_TRUE(next_of_competent(state, scene, {5}, 0).acts.has(Act::sign_off)) << "all is there";
}

TEST(CompetentRep, ShowsThatTheRestWasHeardWhereAnAnswerIsRefused) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    buyer::Talk talk(buyer::press_shop::discovery());
    talk.begin();
    buyer::State state = talk.state();
    state.disclosed |= 1;
    state.turn = 4;
    state.previous = PreviousKind::info;
    ASSERT_FALSE(next_of_competent(state, scene, {5}, 0).acts.has(Act::summary));
    state.previous = PreviousKind::brushoff;
    EXPECT_TRUE(next_of_competent(state, scene, {5}, 0).acts.has(Act::summary));
}

TEST(CompetentRep, SlipsAsOftenAsItSays) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    const buyer::State state = after_turns(scene, {5}, 3);
    int slipped = 0;
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed)
        slipped += next_of_competent(state, scene, {seed}, 20).acts != next_of_competent(state, scene, {seed}, 0).acts;
    EXPECT_NEAR(slipped, 2'000, 160);
}

}  // namespace
}  // namespace praxis::foresight
