#include "core/buyer/rep_model.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/buyer/press_shop.hpp"

namespace praxis::buyer {
namespace {

using strategy::GoalLevel;

constexpr std::uint64_t kSeeds = 50;

struct Played {
    State state;
    Outcome outcome;
};

Played play(RepKind kind, const Scene& scene, Seed seed) {
    State state = open(scene, seed);
    for (std::uint32_t turn = 1; turn <= 300 && !over(state); ++turn) {
        const Step next = step(state, next_observation(kind, state, scene, seed, turn), scene, seed);
        state = deliver(next.state, next.intention, next.intention.count, scene);
    }
    return {state, outcome(state, scene)};
}

struct Tallied {
    std::map<GoalLevel, int> levels;
    int trust = 0;  // mean
};

Tallied play_all(RepKind kind, const strategy::Scenario& scenario) {
    const Scene scene = *make_scene(scenario);
    Tallied tallied;
    int trust = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const Played played = play(kind, scene, {seed});
        ++tallied.levels[played.outcome.level];
        trust += played.state.feels.trust;
    }
    tallied.trust = trust / static_cast<int>(kSeeds);
    return tallied;
}

struct Row {
    const char* name;
    strategy::Scenario (*scenario)();
    RepKind good;
    GoalLevel goal;
    int trust_gap = 30;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.name;
}

class RepModel : public testing::TestWithParam<Row> {};

TEST_P(RepModel, GoodReachesTheGoal) {
    const Tallied good = play_all(GetParam().good, GetParam().scenario());
    const auto reached = good.levels.find(GetParam().goal);
    EXPECT_GE(reached == good.levels.end() ? 0 : reached->second, 48);
}

TEST_P(RepModel, BadLosesAlways) {
    for (const RepKind bad :
         {RepKind::pitcher, RepKind::flatterer, RepKind::discounter, RepKind::checklist_reader, RepKind::hostile}) {
        Tallied lost = play_all(bad, GetParam().scenario());
        EXPECT_EQ(lost.levels[GoalLevel::lost], static_cast<int>(kSeeds)) << name(bad);
    }
}

TEST_P(RepModel, TrustIsEarned) {
    const int good = play_all(GetParam().good, GetParam().scenario()).trust;
    for (const RepKind bad :
         {RepKind::pitcher, RepKind::flatterer, RepKind::discounter, RepKind::checklist_reader, RepKind::hostile})
        EXPECT_GE(good - play_all(bad, GetParam().scenario()).trust, GetParam().trust_gap) << name(bad);
}

INSTANTIATE_TEST_SUITE_P(Scenes, RepModel,
                         testing::Values(Row{"discovery", press_shop::discovery, RepKind::discoverer, GoalLevel::won},
                                         Row{"hard", press_shop::hard_discovery, RepKind::discoverer, GoalLevel::won},
                                         Row{"well_read", press_shop::well_read, RepKind::discoverer, GoalLevel::won},
                                         Row{"pleasing", press_shop::pleasing, RepKind::discoverer, GoalLevel::won},
                                         Row{"cold_call", press_shop::cold_call, RepKind::discoverer, GoalLevel::won},
                                         Row{"spot", press_shop::spot, RepKind::quoter, GoalLevel::won, 20},
                                         Row{"disqualifier", press_shop::disqualifier, RepKind::discoverer,
                                             GoalLevel::right_disqualified}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(RepModel, WhoDiscoversKeepsTheMarginWhereADiscounterDoesNot) {
    Tallied good = play_all(RepKind::discoverer, press_shop::negotiation());
    EXPECT_GE(good.levels[GoalLevel::won], 48);
    for (const RepKind bad : {RepKind::pitcher, RepKind::flatterer, RepKind::discounter, RepKind::checklist_reader,
                              RepKind::quoter, RepKind::hostile}) {
        Tallied others = play_all(bad, press_shop::negotiation());
        EXPECT_EQ(others.levels[GoalLevel::won] + others.levels[GoalLevel::advanced], 0) << name(bad);
    }
}

TEST(RepModel, TheRightModelForTheRightBuyer) {
    EXPECT_EQ(play_all(RepKind::discoverer, press_shop::spot()).levels[GoalLevel::won], 0);
    EXPECT_EQ(play_all(RepKind::quoter, press_shop::discovery()).levels[GoalLevel::won], 0);
}

TEST(RepModel, NamesAreReadBack) {
    for (int i = 0; i < kRepKindCount; ++i) {
        const auto kind = static_cast<RepKind>(i);
        EXPECT_EQ(rep_kind_named(name(kind)), kind);
    }
    EXPECT_FALSE(rep_kind_named("closer"));
}

}  // namespace
}  // namespace praxis::buyer
