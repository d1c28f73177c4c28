#include "core/buyer/state.hpp"

#include <algorithm>
#include <bit>

#include "core/base/digest.hpp"
#include "core/buyer/buyer.hpp"
#include "core/buyer/rules.hpp"

namespace praxis::buyer {
namespace {

constexpr std::uint32_t kBluffSlot = 0x300;
constexpr std::uint32_t kUndecidedSlot = 0x301;
constexpr std::uint32_t kBluffPercent = 35;
constexpr std::uint32_t kUndecidedPercent = 20;

std::uint8_t level(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 100));
}

Feelings start_of(const strategy::MindStart& start) {
    return {level(start.trust), level(start.interest), level(start.patience),
            level(start.value), level(start.clarity),  level(start.urgency)};
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
    digest.add(s.disclosed).add(s.brief).add(s.seen.bits()).add(s.valued[0]).add(s.valued[1]).add(s.marks.bits());
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

}  // namespace praxis::buyer
