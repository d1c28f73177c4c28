#include "app/rehearsal/answer.hpp"

#include <algorithm>

#include "core/buyer/buyer.hpp"

namespace praxis::app {
namespace {

std::vector<FactId> newly_disclosed(const std::vector<FactId>& before, const std::vector<FactId>& after) {
    std::vector<FactId> fresh;
    for (const FactId fact : after)
        if (std::find(before.begin(), before.end(), fact) == before.end()) fresh.push_back(fact);
    return fresh;
}

}  // namespace

void commit(Rehearsal& rehearsal, conversation::Event& event, int heard_moves) {
    auto& said = std::get<conversation::BuyerSaid>(event.body);
    const auto known = buyer::disclosed(*rehearsal.planned);
    rehearsal.state = buyer::deliver(*rehearsal.planned, *said.intention, heard_moves, *rehearsal.play.scene);
    wording::deliver(rehearsal.memory, *said.intention, heard_moves);
    said.kind = buyer::previous(rehearsal.state);
    said.heard_moves = static_cast<std::uint8_t>(heard_moves);
    said.disclosed = newly_disclosed(known, buyer::disclosed(rehearsal.state));
    said.standing = buyer::standing(rehearsal.state);
    event.state_digest = buyer::digest(rehearsal.state);
}

}  // namespace praxis::app
