#include "core/vocabulary/rep_move.hpp"

#include <algorithm>
#include <array>

namespace praxis {
namespace {

constexpr std::array<std::string_view, kRepMoveCount> kRepMoveNames = {
    "greet",
    "set_agenda",
    "ask_situation",
    "ask_problem",
    "ask_implication",
    "ask_payoff",
    "ask_budget",
    "ask_authority",
    "ask_criteria",
    "ask_timeline",
    "ask_process",
    "ask_competition",
    "ask_stakeholders",
    "recap",
    "sympathise",
    "give_benefit",
    "give_figures",
    "give_insight",
    "bring_proof",
    "admit_limit",
    "clarify_objection",
    "answer_objection",
    "answer_question",
    "name_price",
    "quote",
    "hold_price",
    "offer_trade",
    "give_discount",
    "propose_step",
    "ask_for_order",
    "part",
    "as_practised",
};

}  // namespace

std::string_view name(RepMove move) {
    return kRepMoveNames[static_cast<std::size_t>(move)];
}

std::optional<RepMove> rep_move_named(std::string_view wanted) {
    const auto found = std::ranges::find(kRepMoveNames, wanted);
    if (found == kRepMoveNames.end()) return std::nullopt;
    return static_cast<RepMove>(found - kRepMoveNames.begin());
}

bool is_question(RepMove move) {
    return RepMove::ask_situation <= move && move <= RepMove::ask_stakeholders;
}

}  // namespace praxis
