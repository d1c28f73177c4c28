// Conversations made by hand, for tests: each call adds what was said and how it was understood or meant. Spans are
// found from the quoted words, so that a typing slip fails at once. Owner: core/behaviour; for tests of any room.
//
//   const auto talk = ConversationBuilder()
//       .rep("What does a stop cost you?").act(Act::implication_question).topic(kDowntime, "stop")
//       .buyer("Eleven grand an hour.").move(BuyerMove::disclose, kCost.value).discloses(kCost).standing({.trust = 40})
//       .ends(EndReason::goodbye, GoalLevel::advanced)
//       .done();
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "core/conversation/event.hpp"

namespace praxis::behaviour {

class ConversationBuilder {
public:
    ConversationBuilder& rep(std::string text) {
        conversation::RepSaid said;
        said.reading.observation.words = words(text);
        said.reading.sentences = sentences(text);
        said.reading.observation.sentences = static_cast<std::uint8_t>(said.reading.sentences.size());
        return say(kRep, ++turn_, std::move(text), std::move(said));
    }

    // Of the last rep turn; without words it is shown by the whole turn.
    ConversationBuilder& act(Act act, std::string_view words = {}) { return add_act(act, words, true); }
    ConversationBuilder& possible(Act act, std::string_view words = {}) { return add_act(act, words, false); }

    ConversationBuilder& topic(TopicId topic, std::string_view words) {
        const Span span = find(words);
        if (auto* said = std::get_if<conversation::BuyerSaid>(&last().body)) {
            said->topics.push_back({topic, span, 0});
            return *this;
        }
        Reading& reading = rep_reading();
        reading.topics.push_back({topic, span, sentence_of(reading, span)});
        if (reading.observation.topic_count < Observation::kTopicsSeen)
            reading.observation.topics[reading.observation.topic_count++] = topic;
        return *this;
    }

    ConversationBuilder& amount(AmountKind kind, double value, std::string unit, std::string_view words) {
        const Span span = find(words);
        if (auto* said = std::get_if<conversation::BuyerSaid>(&last().body)) {
            said->amounts.push_back({kind, value, std::move(unit), span, 0});
            return *this;
        }
        Reading& reading = rep_reading();
        reading.amounts.push_back({kind, value, std::move(unit), span, sentence_of(reading, span)});
        return *this;
    }

    // Flags of the observation: .seen([](Observation& o) { o.trade = true; })
    template <class Change>
    ConversationBuilder& seen(const Change& change) {
        change(rep_reading().observation);
        return *this;
    }

    // A buyer's turn of a rehearsal; of a real call: customer().
    ConversationBuilder& buyer(std::string text) {
        conversation::BuyerSaid said;
        said.intention.emplace();
        said.standing = standing_;
        return say(kFirstBuyer, turn_, std::move(text), std::move(said));
    }

    ConversationBuilder& move(BuyerMove move, std::uint8_t argument = 0xff, std::string_view words = {}) {
        auto& said = buyer_said();
        said.intention->add(move, argument);
        said.spans.push_back(words.empty() ? whole() : find(words));
        said.heard_moves = said.intention->count;
        said.kind = previous_of(move, false);
        return *this;
    }

    ConversationBuilder& heard(int moves) {
        buyer_said().heard_moves = static_cast<std::uint8_t>(moves);
        return *this;
    }

    ConversationBuilder& discloses(FactId fact) {
        buyer_said().disclosed.push_back(fact);
        return *this;
    }

    // After this turn; later turns keep it until it changes again.
    ConversationBuilder& standing(conversation::Standing standing) {
        buyer_said().standing = standing_ = standing;
        return *this;
    }

    ConversationBuilder& customer(std::string text, PreviousKind kind) {
        conversation::BuyerSaid said;
        said.kind = kind;
        return say(kFirstBuyer, turn_, std::move(text), std::move(said));
    }

    ConversationBuilder& timed(std::int64_t begin_ms, std::int64_t end_ms) {
        last().timing = conversation::Timing{begin_ms, end_ms};
        return *this;
    }

    ConversationBuilder& ends(conversation::EndReason reason, strategy::GoalLevel level) {
        return say(kFirstBuyer, turn_, {}, conversation::Ended{reason, level});
    }

    conversation::Conversation done() const { return conversation_; }

private:
    template <class Body>
    ConversationBuilder& say(ParticipantId who, std::uint32_t turn, std::string text, Body body) {
        conversation::Event event;
        event.turn = turn;
        event.who = who;
        event.text = std::move(text);
        event.body = std::move(body);
        conversation_.events.push_back(std::move(event));
        return *this;
    }

    ConversationBuilder& add_act(Act act, std::string_view words, bool credited) {
        Reading& reading = rep_reading();
        const Span span = words.empty() ? whole() : find(words);
        reading.acts.push_back({act, span, credited ? 0.9F : 0.4F, credited});
        Observation& o = reading.observation;
        (credited ? o.acts : o.possible).insert(act);
        if (credited && act == Act::open_question) ++o.open_questions;
        if (credited && act == Act::closed_question) ++o.closed_questions;
        return *this;
    }

    Span find(std::string_view words) {
        const std::size_t at = last().text.find(words);
        if (at == std::string::npos) throw std::invalid_argument("not said: " + std::string(words));
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    }

    static std::uint8_t sentence_of(const Reading& reading, Span span) {
        for (std::size_t i = 0; i < reading.sentences.size(); ++i)
            if (span.begin < reading.sentences[i].end) return static_cast<std::uint8_t>(i);
        return 0;
    }

    static std::uint16_t words(std::string_view text) {
        return static_cast<std::uint16_t>(1 + std::count(text.begin(), text.end(), ' '));
    }

    static std::vector<Span> sentences(std::string_view text) {
        std::vector<Span> found;
        std::uint32_t begin = 0;
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
            if (!stop || (i + 1 < text.size() && text[i + 1] != ' ')) continue;
            found.push_back({begin, i + 1});
            begin = i + 2;
        }
        if (begin < text.size()) found.push_back({begin, static_cast<std::uint32_t>(text.size())});
        return found;
    }

    conversation::Event& last() { return conversation_.events.back(); }
    Reading& rep_reading() { return std::get<conversation::RepSaid>(last().body).reading; }
    conversation::BuyerSaid& buyer_said() { return std::get<conversation::BuyerSaid>(last().body); }
    Span whole() { return {0, static_cast<std::uint32_t>(last().text.size())}; }

    conversation::Conversation conversation_;
    conversation::Standing standing_;
    std::uint32_t turn_ = 0;
};

}  // namespace praxis::behaviour
