#include "app/rehearsal/understand.hpp"

#include <vector>

namespace praxis::app {
namespace {

constexpr std::size_t kRemembered_turns = 3;

std::vector<std::string_view> last_buyer_turns(const conversation::Conversation& conversation, std::uint32_t before) {
    std::vector<std::string_view> heard;
    for (auto event = conversation.events.rbegin(); event != conversation.events.rend(); ++event) {
        if (event->turn >= before || !std::holds_alternative<conversation::BuyerSaid>(event->body)) continue;
        heard.insert(heard.begin(), event->text);
        if (heard.size() == kRemembered_turns) break;
    }
    return heard;
}

}  // namespace

Reading understand(const Point& at, std::string_view text) {
    language::Context context{};
    context.previous = buyer::previous(at.state);
    context.heard = last_buyer_turns(at.conversation, at.turn);
    context.objection_open = buyer::objection_open(at.state);
    context.refused = buyer::refused(at.state);
    context.expertise = at.play.scenario->people[at.state.person].persona.expertise;
    return at.play.tongue.reader->read(text, context, *at.play.lexicon);
}

}  // namespace praxis::app
