#include "app/rehearsal/end_rehearsal.hpp"

namespace praxis::app {

void end_rehearsal(Rehearsal& rehearsal) {
    if (!rehearsal.over) record_end(rehearsal, conversation::EndReason::rep_left);
}

void record_end(Rehearsal& rehearsal, conversation::EndReason reason) {
    const buyer::Outcome outcome = buyer::outcome(rehearsal.state, *rehearsal.play.scene);
    conversation::Event event;
    event.turn = rehearsal.turn;
    event.who = reason == conversation::EndReason::rep_left ? kRep : kFirstBuyer;
    event.body = conversation::Ended{reason, outcome.level};
    event.state_digest = buyer::digest(rehearsal.state);
    rehearsal.conversation.events.push_back(std::move(event));
    rehearsal.over = true;
}

}  // namespace praxis::app
