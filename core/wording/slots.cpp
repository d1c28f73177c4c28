#include "core/wording/slots.hpp"

#include "core/wording/amount.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording {
namespace {

using Value = std::optional<std::string>;

Value non_empty(std::string text) {
    return text.empty() ? Value{} : Value{std::move(text)};
}

Value topic_name(const Moment& moment, TopicId topic) {
    const auto& topics = moment.scenario().topics;
    return topic.value < topics.size() ? non_empty(topics[topic.value].name) : Value{};
}

std::string first_name(const std::string& name) {
    return name.substr(0, name.find(' '));
}

// Whom this buyer would ask about the topic of the move.
Value role_to_ask(const Moment& moment) {
    const TopicId topic = topic_of(moment);
    for (const auto& fact : moment.scenario().facts) {
        if (fact.known_to_role || fact.topic != topic || fact.ask_role.empty()) continue;
        const bool bare = moment.grammar.is_department(fact.ask_role);
        return bare ? fact.ask_role : "the " + fact.ask_role;
    }
    return std::nullopt;
}

Value amount_heard(const Moment& moment) {
    for (int i = 0; i < moment.heard.amount_count && i < Observation::kAmountsSeen; ++i)
        if (auto words = spoken(moment.heard.amounts[static_cast<std::size_t>(i)])) return words;
    return std::nullopt;
}

bool sentence_begins(std::string_view before) {
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.empty() || before.ends_with('.') || before.ends_with('?') || before.ends_with('!') ||
           before.ends_with("…");
}

Value fitted(std::string_view slot, std::string value, std::string_view before, const Grammar& grammar) {
    if (sentence_begins(before)) return capitalised(std::move(value));
    if (slot != name(Slot::brief)) return value;
    if (!grammar.joinable(value)) return std::nullopt;
    return grammar.after_lead(std::move(value));
}

Value& slot(Filling& filling, Slot which) {
    return filling[static_cast<std::size_t>(which)];
}

}  // namespace

Filling filling_of(const Moment& moment) {
    Filling filling;
    const TopicId first_heard = moment.heard.topic_count > 0 ? moment.heard.topics[0] : TopicId{};
    slot(filling, Slot::topic) = topic_name(moment, topic_of(moment));
    if (const auto* fact = fact_of(moment)) slot(filling, Slot::fact_topic) = topic_name(moment, fact->topic);
    slot(filling, Slot::heard) = topic_name(moment, first_heard);
    slot(filling, Slot::role) = role_to_ask(moment);
    slot(filling, Slot::name) = non_empty(moment.speaker.person.name);
    slot(filling, Slot::first) = non_empty(first_name(moment.speaker.person.name));
    slot(filling, Slot::company) = non_empty(moment.speaker.person.company);
    slot(filling, Slot::rep_name) = non_empty(moment.speaker.rep_name);
    slot(filling, Slot::amount) = amount_heard(moment);
    return filling;
}

std::optional<std::string> fill(const Line& line, const Filling& filling, const Grammar& grammar) {
    std::string text;
    std::string_view rest = line.text;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        text += rest.substr(0, open);
        const std::size_t close = rest.find('}', open);
        const std::string_view which = rest.substr(open + 1, close - open - 1);
        rest.remove_prefix(close + 1);
        for (int i = 0; i < kSlotCount; ++i) {
            if (name(static_cast<Slot>(i)) != which) continue;
            const Value& value = filling[static_cast<std::size_t>(i)];
            const Value fit = value ? fitted(which, *value, text, grammar) : std::nullopt;
            if (!fit) return std::nullopt;
            text += *fit;
        }
    }
    return text += rest;
}

}  // namespace praxis::wording
