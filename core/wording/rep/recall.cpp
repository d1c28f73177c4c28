#include "core/wording/rep/recall.hpp"

#include <algorithm>

#include "core/wording/rep/reported.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

using conversation::BuyerSaid;

class Listener {
public:
    explicit Listener(const strategy::Scenario& scenario) : scenario_(scenario) {
        for (const FactId fact : scenario.facts_known)
            if (!scenario.facts[fact.value].fact.full.empty()) hear(fact, 0, scenario.facts[fact.value].fact.full[0]);
    }

    void take(const conversation::Event& event, const BuyerSaid& said) {
        if (!said.intention) return;
        const int moves = std::min<int>({said.heard_moves, said.intention->count, static_cast<int>(said.spans.size())});
        for (int i = 0; i < moves; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (said.spans[at].end <= event.text.size())
                take(said.intention->moves[at], event.turn, quote(event.text, said.spans[at]));
        }
    }

    Recall done() && { return std::move(heard_); }

private:
    void take(PlannedMove move, std::uint32_t turn, std::string_view words) {
        using enum BuyerMove;
        switch (move.move) {
            case disclose:
            case disclose_short: return hear(move.fact(), turn, words);
            case object:
            case object_again: return keep(heard_.objection, move.objection(), words);
            case object_cause: return keep(heard_.cause, move.objection(), words);
            default: return;
        }
    }

    // Told in full after it was told briefly, the fuller words are the ones to take up.
    void hear(FactId id, std::uint32_t turn, std::string_view words) {
        if (id.value >= scenario_.facts.size()) return;
        const strategy::ScenarioFact& fact = scenario_.facts[id.value];
        std::erase_if(heard_.told, [id](const Told& told) { return told.fact == id; });
        Told told{id, turn, "", "", ""};
        for (const std::string& key : fact.fact.key) {
            if (!told.key.empty()) break;
            told.key = as_said(words, key);
            told.sentence = sentence_with(words, key);
            told.words = mouthful_with(told.sentence, key);
        }
        if (told.sentence.empty()) {
            const auto sentences = sentences_of(words);
            if (!sentences.empty()) told.sentence = sentences.back();
        }
        heard_.told.push_back(std::move(told));
        if (!fact.topic.none() && !heard_.knows(fact.topic)) heard_.named.push_back(fact.topic);
    }

    static void keep(std::array<std::string, kObjectionsMax>& where, ObjectionId id, std::string_view words) {
        if (id.value < where.size() && where[id.value].empty()) where[id.value] = words;
    }

    const strategy::Scenario& scenario_;
    Recall heard_;
};

}  // namespace

bool Recall::knows(TopicId topic) const {
    return std::ranges::find(named, topic) != named.end();
}

Recall recall(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
              std::uint32_t before) {
    Listener listener(scenario);
    for (const conversation::Event& event : conversation.events)
        if (const auto* said = std::get_if<BuyerSaid>(&event.body); said && event.turn < before)
            listener.take(event, *said);
    return std::move(listener).done();
}

bool gives_away(std::string_view text, const Recall& heard, const strategy::Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
        if (std::ranges::any_of(heard.told, [i](const Told& told) { return told.fact.value == i; })) continue;
        for (const std::string& key : scenario.facts[i].fact.key)
            if (has_phrase(text, key)) return true;
    }
    return false;
}

}  // namespace praxis::wording::rep
