#include "core/foresight/habits/altered_rep.hpp"

#include "core/buyer/buyer.hpp"
#include "core/foresight/habits/utterance.hpp"

namespace praxis::foresight::habits {
namespace {

constexpr std::uint8_t kRepeatsMost = 1;  // nobody says the same thing a third time for want of a habit

bool same(const Observation& a, const Observation& b) {
    return a.acts == b.acts && a.topics == b.topics && a.topic_count == b.topic_count;
}

bool believes_otherwise(Habit habit) {
    switch (habit) {
        case Habit::asks_problems:
        case Habit::asks_consequences:
        case Habit::asks_worth:
        case Habit::asks_who_decides:
        case Habit::asks_timing:
        case Habit::asks_behind_objections:
        case Habit::answers_objections:
        case Habit::answers_questions: return true;
        default: return false;
    }
}

}  // namespace

Observation AlteredRep::without(const Moment& at, const Observation& base) {
    Observation said = base;
    if (memory_.through || believes_otherwise(habit_))
        said = next_of(base_, as_taken_without(habit_, at, memory_), at.scene, at.seed);
    take_off(habit_, at, memory_, said);
    return said;
}

Observation AlteredRep::next(const buyer::State& state, const buyer::Scene& scene, Seed seed) {
    const Observation base = next_of(base_, state, scene, seed);
    if (use_ == Use::as_is) return base;
    const Moment at{state, scene, seed, state.turn + 1U};
    Observation said = base;
    if (use_ == Use::always) {
        put_on(habit_, at, memory_, said);
    } else {
        said = without(at, base);
        const bool again = !same(said, base) && same(said, memory_.before);
        memory_.repeats = again ? memory_.repeats + 1 : 0;
        if (memory_.repeats > kRepeatsMost && !memory_.through) {
            memory_.through = true;
            said = without(at, base);
        }
        memory_.before = said;
    }
    settle(said);
    return said;
}

Ending play(const buyer::Scene& scene, Seed seed, AlteredRep rep) {
    buyer::State state = buyer::open(scene, seed);
    const std::uint32_t most = steps_left(state, scene);
    std::uint32_t taken = 0;
    for (; !buyer::over(state) && taken < most; ++taken)
        buyer::exchange(state, rep.next(state, scene, seed), scene, seed);
    return {buyer::outcome(state, scene).level, taken};
}

}  // namespace praxis::foresight::habits
