#include "core/foresight/competent_rep.hpp"

#include <bit>
#include <optional>

#include "core/buyer/rep_model.hpp"

namespace praxis::foresight {
namespace {

using buyer::Mark;
using buyer::RepKind;
using enum Act;

constexpr std::uint32_t kSlipSlot = 0x400;  // rep_model's own slots lie below 0x100
constexpr std::uint32_t kHowSlot = 0x401;

// What a slip is, in ninths: mostly the right thing badly done, then pitching and reading questions off a form.
enum class Slip : std::uint8_t { blunt, pitch, checklist, flatter, discount };
constexpr std::array<Slip, 9> kSlips = {Slip::blunt,     Slip::blunt,     Slip::blunt,   Slip::pitch,   Slip::pitch,
                                        Slip::checklist, Slip::checklist, Slip::flatter, Slip::discount};

Observation blunted(Observation said) {
    if (said.acts.has(open_question)) {
        said.acts.erase(open_question);
        said.acts.insert(closed_question);
        said.open_questions = 0;
        said.closed_questions = 1;
        said.yes_no = true;
    }
    for (const Act listening : {empathy, summary, objection_acknowledged}) said.acts.erase(listening);
    said.sure = said.acts;
    said.names_date = said.names_owner = said.recommends = false;
    said.proofs = 0;
    return said;
}

constexpr int kRecapOverlap = 40;  // percent of the buyer's words in a recap

Observation ask(ActSet acts, TopicId topic = {}) {
    Observation said;
    said.acts = said.sure = acts | ActSet{open_question};
    for (int group = 0; group < kActGroupCount; ++group)
        if (said.acts.any(acts_of(static_cast<ActGroup>(group)))) said.groups[static_cast<std::size_t>(group)] = 95;
    if (!topic.none()) said.topics[said.topic_count++] = topic;
    said.open_questions = 1;
    said.overlap = acts.has(summary) ? kRecapOverlap : 0;
    said.words = 18;
    said.sentences = 2;
    return said;
}

// Of the facts told, the topic of one; another every turn, so that no question is asked twice in a row.
TopicId topic_told(const buyer::State& state, const buyer::Scene& scene, buyer::FactSet kind) {
    buyer::FactSet told = state.disclosed & kind;
    const int count = std::popcount(told);
    if (count == 0) return {};
    for (int skip = state.turn % count; skip > 0; --skip) told &= told - 1;
    return scene.facts[static_cast<std::size_t>(std::countr_zero(told))].topic;
}

// What the goal still asks for and a question can bring, as the brief names it: what it costs, what solving it is
// worth, how it is decided. Nothing when the goal is reached, or out of reach by questions.
std::optional<Observation> ask_for_the_goal(const buyer::State& state, const buyer::Scene& scene) {
    const strategy::GoalRule& goal = scene.levels[0];
    const auto lacks = [&](DerivedEvent event) { return goal.needs.has(event) && !state.seen.has(event); };
    const TopicId impact = topic_told(state, scene, scene.kinds.implication);
    const TopicId pain = topic_told(state, scene, scene.kinds.pain & ~scene.kinds.implication);
    if (lacks(DerivedEvent::impact_disclosed) && !pain.none()) return ask({summary, implication_question}, pain);
    if (lacks(DerivedEvent::payoff_disclosed) && !(impact.none() && pain.none()))
        return ask({summary, need_payoff_question}, impact.none() ? pain : impact);
    const bool path_known = scene.kinds.path == 0 || (state.disclosed & scene.kinds.path) != 0;
    if (goal.process_known && !path_known) return ask({decision_process_question, authority_question});
    return std::nullopt;
}

// Before proposing the step, and with one in hand, a competent rep asks for what the goal still lacks, as long as the
// customer is at ease. Who has agreed to meet again has put the order off: not so in a negotiation.
Observation discover(const buyer::State& state, const buyer::Scene& scene, Seed seed) {
    const std::uint32_t turn = state.turn + 1U;
    Observation said = buyer::next_observation(RepKind::discoverer, state, scene, seed, turn);
    if (state.previous == PreviousKind::brushoff && state.disclosed != 0 && said.acts.has(open_question) &&
        !said.acts.any({summary, empathy, objection_acknowledged})) {
        said.acts.insert(summary);
        said.sure.insert(summary);
        said.overlap = kRecapOverlap;
    }
    const bool leaves = said.acts.has(sign_off) && !said.disqualifies;
    if (!said.acts.has(next_step) && !leaves) return said;
    const bool at_ease = !state.marks.has(Mark::hurried) && state.previous != PreviousKind::brushoff;
    const bool late = turn * 3 > static_cast<std::uint32_t>(scene.rules.turns) * 2;
    const bool order = scene.kind == strategy::ConversationKind::negotiation;
    if (!at_ease || late || order || scene.level_count == 0 || !state.open.none()) return said;
    return ask_for_the_goal(state, scene).value_or(said);
}

}  // namespace

Observation next_of_competent(const buyer::State& state, const buyer::Scene& scene, Seed seed, std::uint8_t slips) {
    const std::uint32_t turn = state.turn + 1U;
    const auto as = [&](RepKind kind) { return buyer::next_observation(kind, state, scene, seed, turn); };
    const auto best = [&] { return scene.rules.quote_wins ? as(RepKind::quoter) : discover(state, scene, seed); };
    if (slips == 0 || pick(chance(seed, kRep.value, turn, kSlipSlot), 100) >= slips) return best();
    switch (kSlips[pick(chance(seed, kRep.value, turn, kHowSlot), kSlips.size())]) {
        case Slip::blunt: return blunted(best());
        case Slip::pitch: return as(RepKind::pitcher);
        case Slip::checklist: return as(RepKind::checklist_reader);
        case Slip::flatter: return as(RepKind::flatterer);
        case Slip::discount: return as(RepKind::discounter);
    }
    return best();
}

}  // namespace praxis::foresight
