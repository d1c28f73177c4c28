#include "app/rehearsal/start_rehearsal.hpp"

#include <utility>

#include "app/rehearsal/cues/show_cue.hpp"

namespace praxis::app {
namespace {

std::string surname(const std::string& name) {
    const std::size_t space = name.find_last_of(' ');
    return space == std::string::npos ? name : name.substr(space + 1);
}

void pick_up(Rehearsal& rehearsal) {
    conversation::BuyerSaid said;
    said.intention.emplace();
    said.kind = PreviousKind::smalltalk;
    said.standing = buyer::standing(rehearsal.state);
    conversation::Event event;
    event.who = kFirstBuyer;
    event.text = surname(rehearsal.person().name) + ".";
    event.source = conversation::TextSource::grammar;
    event.body = std::move(said);
    event.state_digest = buyer::digest(rehearsal.state);
    rehearsal.conversation.events.push_back(std::move(event));
}

}  // namespace

Rehearsal start_rehearsal(Play play, Seed seed, Support support) {
    Rehearsal rehearsal;
    rehearsal.conversation.header = header_of(play, seed);
    rehearsal.state = buyer::open(*play.scene, seed);
    rehearsal.casting = buyer::cast(*play.scene, seed);
    rehearsal.play = std::move(play);
    rehearsal.support = support;
    if (rehearsal.scenario().brief.medium == strategy::Medium::phone) pick_up(rehearsal);
    show_cue(rehearsal);
    return rehearsal;
}

}  // namespace praxis::app
