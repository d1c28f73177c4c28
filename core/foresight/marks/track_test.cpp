#include "core/foresight/marks/track.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight::marks {
namespace {

// A rehearsal as it looks from outside: of the customer only the kind, topics and figures of each answer.
std::vector<RealTurn> from_outside(const buyer::Scene& scene, std::span<const Passage> passages) {
    std::vector<RealTurn> turns;
    for (const Passage& passage : passages) {
        RealTurn turn{passage.played.turn, passage.played.heard, true, {}};
        turn.answer.kind = passage.after.previous;
        const Intention& said = passage.played.answered;
        for (int i = 0; i < said.count; ++i) {
            const PlannedMove move = said.moves[static_cast<std::size_t>(i)];
            const bool tells = move.move == BuyerMove::disclose || move.move == BuyerMove::disclose_short;
            if (tells) turn.answer.topics[turn.answer.topic_count++] = scene.facts[move.argument].topic;
            if (tells) turn.answer.figure |= scene.facts[move.argument].figure;
        }
        if (said.ends) turn.answer.kind = PreviousKind::ending;
        turns.push_back(turn);
    }
    return turns;
}

std::vector<Passage> rehearsal(const buyer::Scene& scene, Seed seed) {
    std::vector<Passage> passages;
    buyer::State state = buyer::open(scene, seed);
    while (!buyer::over(state)) {
        const Observation heard = next_of_competent(state, scene, seed, 20);
        const auto next = buyer::step(state, heard, scene, seed);
        const buyer::State before = state;
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
        const auto turn = static_cast<std::uint32_t>(passages.size() + 1);
        passages.push_back({{turn, heard, next.intention, next.intention.count}, before, state});
    }
    return passages;
}

TEST(Track, FollowsARehearsalFromOutsideAndFindsNearlyItsValue) {
    double apart = 0;
    int values = 0;
    std::size_t followed = 0, all = 0;
    for (const buyer::Scene& scene : press_shop_scenes())
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const auto truth = rehearsal(scene, {seed});
            const buyer::Scene longer = stretched(scene, truth.size());
            const Tracked tracked = track(from_outside(scene, truth), longer, {seed});
            followed += tracked.passages.size();
            all += truth.size();
            for (std::size_t i = 0; i < tracked.passages.size(); i += 4, ++values) {
                const Position real{truth[i].after, longer, {5}}, seen{tracked.passages[i].after, longer, {5}};
                apart += std::abs(naive::worth(real, {}, 100) - naive::worth(seen, {}, 100));
            }
        }
    EXPECT_GT(followed * 10, all * 7) << followed << " of " << all;
    EXPECT_LT(apart / values, 0.12);
}

TEST(Track, LosesSightOfACustomerWhoActsOtherwise) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    auto turns = from_outside(scene, rehearsal(scene, {1}));
    const std::size_t as_it_is = track(turns, stretched(scene, turns.size()), {1}).passages.size();
    for (std::size_t i = 2; i < turns.size(); ++i) turns[i].answer = {PreviousKind::objection, {}, 0, false};
    const Tracked tracked = track(turns, stretched(scene, turns.size()), {1});
    ASSERT_TRUE(tracked.lost_at);
    EXPECT_LT(tracked.passages.size(), as_it_is);
    EXPECT_TRUE(tracked.passages.empty() || tracked.passages.back().played.turn < *tracked.lost_at);
}

TEST(Track, TakesWhatWasToldForToldAndTrusted) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    RealTurn turn;
    turn.turn = 1;
    turn.heard.acts = turn.heard.sure = {Act::problem_question, Act::open_question};
    turn.heard.open_questions = 1;
    turn.heard.words = 12;
    const auto pain = static_cast<std::uint8_t>(std::countr_zero(scene.kinds.pain & ~scene.kinds.implication));
    turn.answer = {PreviousKind::pain, {scene.facts[pain].topic}, 1, false};
    const Tracked tracked = track(std::vector<RealTurn>{turn}, stretched(scene, 1), {1});
    ASSERT_EQ(tracked.passages.size(), 1U);
    EXPECT_NE(tracked.passages[0].after.disclosed & scene.kinds.pain, 0U);
    EXPECT_GE(tracked.passages[0].after.feels.trust, 1);
}

TEST(Track, OfNothingIsNothing) {
    EXPECT_TRUE(track({}, press_shop_scenes()[0], {1}).passages.empty());
    EXPECT_GE(stretched(press_shop_scenes()[0], 100).rules.turns, 100);
}

}  // namespace
}  // namespace praxis::foresight::marks
