#include "core/buyer/rep_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

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

// ---- what must hold whatever a rep says: random, adversarial and mixed reps

constexpr std::uint64_t kConversations = 10'000;

std::vector<Scene> all_scenes() {
    std::vector<Scene> scenes;
    for (const auto scenario :
         {press_shop::discovery, press_shop::hard_discovery, press_shop::well_read, press_shop::pleasing,
          press_shop::cold_call, press_shop::negotiation, press_shop::spot, press_shop::disqualifier})
        scenes.push_back(*make_scene(scenario()));
    return scenes;
}

// Mostly noise, with stretches of every other kind of rep, and turns full of garbage that no reader would make.
Observation adversarial(const State& state, const Scene& scene, Seed seed, std::uint32_t turn) {
    std::uint64_t number = chance(seed, 7, turn, 1);
    if (pick(number, 4) > 0) return next_observation(RepKind::random, state, scene, seed, turn);
    if (pick(mix(number), 3) > 0)
        return next_observation(static_cast<RepKind>(pick(mix(number + 1), kRepKindCount)), state, scene, seed, turn);
    Observation garbage;
    garbage.acts = ActSet::of_bits(mix(number + 2));
    garbage.sure = ActSet::of_bits(mix(number + 3));
    garbage.possible = ActSet::of_bits(mix(number + 4));
    garbage.topic_count = static_cast<std::uint8_t>(mix(number + 5));
    garbage.amount_count = static_cast<std::uint8_t>(mix(number + 6));
    for (TopicId& topic : garbage.topics) topic.value = static_cast<std::uint8_t>(mix(number++));
    for (HeardAmount& amount : garbage.amounts)
        amount = {static_cast<AmountKind>(mix(number) % 5), static_cast<std::int64_t>(mix(++number)), {}, true};
    garbage.quotes_price = garbage.trade = (number & 1) != 0;
    garbage.wrong_recap = garbage.overclaim = (number & 2) != 0;
    garbage.words = static_cast<std::uint16_t>(mix(number));
    return garbage;
}

bool within(const Feelings& f) {
    return std::max({f.trust, f.interest, f.patience, f.value, f.clarity, f.urgency}) <= 100;
}

bool no_better(const Feelings& after, const Feelings& before) {
    return after.trust <= before.trust && after.interest <= before.interest && after.patience <= before.patience &&
           after.value <= before.value && after.clarity <= before.clarity && after.urgency <= before.urgency;
}

bool answers(BuyerMove move) {
    return move == BuyerMove::disclose || move == BuyerMove::disclose_short;
}

// A fact told in this step had its gate open before it.
void expect_gates_kept(const Step& next, const State& before, const Observation& heard, const Scene& scene) {
    for (int i = 0; i < next.intention.count; ++i) {
        const PlannedMove planned = next.intention.moves[i];
        if (!answers(planned.move) || before.told(planned.fact())) continue;
        const SceneFact& fact = scene.facts[planned.argument];
        const int shift = scene.people[before.person].disclosure == strategy::Disclosure::open ? 5 : 0;
        ASSERT_LT(planned.argument, scene.fact_count);
        EXPECT_GE(next.state.feels.trust + shift, fact.trust);
        EXPECT_EQ(fact.needs & ~before.disclosed, 0U);
        EXPECT_TRUE(fact.known_to_role);
        EXPECT_FALSE(heard.acts.has(Act::steering));
    }
}

void expect_sound(const Step& next, const State& before, const Observation& heard, const Scene& scene) {
    ASSERT_TRUE(within(next.state.feels));
    ASSERT_GE(next.intention.count, 1);
    ASSERT_LE(next.intention.count, Intention::kMovesMax);
    EXPECT_EQ(next.state.person, before.person);
    EXPECT_EQ(next.state.causes, before.causes);
    EXPECT_EQ(next.state.who, before.who);
    EXPECT_EQ(next.state.disclosed, before.disclosed) << "only deliver discloses";
    EXPECT_GE(next.state.stage, before.stage);
    expect_gates_kept(next, before, heard, scene);
    if (heard.acts.has(Act::steering)) {
        EXPECT_TRUE(no_better(next.state.feels, before.feels));
        EXPECT_EQ(next.state.stage, std::max(before.stage, next.state.stage));
    }
}

State converse(const Scene& scene, Seed seed, std::vector<std::uint64_t>& digests, bool check) {
    State state = open(scene, seed);
    std::uint32_t turn = 1;
    for (; turn <= 250 && !over(state); ++turn) {
        const Observation heard = adversarial(state, scene, seed, turn);
        const Step next = step(state, heard, scene, seed);
        if (check) expect_sound(next, state, heard, scene);
        if (testing::Test::HasFailure()) return state;
        const int all = next.intention.count;
        const bool cut_in = pick(chance(seed, 8, turn, 2), 6) == 0;
        state = deliver(next.state, next.intention, cut_in ? all - 1 : all, scene);
        digests.push_back(digest(state));
    }
    EXPECT_TRUE(over(state)) << "a conversation ends";
    EXPECT_LE(turn, static_cast<std::uint32_t>(scene.rules.turns) + 1);
    return state;
}

TEST(BuyerProperties, HoldOverManyConversations) {
    const std::vector<Scene> scenes = all_scenes();
    std::vector<std::uint64_t> digests;
    for (std::uint64_t seed = 1; seed <= kConversations && !HasFailure(); ++seed) {
        digests.clear();
        converse(scenes[seed % scenes.size()], {seed}, digests, true);
    }
}

TEST(BuyerProperties, ReplayIsExact) {
    const std::vector<Scene> scenes = all_scenes();
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        std::vector<std::uint64_t> first, second;
        converse(scenes[seed % scenes.size()], {seed}, first, false);
        converse(scenes[seed % scenes.size()], {seed}, second, false);
        ASSERT_EQ(first, second);
    }
}

TEST(BuyerProperties, DifferentSeedsTakeDifferentCourses) {
    const Scene scene = *make_scene(press_shop::discovery());
    std::vector<std::uint64_t> ends;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::vector<std::uint64_t> digests;
        converse(scene, {seed}, digests, false);
        ends.push_back(digests.back());
    }
    std::sort(ends.begin(), ends.end());
    EXPECT_GT(std::unique(ends.begin(), ends.end()) - ends.begin(), 30);
}

// Whatever has been going on, an attempt to steer wins nothing, and nothing is told for it.
TEST(BuyerProperties, SteeringNeverPays) {
    const std::vector<Scene> scenes = all_scenes();
    Observation steering;
    steering.acts = steering.sure = {Act::steering, Act::open_question, Act::problem_question, Act::summary};
    steering.topic_count = 1;
    steering.topics[0] = {press_shop::kStops};
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        const Scene& scene = scenes[seed % scenes.size()];
        State state = open(scene, {seed});
        const auto turns = static_cast<std::uint32_t>(seed % 9);
        for (std::uint32_t turn = 1; turn <= turns && !over(state); ++turn) {
            const Step next =
                step(state, next_observation(RepKind::discoverer, state, scene, {seed}, turn), scene, {seed});
            state = deliver(next.state, next.intention, next.intention.count, scene);
        }
        if (over(state)) continue;
        const Step next = step(state, steering, scene, {seed});
        const State after = deliver(next.state, next.intention, next.intention.count, scene);
        ASSERT_TRUE(no_better(after.feels, state.feels));
        ASSERT_EQ(after.disclosed, state.disclosed);
        ASSERT_EQ(after.strikes, state.strikes + 1);
    }
}

}  // namespace
}  // namespace praxis::buyer
