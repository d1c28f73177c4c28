#include "app/evaluate.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "app/compare_habits.hpp"
#include "app/in_parallel.hpp"
#include "core/buyer/buyer.hpp"
#include "core/buyer/press_shop.hpp"

namespace praxis::app {
namespace {

TEST(InParallel, KeepsTheOrderAndDoesEveryPieceOnce) {
    for (int threads = 0; threads <= 9; ++threads)
        for (const std::size_t pieces : {0U, 1U, 2U, 100U}) {
            std::atomic<int> done{0};
            const auto results = in_parallel(pieces, threads, [&](std::size_t i) {
                ++done;
                return i * i;
            });
            ASSERT_EQ(results.size(), pieces);
            EXPECT_EQ(done, static_cast<int>(pieces));
            for (std::size_t i = 0; i < pieces; ++i) EXPECT_EQ(results[i], i * i);
        }
}

TEST(InParallel, ThrowsWhatAPieceThrew) {
    const auto fails = [](std::size_t i) {
        if (i == 7) throw std::runtime_error("seven");
        return i;
    };
    EXPECT_THROW(in_parallel(100, 4, fails), std::runtime_error);
    EXPECT_THROW(in_parallel(100, 1, fails), std::runtime_error);
}

TEST(Evaluate, GivesTheSameForAnyNumberOfThreads) {
    const auto scene = buyer::make_scene(buyer::press_shop::discovery());
    ASSERT_TRUE(scene);
    const buyer::State state = buyer::open(*scene, {1});
    const foresight::Position at{state, *scene, {7}};
    const Observation first = foresight::next_of_competent(state, *scene, {2}, 0);
    for (const foresight::Range range : {foresight::Range{0, 2'000}, {100, 900}, {5, 5}, {9, 3}}) {
        const foresight::Tally alone = foresight::roll(at, range);
        const foresight::Tally after = foresight::roll(at, first, range);
        for (int threads = 1; threads <= 5; ++threads) {
            EXPECT_EQ(evaluate(at, range, threads), alone);
            EXPECT_EQ(evaluate(at, first, range, threads), after);
        }
    }
}

TEST(CompareHabits, AddsUpOverCustomers) {
    const auto scene = buyer::make_scene(buyer::press_shop::negotiation());
    ASSERT_TRUE(scene);
    const foresight::habits::Rep rep = foresight::Strength::novice;
    HabitsCompared halves = compare_habits(*scene, rep, 30, {1});
    halves += compare_habits(*scene, rep, 30, {31});
    const HabitsCompared whole = compare_habits(*scene, rep, 60, {1});
    EXPECT_EQ(halves.now, whole.now);
    EXPECT_EQ(whole.now.rollouts(), 60U);
    for (std::size_t i = 0; i < whole.moved.size(); ++i) {
        const HabitMoved& moved = whole.moved[i];
        EXPECT_EQ(halves.moved[i].always_never, moved.always_never);
        EXPECT_EQ(moved.always_never.rollouts(), 60U);
        // What is gained and what is kept make up the whole difference.
        EXPECT_NEAR(moved.always_now.difference().share + moved.now_never.difference().share,
                    moved.always_never.difference().share, 1e-9);
    }
}

}  // namespace
}  // namespace praxis::app
