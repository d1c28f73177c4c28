#include "app/rehearsal/say_move.hpp"

#include <limits>

#include "core/wording/rep/misfit.hpp"

namespace praxis::app {
namespace {

constexpr std::size_t kWays = 8;

}  // namespace

wording::rep::Wish wish_for(const foresight::Move& move, const buyer::State& state) {
    return {move.kind, move.topic, move.listens, move.heard, state.open, state.pending, state.previous};
}

std::optional<Line> say_move(const Point& at, const foresight::Move& move, wording::WordingMemory& memory) {
    using namespace wording::rep;
    const strategy::Scenario& scenario = *at.play.scenario;
    const wording::Speaker customer{scenario, scenario.people[at.state.person], at.state.causes,
                                    at.conversation.header.seed};
    const Wish wish = wish_for(move, at.state);
    const Recall heard = recall(at.conversation, scenario, at.turn);
    const auto found = ways(wish, {customer, heard, at.turn}, *at.play.tongue.rep_lines, memory, kWays);
    const Way* best = nullptr;
    Observation understood;
    for (int least = std::numeric_limits<int>::max(); const Way& way : found) {
        const Observation read = understand(at, way.text).observation;
        const int points = misfit(wish, read);
        if (points >= least) continue;
        least = points;
        best = &way;
        understood = read;
        if (least == 0) break;
    }
    if (best == nullptr) return std::nullopt;
    note(memory, *best);
    return Line{best->text, understood};
}

}  // namespace praxis::app
