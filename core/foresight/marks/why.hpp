// Why a turn got its mark: one reason of a closed list, with what it is about, from which a sentence can be made
// (core/coaching does, with the words of data/language/en/report.yaml). The rules are two tables, the most telling
// reason first. Values only; any thread. What it names: topics that the rep spoke of or was told about, objections that
// were raised, facts told in that very turn; only the better move's topic may be one that nobody has mentioned yet, so
// who words it asks first whether the rep could know it. Does not know: words.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/foresight/move.hpp"
#include "core/vocabulary/ids.hpp"

namespace praxis::foresight::marks {

struct Passage;
struct Judged;

enum class Why : std::uint8_t {
    nothing,  // the turn was fine
    // what it cost
    offended,
    steered,
    pressed,
    overclaimed,
    disparaged,
    misquoted,
    dismissed_objection,
    gave_away,
    left_early,
    put_off_order,
    half_answered,
    passed_over_objection,
    ignored_question,
    vague_step,
    step_too_soon,
    order_too_soon,
    asked_again,
    asked_too_soon,
    idle_talk,
    wandered,
    slow_to_quote,
    quoted_wide,
    price_too_soon,
    listed_features,
    pitched_too_soon,
    pitched_beside,
    too_long,
    jargon,
    interrogated,
    cold_start,
    nothing_there,
    objection_raised,
    cooled,
    // what was there instead
    better_there,
    // what it brought
    parted_well,
    took_order,
    took_step,
    settled_objection,
    learned_worth,
    learned_cost,
    learned_cause,
    learned_problem,
    learned_path,
    learned_more,
    traded,
    held_price,
    quoted_well,
    answered_question,
    met_need,
    recapped,
    admitted_limit,
    challenged,
    listened,
    proved,
    framed,
    warmed,
};
inline constexpr int kWhyCount = 57;
std::string_view name(Why);

struct Reason {
    Why why = Why::nothing;
    MoveKind instead = MoveKind::as_practised;  // better_there: what the better move does
    TopicId topic{};
    ObjectionId objection{};
    FactId told{};  // in this turn
    friend bool operator==(const Reason&, const Reason&) = default;
};

// Is something in the words themselves at fault, whatever came of it? Needs no mark.
bool at_fault(const Judged&, const Passage&, const buyer::Scene&);

// Of a turn that has its mark.
Reason reason_of(const Judged&, const Passage&, const buyer::Scene&);

// What a move does, also where it is the competent rep's own.
MoveKind meaning_of(const Move&);

}  // namespace praxis::foresight::marks
