// A move: one thing a rep can do with a turn, as the customer would understand it. `visit_moves` makes up the moves a
// state invites, from acts × topics of the scene; which of them are worth considering, the search decides
// (candidates.hpp). Only what a rep can know goes into a move: an objection whose cause was not told can be answered on
// every cause the strategy names, not on the true one. Values only; any thread; nothing allocates.
#pragma once

#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/vocabulary/observation.hpp"
#include "core/vocabulary/rep_move.hpp"

namespace praxis::foresight {

using MoveKind = RepMove;

struct Move {
    MoveKind kind = MoveKind::as_practised;
    TopicId topic{};       // what it is about; none: nothing in particular
    bool listens = false;  // led in by a recap, or by sympathy after a pain
    Observation heard;     // without doubt
};

// Takes every move in turn, the plainer before its variants.
class MoveVisitor {
public:
    virtual void take(const Move&) = 0;

protected:
    ~MoveVisitor() = default;
};
void visit_moves(const buyer::State&, const buyer::Scene&, MoveVisitor&);

}  // namespace praxis::foresight
