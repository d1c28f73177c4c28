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

// What a mark rests on, each a difference of worths under the same chances.
struct Differences {
    Estimate loss;   // the best move less the played one
    Estimate gain;   // the played move less what a competent rep would get from the position
    Estimate swing;  // the position after the answer that came less the position before
};

struct Thresholds {
    double missed_loss;    // this much better was there …
    double costly_loss;    // … and for `cost_you` this much,
    double costly_fall;    // with the position this much worse
    double strong_gain;    // above what a competent rep usually gets
    double turning_swing;  // of the position, up or down
    int turning_most;      // of them at most, the largest
};

// The one table; docs/foresight.md shows what it marks in the worked conversations.
inline constexpr Thresholds kThresholds = {
    .missed_loss = 0.06,
    .costly_loss = 0.06,
    .costly_fall = 0.04,
    .strong_gain = 0.03,
    .turning_swing = 0.08,
    .turning_most = 3,
};

// Never turning_point: that is a matter of the whole conversation.
Mark mark_of(const Differences&);

}  // namespace praxis::foresight::marks
