#include "core/foresight/rollout.hpp"

#include "core/buyer/buyer.hpp"

namespace praxis::foresight {
namespace {

using buyer::Handled;
using buyer::Scene;
using buyer::State;

Ending finish(const Position& at, State& state, Seed seed, std::uint32_t taken) {
    const std::uint32_t most = taken + steps_left(state, at.scene);
    while (!buyer::over(state) && taken < most) {
        buyer::exchange(state, next_of_competent(state, at.scene, seed, at.setting.slips), at.scene, seed);
        ++taken;
    }
    return {buyer::outcome(state, at.scene).level, taken};
}

bool cause_known(const State& state, ObjectionId id) {
    return state.handling(id).has(Handled::cause_told) || state.handling(id).has(Handled::resolved);
}

}  // namespace

Seed seed_of(const Position& at, std::uint64_t rollout) {
    return {mix(mix(at.seed.value) + rollout)};
}

State customer_of(const Position& at, std::uint64_t rollout) {
    State state = at.state;
    if (at.setting.sight == Sight::buyer || at.scene.objection_count == 0) return state;
    const buyer::Casting other = buyer::cast(at.scene, seed_of(at, rollout), state.who);
    for (std::uint8_t i = 0; i < at.scene.objection_count; ++i)
        if (!cause_known(state, {i})) state.causes[i] = other.causes[i];
    return state;
}

std::uint32_t steps_left(const State& state, const Scene& scene) {
    if (buyer::over(state)) return 0;
    const auto turns = static_cast<std::uint32_t>(scene.rules.turns);
    return turns > state.turn ? turns - state.turn : 1;
}

Ending play_out(const Position& at, std::uint64_t rollout) {
    State state = customer_of(at, rollout);
    return finish(at, state, seed_of(at, rollout), 0);
}

Ending play_out(const Position& at, const Observation& first, std::uint64_t rollout) {
    State state = customer_of(at, rollout);
    const Seed seed = seed_of(at, rollout);
    const bool taken = !buyer::over(state);
    if (taken) buyer::exchange(state, first, at.scene, seed);
    return finish(at, state, seed, taken ? 1 : 0);
}

namespace {

template <class Play>
Tally tally_of(Range range, Play play) {
    Tally tally;
    for (std::uint64_t n = range.begin; n < range.end; ++n) {
        const Ending ending = play(n);
        tally.add(ending.level);
        tally.steps += ending.steps;
    }
    return tally;
}

}  // namespace

Tally roll(const Position& at, Range range) {
    return tally_of(range, [&](std::uint64_t n) { return play_out(at, n); });
}

Tally roll(const Position& at, const Observation& first, Range range) {
    return tally_of(range, [&](std::uint64_t n) { return play_out(at, first, n); });
}

Duel duel(const Position& at, const Observation& one, const Observation& other, Range range) {
    Duel result;
    for (std::uint64_t n = range.begin; n < range.end; ++n) {
        const Ending a = play_out(at, one, n), b = play_out(at, other, n);
        ++result.reached[static_cast<std::size_t>(a.level)][static_cast<std::size_t>(b.level)];
        result.steps += a.steps + b.steps;
    }
    return result;
}

}  // namespace praxis::foresight
