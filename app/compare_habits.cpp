#include "app/compare_habits.hpp"

namespace praxis::app {

using namespace foresight::habits;
using foresight::Duel;
using foresight::Ending;

HabitsCompared& HabitsCompared::operator+=(const HabitsCompared& other) {
    now += other.now;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        moved[i].always_never += other.moved[i].always_never;
        moved[i].always_now += other.moved[i].always_now;
        moved[i].now_never += other.moved[i].now_never;
    }
    return *this;
}

namespace {

void add(Duel& duel, const Ending& first, const Ending& second) {
    duel.add(first.level, second.level);
    duel.steps += first.steps + second.steps;
}

}  // namespace

HabitsCompared compare_habits(const buyer::Scene& scene, const Rep& rep, int n, Seed first) {
    HabitsCompared compared;
    for (int i = 0; i < n; ++i) {
        const Seed seed{first.value + static_cast<std::uint64_t>(i)};
        const Ending now = play(scene, seed, AlteredRep(rep));
        compared.now.add(now.level);
        compared.now.steps += now.steps;
        for (int k = 0; k < kHabitCount; ++k) {
            const auto habit = static_cast<Habit>(k);
            const Ending always = play(scene, seed, AlteredRep(rep, habit, Use::always));
            const Ending never = play(scene, seed, AlteredRep(rep, habit, Use::never));
            HabitMoved& moved = compared.moved[static_cast<std::size_t>(k)];
            add(moved.always_never, always, never);
            add(moved.always_now, always, now);
            add(moved.now_never, now, never);
        }
    }
    return compared;
}

}  // namespace praxis::app
