// Nothing in this room allocates: the whole test program counts what goes through operator new.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "core/foresight/habits/altered_rep.hpp"
#include "core/foresight/marks/judge.hpp"
#include "core/foresight/naive_oracle.hpp"
#include "core/foresight/search.hpp"

namespace {

std::size_t allocations = 0;

void* counted(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
    return counted(size);
}
void* operator new[](std::size_t size) {
    return counted(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {  // std::stable_sort's
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace praxis::foresight {
namespace {

TEST(Foresight, DoesNotAllocate) {
    const auto& scenes = press_shop_scenes();
    const std::size_t before = allocations;
    std::uint64_t steps = 0;
    for (const buyer::Scene& scene : scenes)
        for (int turns = 0; turns < 6; turns += 2) {
            const buyer::State state = after_turns(scene, {8}, turns);
            const Position at{state, scene, {8}};
            steps += value(at, {5'000}).tally.steps;
            steps += weigh_moves(at, {5'000}).steps;
            steps += best_line(at, 4, {20'000}).steps;
            steps += duel(at, {}, next_of_competent(state, scene, {8}, 0), {0, 50}).steps;
        }
    EXPECT_EQ(allocations, before);
    EXPECT_GT(steps, 100'000U);
}

TEST(Foresight, JudgingAllocatesTheAnswerOnly) {
    const buyer::Scene& scene = press_shop_scenes()[0];
    std::vector<marks::PlayedTurn> turns;
    buyer::State state = buyer::open(scene, {8});
    for (std::uint32_t turn = 1; turn <= 5; ++turn) {
        const Observation heard = next_of_competent(state, scene, {8}, 60);
        const auto next = buyer::step(state, heard, scene, {8});
        turns.push_back({turn, heard, next.intention, next.intention.count});
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
    }
    const auto passages = marks::replay(scene, buyer::open(scene, {8}), {8}, turns);
    const std::size_t before = allocations;
    const auto judgement = marks::judge(passages, scene, {8});
    EXPECT_EQ(allocations, before + 1);
    EXPECT_GT(judgement.rollouts, 10'000U);
}

TEST(Foresight, DoesNotAllocateForHabits) {
    using namespace habits;
    const auto& scenes = press_shop_scenes();
    const std::size_t before = allocations;
    std::uint64_t steps = 0;
    for (const buyer::Scene& scene : scenes)
        for (int i = 0; i < kHabitCount; ++i)
            for (const Use use : {Use::always, Use::never})
                steps += play(scene, {8}, AlteredRep(Strength::novice, static_cast<Habit>(i), use)).steps;
    EXPECT_EQ(allocations, before);
    EXPECT_GT(steps, 1'000U);
}

TEST(Foresight, WouldSeeAnAllocation) {
    const std::size_t before = allocations;
    std::vector<int> some(100);
    EXPECT_EQ(allocations, before + 1);
    EXPECT_EQ(some.size(), 100U);
}

}  // namespace
}  // namespace praxis::foresight
