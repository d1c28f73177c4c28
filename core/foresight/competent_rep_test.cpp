#include "core/foresight/competent_rep.hpp"

#include <gtest/gtest.h>

#include "core/buyer/rep_model.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

double worth(const buyer::Scene& scene, std::uint8_t slips) {
    const buyer::State state = buyer::open(scene, {3});
    return Value{roll({state, scene, {11}, {slips}}, {0, 1'500})}.worth().share;
}

TEST(CompetentRep, ReachesMoreTheStrongerItIs) {
    const auto& scenes = press_shop_scenes();
    for (const std::size_t i : {0U, 1U, 4U, 5U, 7U}) {
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

TEST(CompetentRep, WithoutSlipsIsTheScenesOwnPolicy) {
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
