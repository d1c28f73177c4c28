#include "app/rehearsal/recorded/verify_conversation.hpp"

#include <algorithm>
#include <cmath>

#include "app/rehearsal/break_in.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/base/digest.hpp"

namespace praxis::app {
namespace {

using conversation::BuyerSaid;
using conversation::Ended;
using conversation::RepSaid;

constexpr float kConfidenceStep = 0.001F;  // the log keeps three decimals

std::vector<const conversation::Event*> without_cues(const conversation::Conversation& conversation) {
    std::vector<const conversation::Event*> events;
    for (const conversation::Event& event : conversation.events)
        if (!std::holds_alternative<conversation::CueShown>(event.body)) events.push_back(&event);
    return events;
}

std::string acts_text(const Reading& reading) {
    std::string text;
    for (const ActSeen& seen : reading.acts)
        if (seen.credited) text += (text.empty() ? "" : " ") + std::string(name(seen.act));
    return text;
}

bool same(const ActSeen& a, const ActSeen& b) {
    return a.act == b.act && a.span == b.span && a.credited == b.credited &&
           std::abs(a.confidence - b.confidence) <= kConfidenceStep;
}

std::string moves_text(const std::optional<Intention>& intention) {
    std::string text;
    for (int i = 0; intention && i < intention->count; ++i)
        text += (i ? " " : "") + std::string(name(intention->moves[i].move));
    return text;
}

std::string end_text(const Ended& ended) {
    return std::string(strategy::name(ended.level)) + ", " + std::string(conversation::name(ended.reason));
}

class Comparison {
public:
    explicit Comparison(Verification& verification) : verification_(verification) {}

    void compare(const conversation::Event& recorded, const conversation::Event& again) {
        ++verification_.events;
        turn_ = recorded.turn;
        if (recorded.body.index() != again.body.index()) return differ("the kind of event", "", "");
        if (recorded.text != again.text) differ("the words", recorded.text, again.text);
        if (const auto* said = std::get_if<RepSaid>(&recorded.body)) rep(*said, std::get<RepSaid>(again.body));
        if (const auto* said = std::get_if<BuyerSaid>(&recorded.body)) buyer(*said, std::get<BuyerSaid>(again.body));
        if (const auto* ended = std::get_if<Ended>(&recorded.body)) end(*ended, std::get<Ended>(again.body));
        if (recorded.state_digest != again.state_digest)
            differ("the state of the mind", Digest().add(recorded.state_digest).hex(),
                   Digest().add(again.state_digest).hex());
    }

    void missing(std::uint32_t turn, bool recorded) {
        turn_ = turn;
        differ("the number of events", recorded ? "an event more" : "", recorded ? "" : "an event more");
    }

private:
    void differ(std::string what, std::string recorded, std::string again) {
        verification_.mismatches.push_back({turn_, std::move(what), std::move(recorded), std::move(again)});
    }
    void rep(const RepSaid& recorded, const RepSaid& again) {
        const auto& a = recorded.reading.acts;
        const auto& b = again.reading.acts;
        if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same))
            differ("what was understood", acts_text(recorded.reading), acts_text(again.reading));
    }
    void buyer(const BuyerSaid& recorded, const BuyerSaid& again) {
        if (recorded.intention != again.intention)
            differ("what the buyer meant", moves_text(recorded.intention), moves_text(again.intention));
        if (recorded.disclosed != again.disclosed)
            differ("what was disclosed", std::to_string(recorded.disclosed.size()) + " facts",
                   std::to_string(again.disclosed.size()) + " facts");
        if (!(recorded.standing == again.standing))
            differ("how the buyer stands", "trust " + std::to_string(recorded.standing.trust),
                   "trust " + std::to_string(again.standing.trust));
    }
    void end(const Ended& recorded, const Ended& again) {
        if (recorded.level != again.level || recorded.reason != again.reason)
            differ("how it ended", end_text(recorded), end_text(again));
    }

    Verification& verification_;
    std::uint32_t turn_ = 0;
};

Rehearsal play_again(const Play& play, const std::vector<const conversation::Event*>& recorded, Seed seed) {
    Rehearsal again = start_rehearsal(play, seed, Support::silent);
    for (const conversation::Event* event : recorded) {
        if (again.over) break;
        if (std::holds_alternative<RepSaid>(event->body)) take_turn(again, event->text);
        if (const auto* said = std::get_if<BuyerSaid>(&event->body); said && event->turn > 0)
            break_in_after(again, said->heard_moves);
        if (std::holds_alternative<Ended>(event->body)) end_rehearsal(again);
    }
    return again;
}

}  // namespace

Verification verify_conversation(const Play& play, const conversation::Conversation& recorded) {
    const std::vector<const conversation::Event*> events = without_cues(recorded);
    const Rehearsal again = play_again(play, events, recorded.header.seed);
    const std::vector<const conversation::Event*> regenerated = without_cues(again.conversation);
    Verification verification;
    Comparison comparison(verification);
    const std::size_t both = std::min(events.size(), regenerated.size());
    for (std::size_t i = 0; i < both; ++i) comparison.compare(*events[i], *regenerated[i]);
    if (events.size() > both) comparison.missing(events[both]->turn, true);
    if (regenerated.size() > both) comparison.missing(regenerated[both]->turn, false);
    return verification;
}

}  // namespace praxis::app
