// Hindsight: a finished conversation as foresight judges it, turn by turn. Made once at the end and given to
// make_report (report.hpp), since it takes thousands of times as long as everything else in a report. Owner:
// core/coaching. Pure; any thread. Never of a conversation that goes on: a judgement names what is still closed.
#pragma once

#include <optional>

#include "core/conversation/event.hpp"
#include "core/foresight/marks/judge.hpp"
#include "core/foresight/marks/track.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::coaching {

inline constexpr std::size_t kTurnsToFollow = 4;

// Of a rehearsal that has ended, or of a real call as far as its customer can be followed with the scenario's mind
// (core/foresight/marks/track.hpp); a call that is longer than a rehearsal is looked at with less effort a turn. Empty
// of a rehearsal that goes on, where nothing was said, and where fewer than kTurnsToFollow turns of a call can be
// followed.
std::optional<foresight::marks::Judgement> look_back(const conversation::Conversation&, const strategy::Scenario&,
                                                     const foresight::marks::Effort& = {});

// A real call as far as it can be told: turns without substance (a nod, "mm-hm") belong to the customer's answer.
std::vector<foresight::marks::RealTurn> real_turns(const conversation::Conversation&, const strategy::Scenario&);

// The rep's turns and the answers to them. Turn of an event: PlayedTurn::turn.
std::vector<foresight::marks::PlayedTurn> played_turns(const conversation::Conversation&, const strategy::Scenario&);

}  // namespace praxis::coaching
