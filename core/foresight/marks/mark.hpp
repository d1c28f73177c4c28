// Marks: how good a turn of a finished conversation was, said in one of five words, and the one table of thresholds
// that decides between them. Worths are shares of the goal (core/foresight/tally.hpp): 0.10 is a tenth of a won
// conversation. Values only; any thread. Does not know: how a worth is found, words for people.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/foresight/tally.hpp"

namespace praxis::foresight::marks {

enum class Mark : std::uint8_t {
    strong,         // clearly more than a competent rep usually gets from here
    fine,           // nothing to remark
    missed_chance,  // did little harm, but something clearly better was there
    cost_you,       // the position is worse for it, and need not be
    turning_point,  // fine in itself, and yet the talk turned here
};
inline constexpr int kMarkCount = 5;
std::string_view name(Mark);
std::optional<Mark> mark_named(std::string_view);

// What a mark rests on. Differences of worths are under the same chances.
struct Grounds {
    Estimate loss;   // the best move less the played one
    Estimate gain;   // the played move less what a competent rep would get from the position
    Estimate swing;  // the position after the answer that came less the position before
    int felt = 0;    // change of the customer's feelings, in points: trust and value whole, interest and patience half
    int harm = 0;    // … what fell of them alone: what rose in the same turn makes up for nothing
    bool strike = false;  // an offence that the customer counts
    bool brought =
        false;  // what a sale is made of: cost or worth told, a cause told, an objection settled, a step, an order
    bool gave_away = false;   // a concession for nothing
    bool fault = false;       // something in the words is at fault, whatever it brought (why.hpp)
    bool walked_out = false;  // the customer ended it over this turn
};

struct Thresholds {
    double missed_loss, costly_loss, costly_fall, some_loss;
    int much_felt, some_felt, fault_felt;
    double strong_gain, strong_loss;
    double turning_swing;
    int turning_most;
};

// The one table. Anchors are the worked conversations (docs/foresight.md counts the marks in them): in those that their
// authors call good, 107 of 108 turns lose less than 0.045 and none costs more than 11 points of feeling.
inline constexpr Thresholds kThresholds = {
    // Below this, equally good turns differ by their order alone: what is asked now need not be asked later.
    .missed_loss = 0.06,
    // It made things worse: less may be missing for that than for a chance, since there is no order to it …
    .costly_loss = 0.05,
    // … but the position must have fallen; three times the width of the interval.
    .costly_fall = 0.03,
    // Half of it is enough when the customer minded it too.
    .some_loss = 0.025,
    // Where a competent rep wins anyhow, the value sees no harm. The customer does: this many points at once come of
    // offence, pressure, a gift before there is value, an objection passed over; of no turn in the good conversations.
    .much_felt = 12,
    .some_felt = 5,
    // Where the words are at fault too, this much is enough: a pleasant answer in the same turn does not undo it.
    .fault_felt = 5,
    // More than a competent rep usually gets: three times the width of the interval.
    .strong_gain = 0.03,
    // What a sale is made of is strong when nothing much better was there.
    .strong_loss = 0.03,
    // A curve that moves by a twelfth of the whole is seen with the naked eye.
    .turning_swing = 0.08,
    // What one can talk about afterwards.
    .turning_most = 3,
};

// Never turning_point: that is a matter of the whole conversation.
Mark mark_of(const Grounds&);

}  // namespace praxis::foresight::marks
