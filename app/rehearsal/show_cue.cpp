#include "app/rehearsal/show_cue.hpp"

namespace praxis::app {

void show_cue(Rehearsal& rehearsal) {
    if (rehearsal.over || rehearsal.support == Support::silent) return;
    const auto cue = choose_cue(rehearsal.conversation, rehearsal.scenario(), *rehearsal.play.tongue.cues);
    if (!cue || (rehearsal.support == Support::hints && !cue->warns)) return;
    conversation::Event event;
    event.turn = rehearsal.turn;
    event.who = kRep;
    event.body = conversation::CueShown{cue->text};
    rehearsal.conversation.events.push_back(std::move(event));
}

}  // namespace praxis::app
