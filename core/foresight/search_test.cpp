#include "core/foresight/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/buyer/talk.hpp"
#include "core/foresight/naive_oracle.hpp"

namespace praxis::foresight {
namespace {

using namespace buyer::press_shop;
using buyer::ask;
using buyer::said;
using enum Act;

// Weak enough that what is said now still matters.
constexpr Setting kWeak{75, Sight::rep};

const buyer::Scene& plant() {
    return press_shop_scenes()[0];
}

// The hand-made discovery after greeting and agenda, or further.
buyer::State begun(bool pain_told = false) {
    buyer::Talk talk(discovery());
    talk.begin();
    if (pain_told) talk.disclose_pain();
    return talk.state();
}

// ---- value

struct Turn {
    const char* name;
    Observation heard;
    bool pain_told = false;
    bool good = false;
};

std::vector<Turn> turns() {
    Observation bluff = said({price_talk, close, pressure});
    bluff.overclaim = true;
    return {{"problem question", ask(problem_question, {kStops}), false, true},
            {"payoff question", said({summary, need_payoff_question, open_question}, {kStops}), true, true},
            {"process question", ask(decision_process_question), true, true},
            {"features", said({feature_dump, monologue}), false},
            {"features after the pain", said({feature_dump, jargon}, {kShape}), true},
            {"discount", said({discount_offer, close}), true},
            {"pressure", bluff, true},
            {"insult", said({disrespect}), true},
            {"steering", said({steering}), false},
            {"giving up", said({sign_off}), true}};
}

TEST(Value, RisesAfterAGoodMoveAndFallsAfterABadOne) {
    for (const Turn& turn : turns()) {
        const buyer::State state = begun(turn.pain_told);
        const Position at{state, plant(), {21}, kWeak};
        const Estimate before = value(at, {60'000}).worth();
        const Estimate after = value_after(at, turn.heard, {60'000}).worth();
        if (turn.good) {
            EXPECT_GT(after.interval.low, before.share) << turn.name;
        } else {
            EXPECT_LT(after.interval.high, before.share) << turn.name;
        }
    }
}

TEST(Value, IsCertainWhenItIsOver) {
    buyer::State lost = begun();
    for (int i = 0; i < 5; ++i) {
        const auto next = buyer::step(lost, said({disrespect}), plant(), {1});
        lost = buyer::deliver(next.state, next.intention, next.intention.count, plant());
    }
    ASSERT_TRUE(buyer::over(lost));
    const Value value_lost = value({lost, plant(), {1}}, {0});
    EXPECT_TRUE(value_lost.certain);
    EXPECT_EQ(value_lost.exactly(GoalLevel::lost).share, 1);
    EXPECT_EQ(value_lost.exactly(GoalLevel::lost).interval.low, 1);
    EXPECT_EQ(value_lost.tally.steps, 0U);
    EXPECT_EQ(weigh_moves({lost, plant(), {1}}, {10'000}).count, 0U);
    EXPECT_EQ(best_line({lost, plant(), {1}}, 4, {10'000}).count, 0U);
}

TEST(Value, EqualsTheRolloutsItPlayed) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const buyer::State state = after_turns(scene, {6}, 1);
        const Position at{state, scene, {6}};
        const Value some = value(at, {3'000}), more = value(at, {9'000});
        EXPECT_EQ(some.tally, roll(at, {0, some.tally.rollouts()}));
        EXPECT_EQ(more.tally, some.tally + roll(at, {some.tally.rollouts(), more.tally.rollouts()})) << "anytime";
    }
}

// The interval says how far off a short run may be from a long one under other chances.
TEST(Value, IntervalsHoldWhatALongRunFinds) {
    int held = 0, all = 0;
    for (const buyer::Scene& scene : press_shop_scenes())
        for (int turns = 0; turns < 6; ++turns, ++all) {
            const buyer::State state = after_turns(scene, {13}, turns);
            const Value brief = value({state, scene, {100U + turns}, {40}}, {2'000});
            held += brief.worth().interval.has(naive::worth({state, scene, {7'777}, {40}}, {}, 3'000));
        }
    EXPECT_GE(held, all * 9 / 10);
}

// ---- budget

TEST(Budget, IsNeverExceeded) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const buyer::State state = after_turns(scene, {6}, 3);
        for (const std::uint64_t steps : {0U, 1U, 20U, 100U, 500U, 3'000U, 20'000U}) {
            const Position at{state, scene, {6}};
            EXPECT_LE(value(at, {steps}).tally.steps, steps);
            const Weighing weighed = weigh_moves(at, {steps});
            EXPECT_LE(weighed.steps, steps);
            const Line line = best_line(at, 4, {steps});
            EXPECT_LE(line.steps, steps);
        }
    }
}

TEST(Budget, IsUsedUp) {
    const buyer::State state = begun(true);
    const Position at{state, plant(), {6}};
    EXPECT_GT(value(at, {20'000}).tally.steps, 19'900U);
    EXPECT_GT(weigh_moves(at, {20'000}).steps, 19'500U);
}

TEST(Budget, TooSmallLeavesValuesUnknown) {
    const buyer::State state = begun(true);
    const Value unknown = value({state, plant(), {6}}, {5});
    EXPECT_EQ(unknown.tally.rollouts(), 0U);
    EXPECT_EQ(unknown.worth().interval.low, 0);
    EXPECT_EQ(unknown.worth().interval.high, 1);
}

// ---- moves

#ifndef __SANITIZE_ADDRESS__  // it compares for a minute what the others go through too
TEST(Moves, TheBestIsNearlyAsGoodAsTheOracles) {
    constexpr std::uint64_t kRollouts = 300;
    double regret = 0;
    int positions = 0;
    for (const buyer::Scene& scene : press_shop_scenes())
        for (const int turns : {1, 4}) {
            const buyer::State state = after_turns(scene, {17}, turns);
            if (buyer::over(state)) continue;
            const Position searched{state, scene, {3}, {40}}, judged{state, scene, {999}, {40}};
            const Weighing weighed = weigh_moves(searched, {20'000});
            ASSERT_GT(weighed.count, 0U);
            double best = 0;
            for (const Move& move : naive::all_moves(judged))
                best = std::max(best, naive::worth(judged, {move.heard}, kRollouts));
            const double found = naive::worth(judged, {weighed.list[0].move.heard}, kRollouts);
            EXPECT_GT(found, best - 0.12) << scene.fact_count << " after " << turns;
            regret += best - found;
            ++positions;
        }
    EXPECT_LT(regret / positions, 0.04);
}
#endif

TEST(Moves, SayWhatTheyChange) {
    const buyer::State state = begun();
    const Weighing weighed = weigh_moves({state, plant(), {3}}, {20'000});
    const auto question = std::find_if(weighed.moves().begin(), weighed.moves().end(), [](const Weighed& w) {
        return w.move.kind == MoveKind::ask_problem && w.move.topic == topic(kStops);
    });
    ASSERT_NE(question, weighed.moves().end());
    EXPECT_EQ(question->change.opened, buyer::FactSet{1} << kUnplanned);
    EXPECT_GT(question->change.trust, 0);
    EXPECT_TRUE(question->answer.has(BuyerMove::disclose));
    EXPECT_EQ(question->likelihood, 1);
}

TEST(Moves, LeaveOutWhatBringsNothing) {
    const buyer::State state = begun();
    const Weighing weighed = weigh_moves({state, plant(), {3}}, {20'000});
    EXPECT_LE(weighed.count, kMovesMax);
    EXPECT_LT(weighed.count, naive::all_moves({state, plant(), {3}}).size() / 2);
    for (const Weighed& move : weighed.moves()) {
        const bool beside = move.move.kind == MoveKind::ask_problem && move.move.topic == topic(kShape);
        EXPECT_FALSE(beside) << "nothing hurts there";
        EXPECT_FALSE(move.change.walked_out);
    }
}

TEST(Moves, ComeBestFirstAndReplayExactly) {
    for (const buyer::Scene& scene : press_shop_scenes()) {
        const buyer::State state = after_turns(scene, {6}, 3);
        const Weighing weighed = weigh_moves({state, scene, {3}}, {8'000}),
                       again = weigh_moves({state, scene, {3}}, {8'000});
        ASSERT_EQ(weighed.count, again.count);
        for (std::size_t i = 0; i < weighed.count; ++i) {
            EXPECT_EQ(weighed.list[i].value, again.list[i].value);
            EXPECT_EQ(weighed.list[i].move.kind, again.list[i].move.kind);
            if (i == 0) continue;
            EXPECT_LE(weighed.list[i].rounds, weighed.list[i - 1].rounds);
            if (weighed.list[i].rounds < weighed.list[i - 1].rounds) continue;
            EXPECT_LE(weighed.list[i].value.worth().share, weighed.list[i - 1].value.worth().share);
        }
    }
}

TEST(Moves, AnObjectionIsUnderstoodRatherThanPitchedPast) {
    buyer::State state = begun(true);
    state.open = {kGadget};
    state.handle({kGadget}, buyer::Handled::raised);
    const Position at{state, plant(), {3}, kWeak};
    const Weighing weighed = weigh_moves(at, {40'000});
    const auto clarify = std::find_if(weighed.moves().begin(), weighed.moves().end(),
                                      [](const Weighed& w) { return w.move.kind == MoveKind::clarify_objection; });
    ASSERT_NE(clarify, weighed.moves().end());
    EXPECT_TRUE(clarify->practised);
    EXPECT_EQ(clarify->change.cause_told, 1U << kGadget);
    const Observation pitched = said({feature_dump}, {kShape});
    EXPECT_GT(duel(at, clarify->move.heard, pitched, {0, 2'000}).difference().interval.low, 0);
}

TEST(Moves, OfEqualsThePractisedOneIsRecommended) {
    Weighing weighing;
    weighing.count = 3;
    for (std::size_t i = 0; i < 3; ++i) {
        weighing.list[i].rounds = 3;
        weighing.list[i].value.tally.reached = {100 + i, 0, 0, 900 - i, 0};
    }
    weighing.list[1].change.trust = 9;
    EXPECT_EQ(recommended(weighing), &weighing.list[1]) << "promises most";
    weighing.list[2].practised = true;
    EXPECT_EQ(recommended(weighing), &weighing.list[2]);
    weighing.list[2].value.tally.reached = {500, 0, 0, 500, 0};
    EXPECT_EQ(recommended(weighing), &weighing.list[1]) << "clearly worse is not equal";
    EXPECT_EQ(recommended(Weighing{}), nullptr);
}

// ---- lines

TEST(Line, ReachesTheGoalOfTheWorkedExample) {
    const buyer::State state = begun();
    const Line line = best_line({state, plant(), {3}}, 8, {200'000});
    ASSERT_GT(line.count, 3U);
    bool pain = false;
    for (const Ply& ply : line.plies()) {
        EXPECT_GT(ply.answer.count, 0);
        EXPECT_GT(ply.likelihood, 0);
        pain = pain || (ply.change.opened & plant().kinds.pain) != 0;
    }
    EXPECT_TRUE(pain);
    EXPECT_GE(line.list[line.count - 1].value.worth().share, line.list[0].value.worth().share - 0.02);
}

TEST(Line, QuotesToASpotBuyer) {
    const buyer::Scene& scene = press_shop_scenes()[6];
    const buyer::State state = buyer::open(scene, {1});
    const Line line = best_line({state, scene, {3}}, 6, {120'000});
    ASSERT_GT(line.count, 0U);
    EXPECT_TRUE(line.list[line.count - 1].change.ordered);
}

TEST(Line, PartsWhereItIsNoFit) {
    const buyer::Scene& scene = press_shop_scenes()[7];
    buyer::State state = after_turns(scene, {1}, 2);
    state.disclosed |= scene.kinds.disqualifying;
    const Line line = best_line({state, scene, {3}}, 3, {60'000});
    ASSERT_EQ(line.count, 1U);
    EXPECT_TRUE(line.list[0].answer.has(BuyerMove::part_friendly));
}

}  // namespace
}  // namespace praxis::foresight
