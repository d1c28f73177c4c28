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

std::string_view quoted(std::string_view text, Span span) {
    return span.end <= text.size() ? quote(text, span) : std::string_view();
}

// Each once, in the order in which they came.
void write_topic_names(ObjectWriter& out, const std::vector<TopicSeen>& topics, const Names& names) {
    ListWriter list = out.list("topics");
    for (auto seen = topics.begin(); seen != topics.end(); ++seen) {
        const auto same = [&](const TopicSeen& before) { return before.topic == seen->topic; };
        if (std::none_of(topics.begin(), seen, same)) list.add(name_at(names.topics, seen->topic.value));
    }
}

void write_amount(ObjectWriter& out, const Amount& amount, std::string_view text) {
    out.add("kind", name(amount.kind));
    out.add("value", amount.value);
    out.add("unit", amount.unit);
    out.add("quote", quoted(text, amount.span));
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

void write(ObjectWriter& out, std::string_view key, Span span) {
    out.add_list(key, {span.begin, span.end});
}

void write(ObjectWriter& out, std::string_view key, const std::vector<Span>& spans) {
    ListWriter list = out.list(key);
    for (const Span span : spans) {
        ListWriter pair = list.list();
        pair.add(span.begin);
        pair.add(span.end);
    }
}

void write_acts(ObjectWriter& out, std::string_view key, const Reading& reading, bool credited, std::string_view text,
                ActDetail detail) {
    ListWriter acts = out.list(key);
    for (const ActSeen& seen : reading.acts) {
        if (seen.credited != credited) continue;
        ObjectWriter act = acts.object();
        act.add("act", praxis::name(seen.act));
        act.add("quote", quoted(text, seen.span));
        if (detail >= ActDetail::confidence) act.add("confidence", static_cast<double>(seen.confidence));
        if (detail >= ActDetail::place) write(act, "at", seen.span);
    }
}

void write_topics(ObjectWriter& out, const std::vector<TopicSeen>& topics, const Names& names) {
    ListWriter list = out.list("topics");
    for (const TopicSeen& seen : topics) {
        ObjectWriter topic = list.object();
        topic.add("topic", name_at(names.topics, seen.topic.value));
        write(topic, "at", seen.span);
        topic.add("sentence", seen.sentence);
    }
}

void write_amounts(ObjectWriter& out, const std::vector<Amount>& amounts, std::string_view text) {
    ListWriter list = out.list("amounts");
    for (const Amount& amount : amounts) {
        ObjectWriter one = list.object();
        write_amount(one, amount, text);
        write(one, "at", amount.span);
        one.add("sentence", amount.sentence);
    }
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

void write(ObjectWriter& out, const Reading& reading, std::string_view text, const Names& names) {
    write_acts(out, "acts", reading, true, text, ActDetail::place);
    write_acts(out, "possible", reading, false, text, ActDetail::place);
    write_topics(out, reading.topics, names);
    write_amounts(out, reading.amounts, text);
    write(out, "sentences", reading.sentences);
    ObjectWriter observation = out.object("observation");
    write(observation, reading.observation, names);
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

void write_understood(ObjectWriter& out, const Reading& reading, std::string_view text, const Names& names) {
    write_acts(out, "acts", reading, true, text, ActDetail::confidence);
    write_topic_names(out, reading.topics, names);
    ListWriter amounts = out.list("amounts");
    for (const Amount& amount : reading.amounts) {
        ObjectWriter one = amounts.object();
        write_amount(one, amount, text);
    }
}

}  // namespace praxis::wire
