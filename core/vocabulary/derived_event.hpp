// Derived events: things a coach looks for that no single act shows; computed from acts, topics, amounts and what came
// before (core/behaviour derives them, a strategy's indicators may name them).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/enum_set.hpp"

namespace praxis {

enum class DerivedEvent : std::uint8_t {
    trade,                  // a concession tied to a return, as opposed to a bare discount
    price_held,             // price challenged, and neither discounted nor traded away
    challenge,              // an insight that contradicts or reframes what the buyer said
    recommendation,         // "I would start with …"
    limit_admitted,         // says what the offer does not do
    disqualified,           // says the offer is not for this customer
    overclaim,              // a claim the strategy forbids
    competitor_disparaged,  // runs a rival down
    concrete_next_step,     // next step with an action, an owner and a date
    vague_next_step,        // next step without one of them
    number_stated,          // the customer states a figure of a pain or value driver
    recap_right,            // restates disclosed facts, figures right
    recap_wrong,            // restates a disclosed figure wrongly
    segment_tested,         // a question about a recognisable cue of a segment, before any pitch
    pitch_before_pain,      // pitches before any pain was disclosed
    proof_matched,          // brings a proof that fits what this buyer accepts as proof
    silence_after_price,    // names the price and stops
    pain_disclosed,         // the buyer tells a problem
    impact_disclosed,       // the buyer tells an implication or its cost
    payoff_disclosed,       // the buyer says what solving it would be worth
    objection_raised,
    objection_resolved,
    step_accepted,
    order_accepted,
};
inline constexpr int kDerivedEventCount = 24;

using DerivedEventSet = EnumSet<DerivedEvent>;

std::string_view name(DerivedEvent);
std::optional<DerivedEvent> derived_event_named(std::string_view);

}  // namespace praxis
