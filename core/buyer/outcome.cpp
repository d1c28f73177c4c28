#include <algorithm>
#include <bit>

#include "core/buyer/buyer.hpp"
#include "core/buyer/effects.hpp"

namespace praxis::buyer {
namespace {

using conversation::EndReason;
using strategy::GoalLevel;

bool objections_settled(const State& state) {
    return state.open.none();
}

// Sold without giving anything away for nothing, at or above the target where there is one.
bool margin_kept(const State& state, const Scene& scene) {
    if (scene.rules.quote_wins && scene.request.floor > 0)
        return state.lowest_milli == 0 || state.lowest_milli >= scene.request.floor;
    if (scene.price.target > 0 && state.lowest_milli > 0) return state.lowest_milli >= scene.price.target;
    return !state.marks.has(Mark::gave_in);
}

bool fits(const State& state, const Scene& scene, const strategy::GoalRule& rule) {
    const auto told = [&](FactSet kind) { return std::popcount(state.disclosed & kind); };
    if ((rule.needs.bits() & ~state.seen.bits()) != 0) return false;
    if (told(scene.kinds.pain) < rule.pains_min || told(scene.kinds.implication) < rule.impacts_min) return false;
    if (rule.process_known && scene.kinds.path != 0 && told(scene.kinds.path) == 0) return false;
    if (rule.objections_settled && !objections_settled(state)) return false;
    return !rule.margin_kept || margin_kept(state, scene);
}

bool disqualified(const State& state, const Scene& scene) {
    if (scene.kinds.disqualifying != 0) return (state.disclosed & scene.kinds.disqualifying) != 0;
    return scene.disqualify_right && (state.disclosed & scene.kinds.deep) != 0;
}

// Would this buyer take the next call?
bool alive(const State& state) {
    return state.feels.trust >= kAliveTrust && state.feels.interest >= kAliveInterest &&
           state.feels.patience >= kAlivePatience;
}

GoalLevel default_level(const State& state) {
    if (state.marks.has(Mark::ordered)) return GoalLevel::won;
    if (state.marks.has(Mark::step_taken)) return GoalLevel::advanced;
    return alive(state) ? GoalLevel::continued : GoalLevel::lost;
}

GoalLevel level_of(const State& state, const Scene& scene) {
    if (state.reason == EndReason::walked_out) return GoalLevel::lost;
    if (state.reason == EndReason::parted && disqualified(state, scene)) return GoalLevel::right_disqualified;
    const auto end = scene.levels.begin() + scene.level_count;
    const auto found = std::find_if(scene.levels.begin(), end,
                                    [&](const strategy::GoalRule& rule) { return fits(state, scene, rule); });
    if (found == end) return scene.level_count == 0 || alive(state) ? default_level(state) : GoalLevel::lost;
    // To go on selling where parting was right is not a win.
    const bool misplaced = scene.kinds.disqualifying != 0 && disqualified(state, scene);
    return misplaced && found->level != GoalLevel::lost ? GoalLevel::continued : found->level;
}

}  // namespace

Outcome outcome(const State& state, const Scene& scene) {
    return {level_of(state, scene), state.reason};
}

}  // namespace praxis::buyer
