#include "app/rehearsal/cues/show_cue.hpp"

#include "app/rehearsal/cues/next_move.hpp"

namespace praxis::app {

std::optional<Cue> cue_for(const Rehearsal& rehearsal) {
    std::optional<foresight::Move> next;
    if (!answered_by_rule(rehearsal.conversation)) next = next_move(rehearsal);
    return choose_cue(rehearsal.conversation, rehearsal.scenario(), *rehearsal.play.tongue.cues,
                      next ? &*next : nullptr);
}

void show_cue(Rehearsal& rehearsal) {
    if (rehearsal.over || rehearsal.support == Support::silent) return;
    if (rehearsal.support == Support::hints && !answered_by_rule(rehearsal.conversation)) return;
    const auto cue = cue_for(rehearsal);
    if (!cue || (rehearsal.support == Support::hints && !cue->warns)) return;
    conversation::Event event;
    event.turn = rehearsal.turn;
    event.who = kRep;
    event.body = conversation::CueShown{cue->text};
    rehearsal.conversation.events.push_back(std::move(event));
}

}  // namespace praxis::app
