// Hindsight: a finished conversation as foresight judges it, turn by turn. Made once at the end and given to
// make_report (report.hpp), since it takes thousands of times as long as everything else in a report. Owner:
// core/coaching. Pure; any thread. Never of a conversation that goes on: a judgement names what is still closed.
#pragma once

#include <optional>

#include "core/conversation/event.hpp"
#include "core/foresight/marks/judge.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::coaching {

// Of a rehearsal that has ended; empty of one that goes on, of a real call, and where nothing was said.
std::optional<foresight::marks::Judgement> look_back(const conversation::Conversation&, const strategy::Scenario&,
                                                     const foresight::marks::Effort& = {});

// The rep's turns and the answers to them. Turn of an event: PlayedTurn::turn.
std::vector<foresight::marks::PlayedTurn> played_turns(const conversation::Conversation&, const strategy::Scenario&);

}  // namespace praxis::coaching
