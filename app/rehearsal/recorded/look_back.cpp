#include "app/rehearsal/recorded/look_back.hpp"

#include <algorithm>
#include <utility>

#include "app/rehearsal/say_move.hpp"
#include "core/buyer/buyer.hpp"
#include "core/coaching/hindsight.hpp"

namespace praxis::app {
namespace {

using foresight::marks::Judged;
using foresight::marks::Mark;
using foresight::marks::Passage;

bool worth_a_better_line(const Judged& judged) {
    return judged.marked && (judged.mark == Mark::cost_you || judged.mark == Mark::missed_chance);
}

std::vector<Passage> passages_of(const Rehearsal& rehearsal) {
    const buyer::Scene& scene = *rehearsal.play.scene;
    const auto turns = coaching::played_turns(rehearsal.conversation, rehearsal.scenario());
    return foresight::marks::replay(scene, buyer::open(scene, rehearsal.seed()), rehearsal.seed(), turns);
}

// One memory for all of them: no sentence is proposed twice in one report.
coaching::BetterLines better_lines(const Rehearsal& rehearsal, const foresight::marks::Judgement& judgement) {
    coaching::BetterLines lines;
    wording::WordingMemory memory;
    const std::vector<Passage> passages = passages_of(rehearsal);
    for (const Judged& judged : judgement.turns) {
        if (!worth_a_better_line(judged)) continue;
        const auto passage = std::find_if(passages.begin(), passages.end(),
                                          [&](const Passage& each) { return each.played.turn == judged.turn; });
        if (passage == passages.end()) continue;
        const Point at{rehearsal.play, rehearsal.conversation, passage->before, judged.turn, rehearsal.recollection};
        if (auto line = say_move(at, judged.instead, memory)) lines.emplace(judged.turn, std::move(line->text));
    }
    return lines;
}

}  // namespace

std::optional<Hindsight> look_back(const Rehearsal& rehearsal, const foresight::marks::Effort& effort) {
    if (!rehearsal.over) return std::nullopt;
    auto judgement = coaching::look_back(rehearsal.conversation, rehearsal.scenario(), effort);
    if (!judgement) return std::nullopt;
    coaching::BetterLines better = better_lines(rehearsal, *judgement);
    return Hindsight{std::move(*judgement), std::move(better)};
}

coaching::Report report_of(const Rehearsal& rehearsal, coaching::Dose dose, const coaching::Phrases& phrases,
                           const std::optional<Hindsight>& hindsight) {
    return coaching::make_report(rehearsal.conversation, rehearsal.scenario(), dose, phrases,
                                 hindsight ? &hindsight->judgement : nullptr,
                                 hindsight ? hindsight->better : coaching::BetterLines{});
}

}  // namespace praxis::app
