// A move: one thing a rep can do with a turn, as the customer would understand it. `visit_moves` makes up the moves a
// state invites, from acts × topics of the scene; which of them are worth considering, the search decides
// (candidates.hpp). Only what a rep can know goes into a move: an objection whose cause was not told can be answered on
// every cause the strategy names, not on the true one. Values only; any thread; nothing allocates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight {

enum class MoveKind : std::uint8_t {
    greet,
    set_agenda,
    ask_situation,
    ask_problem,
    ask_implication,
    ask_payoff,
    ask_budget,
    ask_authority,
    ask_criteria,
    ask_timeline,
    ask_process,
    ask_competition,
    ask_stakeholders,
    recap,
    sympathise,
    give_benefit,
    give_figures,
    give_insight,
    bring_proof,
    admit_limit,
    clarify_objection,
    answer_objection,
    answer_question,
    name_price,
    quote,
    hold_price,
    offer_trade,
    give_discount,
    propose_step,
    ask_for_order,
    part,
    as_practised,  // what the competent rep would do, where none of the above is the same
};
inline constexpr int kMoveKindCount = 32;

std::string_view name(MoveKind);
std::optional<MoveKind> move_kind_named(std::string_view);

bool is_question(MoveKind);  // to know something of the customer's

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
