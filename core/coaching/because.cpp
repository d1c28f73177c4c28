#include <algorithm>

#include "core/coaching/exchange.hpp"
#include "core/strategy/key_phrases.hpp"

namespace praxis::coaching {
namespace {

using foresight::marks::Reason;
using foresight::marks::Why;

constexpr std::size_t kQuoteMost = 120;

bool in_brief(const strategy::ScenarioTopic& topic, const strategy::Brief& brief) {
    strategy::Texts names = topic.words;
    names.push_back(topic.name);
    const strategy::KeyPhrases words(names);
    const auto says = [&](const std::string& text) { return words.first_in(text).has_value(); };
    const auto any = [&](const strategy::Texts& texts) { return std::any_of(texts.begin(), texts.end(), says); };
    return says(brief.title) || says(brief.situation) || says(brief.task) || any(brief.known) || any(brief.offer) ||
           any(brief.terms);
}

bool spoken_of(TopicId topic, const Exchange& until, const Material& m) {
    for (const Exchange& e : m.exchanges) {
        if (e.turn > until.turn) break;
        if (e.topic == topic || e.objection == topic) return true;
        const auto& reading = std::get<conversation::RepSaid>(m.event(e.rep).body).reading;
        const bool rep = std::any_of(reading.topics.begin(), reading.topics.end(),
                                     [&](const TopicSeen& seen) { return seen.topic == topic; });
        const bool told = e.turn < until.turn && std::any_of(e.disclosed.begin(), e.disclosed.end(), [&](FactId id) {
                              return id.value < m.scenario.facts.size() && m.scenario.facts[id.value].topic == topic;
                          });
        if (rep || told) return true;
    }
    return false;
}

std::string words_told(FactId told, const Material& m) {
    if (told.value >= m.scenario.facts.size() || !m.was_told(told)) return {};
    const auto words = words_for(told, m);
    return words && words->quote.size() <= kQuoteMost ? words->quote : std::string();
}

}  // namespace

bool could_name(TopicId topic, const Exchange& at, const Material& m) {
    if (topic.value >= m.scenario.topics.size()) return false;
    const auto& known = m.scenario.facts_known;
    return spoken_of(topic, at, m) ||
           std::any_of(known.begin(), known.end(),
                       [&](FactId id) { return m.scenario.facts[id.value].topic == topic; }) ||
           in_brief(m.scenario.topics[topic.value], m.scenario.brief);
}

std::string because(const Reason& reason, const Exchange& e, const Material& m) {
    if (reason.why == Why::nothing) return {};
    Slots slots;
    if (could_name(reason.topic, e, m)) slots.emplace("topic", m.topic_name(reason.topic));
    if (reason.objection.value < m.scenario.objections.size())
        slots.emplace("objection", m.topic_name(m.scenario.objections[reason.objection.value].topic));
    slots.emplace("said", words_told(reason.told, m));
    std::string phrase = "why." + std::string(name(reason.why));
    if (reason.why == Why::better_there) phrase += "." + std::string(name(reason.instead));
    const std::string text = say_exactly(m.phrases, phrase, slots, m.number(e.turn, 3));
    return gives_away(text, m) ? std::string() : text;
}

}  // namespace praxis::coaching
