#include "app/rehearsal/cues/next_move.hpp"

#include <algorithm>

#include "core/foresight/search.hpp"

namespace praxis::app {
namespace {

using foresight::Position;
using foresight::Weighed;
using foresight::Weighing;

constexpr std::uint64_t kCueChances = 0x637565;       // apart from those the report judges by
constexpr std::uint64_t kSettleChances = 0x73657474;  // apart from those a move was picked by

const Weighed* practised(const Weighing& weighing) {
    const auto moves = weighing.moves();
    const auto found = std::find_if(moves.begin(), moves.end(), [](const Weighed& move) { return move.practised; });
    return found == moves.end() ? nullptr : &*found;
}

std::uint64_t rollouts_for(std::uint64_t steps, const Weighed& move) {
    const foresight::Tally& tally = move.value.tally;
    return steps * tally.rollouts() / std::max<std::uint64_t>(1, tally.steps);
}

bool clearly_better(const Position& at, const Weighed& one, const Weighed& usual) {
    const Position settled{at.state, at.scene, {mix(at.seed.value ^ kSettleChances)}, at.setting};
    const std::uint64_t rollouts = rollouts_for(kSettleSteps / 2, one);
    const auto duel = foresight::duel(settled, one.move.heard, usual.move.heard, {0, rollouts});
    return duel.difference().share >= kClearly && duel.difference().interval.low > 0;
}

}  // namespace

std::optional<foresight::Move> next_move(const buyer::State& state, const buyer::Scene& scene, Seed conversation) {
    if (buyer::over(state) || state.turn == 0) return std::nullopt;
    const Position at{state, scene, {mix(conversation.value ^ kCueChances)}, {}};
    const Weighing weighing = foresight::weigh_moves(at, {kCueSteps - kSettleSteps});
    const Weighed* best = foresight::recommended(weighing);
    if (best == nullptr) return std::nullopt;
    const Weighed* usual = practised(weighing);
    const bool leave_it = usual != nullptr && usual != best && !clearly_better(at, *best, *usual);
    const foresight::Move& chosen = leave_it ? usual->move : best->move;
    return chosen.kind == RepMove::as_practised ? std::nullopt : std::optional(chosen);
}

std::optional<foresight::Move> next_move(const Rehearsal& rehearsal) {
    return next_move(rehearsal.state, *rehearsal.play.scene, rehearsal.seed());
}

}  // namespace praxis::app
