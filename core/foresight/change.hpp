// What a turn changed: facts opened, an objection resolved, trust lost. Made by comparing the states before and after.
// Values only; any thread. It names facts by id, those too that were closed until then: while an attempt is open it is
// not for the rep's eyes. Does not know: how likely the change was.
#pragma once

#include <cstdint>

#include "core/buyer/state.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/kinds.hpp"

namespace praxis::foresight {

using ObjectionBits = std::uint16_t;  // bit per ObjectionId

struct Change {
    buyer::FactSet opened = 0;     // told for the first time
    buyer::FactSet completed = 0;  // told briefly before, now in full
    ObjectionBits raised = 0, acknowledged = 0, cause_told = 0, half_answered = 0, resolved = 0, conceded = 0;
    int trust = 0, interest = 0, patience = 0, value = 0, clarity = 0, urgency = 0;  // points, signed
    strategy::Stage from{}, to{};
    bool question_answered = false;  // one of the buyer's own
    bool price_named = false, price_given_away = false;
    bool step_agreed = false, ordered = false, walked_out = false, ended = false;
    friend bool operator==(const Change&, const Change&) = default;
};

Change change_between(const buyer::State& before, const buyer::State& after);

// Did it bring anything, as opposed to passing or costing time? Patience alone is not a gain.
bool gains(const Change&);

// Did the customer tell something that was not told before?
bool tells(const Change&);

// How much a change promises, before any looking ahead: orders moves, decides nothing.
int promise(const Change&);

}  // namespace praxis::foresight
