#include "core/foresight/competent_rep.hpp"

#include "core/buyer/rep_model.hpp"

namespace praxis::foresight {
namespace {

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

}  // namespace

Observation next_of_competent(const buyer::State& state, const buyer::Scene& scene, Seed seed, std::uint8_t slips) {
    const std::uint32_t turn = state.turn + 1U;
    const RepKind best = scene.rules.quote_wins ? RepKind::quoter : RepKind::discoverer;
    const auto as = [&](RepKind kind) { return buyer::next_observation(kind, state, scene, seed, turn); };
    if (slips == 0 || pick(chance(seed, kRep.value, turn, kSlipSlot), 100) >= slips) return as(best);
    switch (kSlips[pick(chance(seed, kRep.value, turn, kHowSlot), kSlips.size())]) {
        case Slip::blunt: return blunted(as(best));
        case Slip::pitch: return as(RepKind::pitcher);
        case Slip::checklist: return as(RepKind::checklist_reader);
        case Slip::flatter: return as(RepKind::flatterer);
        case Slip::discount: return as(RepKind::discounter);
    }
    return as(best);
}

}  // namespace praxis::foresight
