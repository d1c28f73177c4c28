#include "wire/conversation/reading.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "wire/conversation/observation.hpp"
#include "wire/object_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> kAmountKinds = {"money", "number", "percent", "duration", "date"};

std::string quoted(std::string_view text, Span span) {
    return span.end <= text.size() ? std::string(quote(text, span)) : std::string();
}

json::object object_of(const ActSeen& seen, std::string_view text, bool with_place) {
    json::object act{{"act", praxis::name(seen.act)},
                     {"quote", quoted(text, seen.span)},
                     {"confidence", static_cast<double>(seen.confidence)}};
    if (with_place) act["at"] = to_json(seen.span);
    return act;
}

json::array acts_where(const Reading& reading, bool credited, std::string_view text, bool with_place) {
    json::array list;
    for (const ActSeen& seen : reading.acts)
        if (seen.credited == credited) list.push_back(object_of(seen, text, with_place));
    return list;
}

void read_acts(ObjectReader& fields, std::string_view key, bool credited, std::string& complaint, Reading& reading) {
    const json::array* list = fields.list(key);
    if (!list) return;
    for (const json::value& item : *list) {
        if (!item.is_object()) return fields.complain(key, "must hold objects");
        ObjectReader act(item.get_object(), complaint);
        ActSeen seen;
        seen.act = act.named("act", act_named);
        seen.span = act.span("at").value_or(Span{});
        seen.confidence = static_cast<float>(act.real("confidence"));
        seen.credited = credited;
        reading.acts.push_back(seen);
    }
}

void read_sentences(ObjectReader& fields, Reading& reading) {
    const json::array* list = fields.list("sentences");
    if (!list) return;
    for (const json::value& item : *list) {
        const auto span = span_from(item);
        if (!span) return fields.complain("sentences", "must hold [begin, end] pairs");
        reading.sentences.push_back(*span);
    }
}

bool within(std::string_view text, const Reading& reading) {
    const auto fits = [&](const auto& seen) { return seen.span.end <= text.size(); };
    return std::all_of(reading.acts.begin(), reading.acts.end(), fits) &&
           std::all_of(reading.topics.begin(), reading.topics.end(), fits) &&
           std::all_of(reading.amounts.begin(), reading.amounts.end(), fits) &&
           std::all_of(reading.sentences.begin(), reading.sentences.end(),
                       [&](Span span) { return span.end <= text.size(); });
}

}  // namespace

std::string_view name(AmountKind kind) {
    return kAmountKinds[static_cast<std::size_t>(kind)];
}

std::optional<AmountKind> amount_kind_named(std::string_view wanted) {
    const auto found = std::find(kAmountKinds.begin(), kAmountKinds.end(), wanted);
    if (found == kAmountKinds.end()) return std::nullopt;
    return static_cast<AmountKind>(found - kAmountKinds.begin());
}

json::array to_json(const std::vector<TopicSeen>& topics, const Names& names) {
    json::array list;
    for (const TopicSeen& seen : topics)
        list.push_back(json::object{{"topic", name_at(names.topics, seen.topic.value)},
                                    {"at", to_json(seen.span)},
                                    {"sentence", seen.sentence}});
    return list;
}

json::array to_json(const std::vector<Amount>& amounts, std::string_view text) {
    json::array list;
    for (const Amount& amount : amounts)
        list.push_back(json::object{{"kind", name(amount.kind)},
                                    {"value", amount.value},
                                    {"unit", amount.unit},
                                    {"quote", quoted(text, amount.span)},
                                    {"at", to_json(amount.span)},
                                    {"sentence", amount.sentence}});
    return list;
}

std::vector<TopicSeen> topics_from(const json::array& list, const Names& names, std::string& complaint) {
    std::vector<TopicSeen> topics;
    for (const json::value& item : list) {
        if (!item.is_object()) continue;
        ObjectReader fields(item.get_object(), complaint);
        const std::string slug = fields.text("topic", true);
        const auto index = index_of(names.topics, slug);
        if (!index) fields.complain("topic", "is '" + slug + "', which this scenario does not have");
        topics.push_back({TopicId{index.value_or(TopicId::kNoneValue)}, fields.span("at").value_or(Span{}),
                          fields.whole<std::uint8_t>("sentence")});
    }
    return topics;
}

std::vector<Amount> amounts_from(const json::array& list, std::string& complaint) {
    std::vector<Amount> amounts;
    for (const json::value& item : list) {
        if (!item.is_object()) continue;
        ObjectReader fields(item.get_object(), complaint);
        Amount amount;
        amount.kind = fields.named("kind", amount_kind_named);
        amount.value = fields.real("value");
        amount.unit = fields.text("unit");
        amount.span = fields.span("at").value_or(Span{});
        amount.sentence = fields.whole<std::uint8_t>("sentence");
        amounts.push_back(std::move(amount));
    }
    return amounts;
}

json::object to_json(const Reading& reading, std::string_view text, const Names& names) {
    json::array sentences;
    for (const Span span : reading.sentences) sentences.push_back(to_json(span));
    return {{"acts", acts_where(reading, true, text, true)},
            {"possible", acts_where(reading, false, text, true)},
            {"topics", to_json(reading.topics, names)},
            {"amounts", to_json(reading.amounts, text)},
            {"sentences", std::move(sentences)},
            {"observation", to_json(reading.observation, names)}};
}

Reading reading_from(const json::object& object, std::string_view text, const Names& names, std::string& complaint) {
    ObjectReader fields(object, complaint);
    Reading reading;
    read_acts(fields, "acts", true, complaint, reading);
    read_acts(fields, "possible", false, complaint, reading);
    std::stable_sort(reading.acts.begin(), reading.acts.end(),
                     [](const ActSeen& a, const ActSeen& b) { return a.act < b.act; });
    if (const json::array* list = fields.list("topics")) reading.topics = topics_from(*list, names, complaint);
    if (const json::array* list = fields.list("amounts")) reading.amounts = amounts_from(*list, complaint);
    read_sentences(fields, reading);
    if (const json::object* seen = fields.object("observation"))
        reading.observation = observation_from(*seen, names, complaint);
    if (!within(text, reading)) fields.complain("acts", "quote beyond the end of the text");
    return reading;
}

json::object to_understood(const Reading& reading, std::string_view text, const Names& names) {
    json::array topics, amounts;
    for (const TopicSeen& seen : reading.topics) {
        const json::value slug(name_at(names.topics, seen.topic.value));
        if (std::find(topics.begin(), topics.end(), slug) == topics.end()) topics.push_back(slug);
    }
    for (const Amount& amount : reading.amounts)
        amounts.push_back(json::object{{"kind", name(amount.kind)},
                                       {"value", amount.value},
                                       {"unit", amount.unit},
                                       {"quote", quoted(text, amount.span)}});
    return {{"acts", acts_where(reading, true, text, false)},
            {"topics", std::move(topics)},
            {"amounts", std::move(amounts)}};
}

}  // namespace praxis::wire
