#include "app/rehearsal/take_turn.hpp"

#include <utility>

#include "app/rehearsal/answer.hpp"
#include "app/rehearsal/cues/show_cue.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/heard_text.hpp"
#include "app/rehearsal/understand.hpp"
#include "core/buyer/buyer.hpp"
#include "core/wording/word.hpp"

namespace praxis::app {
namespace {

// The mind ends a conversation by itself; this is the guard behind it.
constexpr std::uint32_t kGrace_turns = 5;

Observation hear(Rehearsal& rehearsal, std::string text, const std::optional<Spoken>& spoken) {
    conversation::Event event;
    event.turn = rehearsal.turn;
    event.who = kRep;
    if (spoken) event.timing = spoken->timing;
    rehearsal.recollection.keep(last_answers(rehearsal.conversation, rehearsal.turn), *rehearsal.play.tongue.reader);
    conversation::RepSaid said{understand(point_of(rehearsal), text), {}};
    if (spoken) said.delivery = spoken->delivery;
    const Observation observation = said.reading.observation;
    event.text = std::move(text);
    event.body = std::move(said);
    rehearsal.conversation.events.push_back(std::move(event));
    return observation;
}

void answer(Rehearsal& rehearsal, const Observation& observation) {
    const auto [planned, intention] =
        buyer::step(rehearsal.state, observation, *rehearsal.play.scene, rehearsal.seed());
    rehearsal.planned = planned;
    const wording::Speaker speaker{rehearsal.scenario(), rehearsal.person(), rehearsal.casting.causes, rehearsal.seed(),
                                   kFirstBuyer};
    wording::Worded worded = wording::word(intention, observation, rehearsal.turn, speaker,
                                           *rehearsal.play.tongue.grammar, rehearsal.memory);
    conversation::BuyerSaid said;
    said.intention = intention;
    said.spans = std::move(worded.spans);
    conversation::Event event;
    event.turn = rehearsal.turn;
    event.who = kFirstBuyer;
    event.text = std::move(worded.text);
    event.source = conversation::TextSource::grammar;
    event.body = std::move(said);
    commit(rehearsal, event, intention.count);
    rehearsal.conversation.events.push_back(std::move(event));
}

void close_if_over(Rehearsal& rehearsal) {
    const auto& said = std::get<conversation::BuyerSaid>(rehearsal.conversation.events.back().body);
    const auto limit = static_cast<std::uint32_t>(rehearsal.scenario().rules.turns) + kGrace_turns;
    if (said.intention->ends)
        record_end(rehearsal, buyer::outcome(rehearsal.state, *rehearsal.play.scene).reason);
    else if (rehearsal.turn >= limit)
        record_end(rehearsal, conversation::EndReason::time_up);
}

}  // namespace

TurnTaken take_turn(Rehearsal& rehearsal, std::string_view text, std::optional<Spoken> spoken) {
    const TurnTaken taken{rehearsal.conversation.events.size(), text.size() > kHeardMax_bytes};
    ++rehearsal.turn;
    answer(rehearsal, hear(rehearsal, heard_text(text, kHeardMax_bytes), spoken));
    close_if_over(rehearsal);
    show_cue(rehearsal);
    return taken;
}

}  // namespace praxis::app
