#include "core/foresight/search.hpp"

#include <algorithm>
#include <bit>

#include "core/buyer/buyer.hpp"
#include "core/foresight/candidates.hpp"

namespace praxis::foresight {
namespace {

Value certain_value(const Position& at) {
    Value value;
    value.certain = true;
    value.tally.add(buyer::outcome(at.state, at.scene).level);
    return value;
}

template <class Play>
Value spend(const Position& at, Budget budget, Play play) {
    if (buyer::over(at.state)) return certain_value(at);
    Value value;
    const std::uint64_t longest = steps_left(at.state, at.scene);
    for (std::uint64_t n = 0; value.tally.steps + longest <= budget.steps; ++n) {
        const Ending ending = play(n);
        value.tally.add(ending.level);
        value.tally.steps += ending.steps;
    }
    return value;
}

}  // namespace

Value value(const Position& at, Budget budget) {
    return spend(at, budget, [&](std::uint64_t n) { return play_out(at, n); });
}

Value value_after(const Position& at, const Observation& heard, Budget budget) {
    return spend(at, budget, [&](std::uint64_t n) { return play_out(at, heard, n); });
}

namespace {

// A move in the race: what its rollouts came to so far.
struct Arm {
    std::uint8_t candidate = 0;
    std::uint8_t rounds = 0;
    bool practised = false;
    int promise = 0;
    Tally tally;
};

// More worth first; of equals what the competent rep would do, then what promises more; so that the order never depends
// on chance.
bool better(const Arm& a, const Arm& b) {
    if (a.tally.worth_percent() != b.tally.worth_percent()) return a.tally.worth_percent() > b.tally.worth_percent();
    if (a.practised != b.practised) return a.practised;
    return a.promise != b.promise ? a.promise > b.promise : a.candidate < b.candidate;
}

class Race {
public:
    Race(const Position& at, const Candidates& entered, Budget budget)
        : at_(at), entered_(entered), budget_(budget), spent_(entered.steps) {
        for (std::size_t i = 0; i < entered.count; ++i)
            arms_[i] = {static_cast<std::uint8_t>(i), 0, entered.list[i].practised, entered.list[i].promise, {}};
    }

    void run() {
        for (std::size_t alive = entered_.count; alive > 0; alive = (alive + 1) / 2) {
            const auto rounds_to_come = std::max<std::uint64_t>(1, std::bit_width(alive - 1));
            play_round(alive, spent_ + (budget_.steps - spent_) / rounds_to_come);
            std::sort(arms_.begin(), arms_.begin() + static_cast<std::ptrdiff_t>(alive), better);
            if (alive <= 2) return;
        }
    }

    const Arm& arm(std::size_t place) const { return arms_[place]; }
    std::uint64_t spent() const { return spent_; }

private:
    void play_round(std::size_t alive, std::uint64_t until) {
        const std::uint64_t sweep = alive * std::uint64_t{steps_left(at_.state, at_.scene)};
        for (; spent_ + sweep <= until; ++next_rollout_)
            for (std::size_t i = 0; i < alive; ++i) play(arms_[i]);
        for (std::size_t i = 0; i < alive; ++i) ++arms_[i].rounds;
    }

    void play(Arm& arm) {
        const Ending ending = play_out(at_, entered_.list[arm.candidate].move.heard, next_rollout_);
        arm.tally.add(ending.level);
        arm.tally.steps += ending.steps;
        spent_ += ending.steps;
    }

    const Position& at_;
    const Candidates& entered_;
    Budget budget_;
    std::uint64_t spent_;
    std::uint64_t next_rollout_ = 0;
    std::array<Arm, kMovesMax> arms_{};
};

}  // namespace

Weighing weigh_moves(const Position& at, Budget budget) {
    const Candidates entered = candidates(at, budget);
    Race race(at, entered, budget);
    race.run();
    Weighing weighing;
    weighing.count = entered.count;
    weighing.steps = race.spent();
    for (std::size_t i = 0; i < entered.count; ++i) {
        const Arm& arm = race.arm(i);
        const Candidate& candidate = entered.list[arm.candidate];
        const Answer& answer = candidate.answer;
        weighing.list[i] = {candidate.move,    {arm.tally, false}, answer.change,      answer.intention,
                            answer.likelihood, arm.rounds,         candidate.practised};
    }
    return weighing;
}

const Weighed* recommended(const Weighing& weighing) {
    if (weighing.count == 0) return nullptr;
    const Weighed& best = weighing.list[0];
    const Weighed* chosen = &best;
    for (const Weighed& other : weighing.moves()) {
        const bool tried_enough = other.rounds + 1 >= best.rounds;
        if (!tried_enough || other.value.worth().interval.high < best.value.worth().share) continue;
        if (other.practised) return &other;
        if (promise(other.change) > promise(chosen->change)) chosen = &other;
    }
    return chosen;
}

Line best_line(const Position& from, std::size_t depth, Budget budget) {
    Line line;
    buyer::State state = from.state;
    const std::size_t plies = std::min(depth, kDepthMax);
    while (line.count < plies && !buyer::over(state)) {
        const Position at{state, from.scene, {mix(from.seed.value + line.count)}, from.setting};
        const std::uint64_t share = (budget.steps - line.steps) / (plies - line.count);
        if (share < kSamples) break;
        const Weighing weighed = weigh_moves(at, {share - kSamples});
        line.steps += weighed.steps;
        const Weighed* best = recommended(weighed);
        if (best == nullptr) break;
        const Answer answer = likely_answer(at, best->move.heard, kSamples);
        line.steps += kSamples;
        line.list[line.count++] = {best->move, best->value, answer.change, answer.intention, answer.likelihood};
        state = answer.after;
    }
    return line;
}

}  // namespace praxis::foresight
