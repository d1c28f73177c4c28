#include "core/buyer/state.hpp"

#include <algorithm>
#include <bit>

#include "core/base/digest.hpp"
#include "core/buyer/buyer.hpp"
#include "core/buyer/effects.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer {
namespace {

constexpr std::uint32_t kBluffSlot = 0x300;
constexpr std::uint32_t kUndecidedSlot = 0x301;
constexpr std::uint32_t kBluffPercent = 35;
constexpr std::uint32_t kUndecidedPercent = 20;

std::uint8_t feeling(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 100));
}

Feelings start_of(const strategy::MindStart& start) {
    return {feeling(start.trust), feeling(start.interest), feeling(start.patience),
            feeling(start.value), feeling(start.clarity),  feeling(start.urgency)};
}

// Some people bluff, some cannot decide; who, the seed decides with the person.
Marks nature(const strategy::Persona& person, Seed seed, ParticipantId who) {
    Marks marks;
    if (pick(chance(seed, who.value, 0, kBluffSlot), 100) < kBluffPercent) marks.insert(Mark::bluffs);
    const std::uint32_t doubt = kUndecidedPercent + (person.style == strategy::Style::pleasing ? 30U : 0U);
    if (pick(chance(seed, who.value, 0, kUndecidedSlot), 100) < doubt) marks.insert(Mark::undecided);
    return marks;
}

}  // namespace

State open(const Scene& scene, Seed seed, ParticipantId who) {
    State state;
    const Casting casting = cast(scene, seed, who);
    state.who = who;
    state.person = static_cast<std::uint8_t>(casting.person);
    state.causes = casting.causes;
    state.disclosed = scene.known_from_start;
    state.feels = start_of(scene.start);
    state.stage = scene.start.stage;
    state.marks = nature(scene.people[state.person], seed, who);
    settle_stage(state, scene);
    return state;
}

conversation::Standing standing(const State& state) {
    const Feelings& feels = state.feels;
    return {feels.trust, feels.interest, feels.patience, feels.value, feels.clarity, feels.urgency, state.stage};
}

PreviousKind previous(const State& state) {
    return state.previous;
}

bool objection_open(const State& state) {
    return !state.open.none();
}

bool refused(const State& state) {
    return state.marks.has(Mark::refused);
}

bool over(const State& state) {
    return state.marks.has(Mark::ended);
}

std::vector<FactId> disclosed(const State& state) {
    std::vector<FactId> facts;
    facts.reserve(static_cast<std::size_t>(std::popcount(state.disclosed)));
    for (FactSet left = state.disclosed; left != 0; left &= left - 1)
        facts.push_back({static_cast<std::uint8_t>(std::countr_zero(left))});
    return facts;
}

namespace {

void add_tally(Digest& digest, const Tally& t) {
    for (const std::uint8_t n : {t.rapport, t.small_talk, t.permissions, t.summaries, t.limits, t.unclear, t.discounts,
                                 t.pressure, t.nonsense, t.insights, t.proofs, t.pitches, t.nibbles, t.situation_row,
                                 t.question_row, t.refusals, t.comebacks, t.empathies})
        digest.add(std::uint64_t{n});
}

}  // namespace

std::uint64_t digest(const State& s) {
    Digest digest;
    digest.add(s.disclosed)
        .add(s.brief)
        .add(s.recapped)
        .add(s.elaborated)
        .add(s.seen.bits())
        .add(s.valued[0])
        .add(s.valued[1])
        .add(s.marks.bits());
    digest.add(static_cast<std::uint64_t>(s.offer_milli)).add(static_cast<std::uint64_t>(s.lowest_milli));
    for (std::size_t i = 0; i < s.handled.size(); ++i) digest.add(std::uint64_t{s.handled[i]} << 8 | s.causes[i]);
    for (const std::uint8_t feeling :
         {s.feels.trust, s.feels.interest, s.feels.patience, s.feels.value, s.feels.clarity, s.feels.urgency})
        digest.add(std::uint64_t{feeling});
    add_tally(digest, s.tally);
    for (const std::uint64_t n :
         {std::uint64_t{s.turn}, std::uint64_t{s.questions_asked}, std::uint64_t{s.questions_answered},
          std::uint64_t{s.questions_repeated}, static_cast<std::uint64_t>(s.stage), std::uint64_t{s.who.value},
          std::uint64_t{s.person}, std::uint64_t{s.strikes}, std::uint64_t{s.objections_raised},
          std::uint64_t{s.ignored_turns}, std::uint64_t{s.open.value}, std::uint64_t{s.pending.value},
          std::uint64_t{s.last_topic.value}, std::uint64_t{s.last_fact.value}, static_cast<std::uint64_t>(s.previous),
          static_cast<std::uint64_t>(s.reason)})
        digest.add(n);
    return digest.value();
}

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
