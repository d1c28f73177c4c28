#include "core/foresight/marks/judge.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/buyer/buyer.hpp"
#include "core/foresight/search.hpp"

namespace praxis::foresight::marks {
namespace {

constexpr std::uint64_t kOtherChances = 0x6d61726b73;  // the search's, apart from those its pick is valued by
constexpr auto kRightlyParted = static_cast<std::size_t>(GoalLevel::right_disqualified);
constexpr std::uint64_t kProbeSteps = 400;  // what finding the moves takes, before any rollout

// The endings of rollouts 0, 1, 2 … of a position or of a move in it.
struct Endings {
    std::array<GoalLevel, kCompareMax> levels;
    Value value;
};

template <class Play>
void play_all(Endings& endings, std::uint32_t count, Play play) {
    endings.value = {};
    for (std::uint32_t n = 0; n < count; ++n) {
        const Ending ending = play(n);
        endings.levels[n] = ending.level;
        endings.value.tally.add(ending.level);
        endings.value.tally.steps += ending.steps;
    }
}

Estimate difference(const Endings& one, const Endings& other, std::uint32_t count) {
    Duel duel;
    for (std::uint32_t n = 0; n < count; ++n)
        ++duel.reached[static_cast<std::size_t>(one.levels[n])][static_cast<std::size_t>(other.levels[n])];
    return duel.difference();
}

// Where everything is lost, giving away can be what the search finds best; nobody should be told so.
Weighing without_gifts(const Weighing& weighing) {
    Weighing kept;
    for (const Weighed& one : weighing.moves())
        if (one.move.kind != MoveKind::give_discount) kept.list[kept.count++] = one;
    return kept;
}

class Judge {
public:
    Judge(const buyer::Scene& scene, Seed seed, const Effort& effort)
        : scene_(scene),
          seed_(chances_of(seed)),
          effort_(effort),
          compare_(std::clamp<std::uint32_t>(effort.compare, 1, kCompareMax)) {}

    void begin(const buyer::State& state) { position(before_, state); }

    Judged turn(const Passage& passage) {
        Judged judged;
        judged.turn = passage.played.turn;
        judged.change = change_between(passage.before, passage.after);
        position(after_, passage.after);
        judged.before = before_.value;
        judged.after = after_.value;
        judged.grounds.swing = difference(after_, before_, compare_);
        look_at_customer(passage, judged);
        judged.marked = passage.played.understood && !buyer::over(passage.before);
        if (judged.marked) {
            weigh(passage, judged);
            judged.grounds.fault = at_fault(judged, passage, scene_);
            judged.mark = mark_of(judged.grounds);
        }
        std::swap(before_, after_);
        return judged;
    }

    std::uint64_t rollouts() const { return rollouts_; }
    std::uint64_t steps() const { return steps_; }

private:
    Position at(const buyer::State& state) const { return {state, scene_, seed_, effort_.setting}; }

    void position(Endings& endings, const buyer::State& state) {
        play_all(endings, compare_, [&](std::uint32_t n) { return play_out(at(state), n); });
        endings.value.certain = buyer::over(state);
        count(endings.value.tally);
    }

    void move(Endings& endings, const buyer::State& state, const Observation& heard) {
        play_all(endings, compare_, [&](std::uint32_t n) { return play_out(at(state), heard, n); });
        count(endings.value.tally);
    }

    void look_at_customer(const Passage& passage, Judged& judged) const {
        const Change& change = judged.change;
        Grounds& grounds = judged.grounds;
        const auto fallen = [](int points) { return std::max(0, -points); };
        grounds.harm =
            fallen(change.trust) + fallen(change.value) + fallen(change.interest) / 2 + fallen(change.patience) / 2;
        grounds.walked_out = change.walked_out;
        grounds.felt = change.trust + change.value + change.interest / 2 + change.patience / 2;
        grounds.strike = passage.after.strikes > passage.before.strikes;
        const bool gave = passage.after.tally.discounts > passage.before.tally.discounts;
        grounds.gave_away = (gave && passage.played.heard.sure.has(Act::discount_offer)) || change.conceded != 0;
        const bool parted_well = judged.after.certain && judged.after.tally.reached[kRightlyParted] > 0;
        const bool settled = (change.resolved & ~change.conceded) != 0;
        grounds.brought = settled || change.step_agreed || change.ordered || parted_well;
        if (scene_.rules.quote_wins) return;  // there the rest is none of what sells
        const buyer::FactSet telling = scene_.kinds.implication | scene_.kinds.payoff;
        grounds.brought |= (change.opened & telling) != 0 || change.cause_told != 0;
    }

    void weigh(const Passage& passage, Judged& judged) {
        move(played_, passage.before, passage.played.heard);
        judged.played = played_.value;
        judged.grounds.gain = difference(played_, before_, compare_);
        Position searched = at(passage.before);
        searched.seed = {mix(seed_.value ^ kOtherChances)};
        const Weighing weighing = weigh_moves(searched, budget());
        steps_ += weighing.steps;
        for (const Weighed& one : weighing.moves()) rollouts_ += one.value.tally.rollouts();
        const Weighing advisable = without_gifts(weighing);
        const Weighed* best = recommended(advisable);
        if (best == nullptr) return;
        judged.instead = best->move;
        move(best_, passage.before, best->move.heard);
        judged.best = best_.value;
        judged.grounds.loss = difference(best_, played_, compare_);
    }

    // Steps for the wanted rollouts, by the length they had from here.
    Budget budget() const {
        const Tally& tally = before_.value.tally;
        return {kProbeSteps + effort_.search * tally.steps / std::max<std::uint64_t>(1, tally.rollouts())};
    }

    void count(const Tally& tally) {
        rollouts_ += tally.rollouts();
        steps_ += tally.steps;
    }

    const buyer::Scene& scene_;
    Seed seed_;
    Effort effort_;
    std::uint32_t compare_;
    Endings before_, after_, played_, best_;
    std::uint64_t rollouts_ = 0, steps_ = 0;
};

double size(const Judged& judged) {
    return std::abs(judged.grounds.swing.share);
}

void find_turning_points(std::vector<Judged>& turns) {
    std::vector<Judged*> order;
    for (Judged& judged : turns)
        if (judged.marked && size(judged) >= kThresholds.turning_swing) order.push_back(&judged);
    std::stable_sort(order.begin(), order.end(), [](const Judged* a, const Judged* b) { return size(*a) > size(*b); });
    order.resize(std::min<std::size_t>(order.size(), kThresholds.turning_most));
    for (Judged* judged : order) {
        judged->turning = true;
        if (judged->mark == Mark::fine) judged->mark = Mark::turning_point;
    }
}

}  // namespace

std::vector<Passage> replay(const buyer::Scene& scene, const buyer::State& opening, Seed seed,
                            std::span<const PlayedTurn> turns) {
    std::vector<Passage> passages;
    passages.reserve(turns.size());
    buyer::State state = opening;
    for (const PlayedTurn& played : turns) {
        if (buyer::over(state)) break;
        const buyer::State planned = buyer::step(state, played.heard, scene, seed).state;
        const buyer::State after = buyer::deliver(planned, played.answered, played.heard_moves, scene);
        passages.push_back({played, state, after});
        state = after;
    }
    return passages;
}

Seed chances_of(Seed conversation) {
    return {mix(conversation.value)};
}

Judgement judge(std::span<const Passage> passages, const buyer::Scene& scene, Seed seed, const Effort& effort) {
    Judgement judgement;
    judgement.turns.reserve(passages.size());
    if (passages.empty()) return judgement;
    Judge judge(scene, seed, effort);
    judge.begin(passages.front().before);
    for (const Passage& passage : passages) judgement.turns.push_back(judge.turn(passage));
    find_turning_points(judgement.turns);
    for (std::size_t i = 0; i < passages.size(); ++i)
        judgement.turns[i].reason = reason_of(judgement.turns[i], passages[i], scene);
    judgement.ended.certain = true;
    judgement.ended.tally.add(buyer::outcome(passages.back().after, scene).level);
    judgement.rollouts = judge.rollouts();
    judgement.steps = judge.steps();
    return judgement;
}

}  // namespace praxis::foresight::marks
