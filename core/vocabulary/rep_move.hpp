// What a rep can do with a turn, in kinds: what foresight weighs, what core/wording/rep puts into words, what a cue
// names. The buyer's moves are in buyer_move.hpp; what an utterance of the rep was understood as is an Observation.
// Values only; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace praxis {

enum class RepMove : std::uint8_t {
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
    as_practised,  // what a competent rep would do, where none of the above is the same
};
inline constexpr int kRepMoveCount = 32;

std::string_view name(RepMove);
std::optional<RepMove> rep_move_named(std::string_view);

bool is_question(RepMove);  // to know something of the customer's

}  // namespace praxis
