#include "wire/conversation/event.hpp"

#include <boost/json/array.hpp>
#include <charconv>

#include "wire/conversation/reading.hpp"
#include "wire/object_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;
using conversation::BuyerSaid;
using conversation::CueShown;
using conversation::Ended;
using conversation::Event;
using conversation::RepSaid;
using conversation::Standing;

constexpr std::uint16_t kEverybody = 0xffff;

std::string hexadecimal(std::uint64_t number) {
    char digits[17] = {};
    const auto end = std::to_chars(digits, digits + 16, number, 16).ptr;
    return std::string(16 - static_cast<std::size_t>(end - digits), '0') + std::string(digits, end);
}

void write(ObjectWriter& out, const Standing& standing) {
    out.add("trust", standing.trust);
    out.add("interest", standing.interest);
    out.add("patience", standing.patience);
    out.add("value", standing.value);
    out.add("clarity", standing.clarity);
    out.add("urgency", standing.urgency);
    out.add("stage", strategy::name(standing.stage));
}

Standing standing_from(const json::object& object, std::string& complaint) {
    ObjectReader fields(object, complaint);
    Standing standing;
    standing.trust = fields.whole<std::uint8_t>("trust");
    standing.interest = fields.whole<std::uint8_t>("interest");
    standing.patience = fields.whole<std::uint8_t>("patience");
    standing.value = fields.whole<std::uint8_t>("value");
    standing.clarity = fields.whole<std::uint8_t>("clarity");
    standing.urgency = fields.whole<std::uint8_t>("urgency");
    standing.stage = fields.named("stage", strategy::named<strategy::Stage>);
    return standing;
}

// The words of a plan, and apart from them its arguments as bare numbers: a slug could tell what is still closed.
void write_plan(ObjectWriter& out, const Intention& plan) {
    {
        ListWriter moves = out.list("moves");
        for (int i = 0; i < plan.count; ++i) moves.add(praxis::name(plan.moves[i].move));
    }
    {
        ListWriter arguments = out.list("arguments");
        for (int i = 0; i < plan.count; ++i) arguments.add(plan.moves[i].argument);
    }
    out.add_list("mood", {plan.mood.warmth, plan.mood.patience, plan.mood.interest});
    if (plan.ends) out.add("ends", true);
}

std::optional<std::uint8_t> small_number(const json::value& value) {
    json::error_code error;
    const auto number = value.to_number<std::uint8_t>(error);
    return error ? std::nullopt : std::optional(number);
}

Mood mood_from(ObjectReader& fields) {
    Mood mood;
    const json::array* list = fields.list("mood");
    if (!list) return mood;
    if (list->size() != 3) {
        fields.complain("mood", "must be [warmth, patience, interest]");
        return mood;
    }
    mood.warmth = small_number((*list)[0]).value_or(2);
    mood.patience = small_number((*list)[1]).value_or(4);
    mood.interest = small_number((*list)[2]).value_or(2);
    return mood;
}

std::optional<Intention> plan_from(ObjectReader& fields) {
    const json::array* moves = fields.list("moves");
    if (!moves) return std::nullopt;
    const json::array* arguments = fields.list("arguments");
    Intention plan;
    if (moves->size() > Intention::kMovesMax || (arguments && arguments->size() != moves->size())) {
        fields.complain("moves", "must be at most three, with as many arguments");
        return plan;
    }
    for (std::size_t i = 0; i < moves->size(); ++i) {
        const json::value& word = (*moves)[i];
        const auto move = word.is_string() ? buyer_move_named(std::string_view(word.get_string())) : std::nullopt;
        const auto argument = arguments ? small_number((*arguments)[i]) : std::optional<std::uint8_t>(0xff);
        if (!move || !argument) fields.complain("moves", "holds something that is no move");
        if (move) plan.add(*move, argument.value_or(0xff));
    }
    plan.mood = mood_from(fields);
    plan.ends = fields.flag("ends");
    return plan;
}

void write_disclosed(ObjectWriter& out, const std::vector<FactId>& facts, const Names& names) {
    ListWriter disclosed = out.list("disclosed");
    for (const FactId fact : facts) disclosed.add(name_at(names.facts, fact.value));
}

void write(ObjectWriter& out, const BuyerSaid& said, std::string_view text, const Names& names) {
    out.add("kind", praxis::name(said.kind));
    if (said.intention) write_plan(out, *said.intention);
    write_disclosed(out, said.disclosed, names);
    write(out, "spans", said.spans);
    out.add("heard_moves", said.heard_moves);
    if (!said.topics.empty()) write_topics(out, said.topics, names);
    if (!said.amounts.empty()) write_amounts(out, said.amounts, text);
    if (!said.intention) return;
    ObjectWriter standing = out.object("standing");
    write(standing, said.standing);
}

BuyerSaid buyer_said_from(ObjectReader& fields, const Names& names, std::string& complaint) {
    BuyerSaid said;
    said.kind = fields.named("kind", previous_kind_named);
    said.intention = plan_from(fields);
    said.heard_moves = fields.whole<std::uint8_t>("heard_moves");
    if (const json::array* list = fields.list("disclosed"))
        for (const json::value& item : *list) {
            const auto fact =
                item.is_string() ? index_of(names.facts, std::string_view(item.get_string())) : std::nullopt;
            if (fact)
                said.disclosed.push_back(FactId{*fact});
            else
                fields.complain("disclosed", "names a fact that this scenario does not have");
        }
    if (const json::array* list = fields.list("spans"))
        for (const json::value& item : *list) said.spans.push_back(span_from(item).value_or(Span{}));
    if (const json::array* list = fields.list("topics")) said.topics = topics_from(*list, names, complaint);
    if (const json::array* list = fields.list("amounts")) said.amounts = amounts_from(*list, complaint);
    if (const json::object* standing = fields.object("standing")) said.standing = standing_from(*standing, complaint);
    return said;
}

void write(ObjectWriter& out, const Ended& ended, const strategy::Scenario& scenario) {
    out.add("outcome", strategy::name(ended.level));
    out.add("reason", conversation::name(ended.reason));
    out.add("goal", scenario.goals.text);
    ListWriter levels = out.list("levels");
    bool reached = false;
    for (const strategy::GoalRule& rule : scenario.goals.levels) {
        reached = reached || rule.level == ended.level;
        ObjectWriter level = levels.object();
        level.add("level", strategy::name(rule.level));
        level.add("reached", reached);
    }
}

std::uint64_t digest_from(ObjectReader& fields) {
    const std::string digits = fields.text("digest");
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    if (error != std::errc{} && !digits.empty()) fields.complain("digest", "must be 16 hexadecimal digits");
    return end == digits.data() + digits.size() ? number : 0;
}

std::optional<conversation::Timing> timing_from(ObjectReader& fields, std::string_view name = "time_ms") {
    const json::array* pair = fields.list(name);
    if (!pair) return std::nullopt;
    json::error_code bad_begin, bad_end;
    if (pair->size() == 2) {
        const auto begin = (*pair)[0].to_number<std::int64_t>(bad_begin);
        const auto end = (*pair)[1].to_number<std::int64_t>(bad_end);
        if (!bad_begin && !bad_end) return conversation::Timing{begin, end};
    }
    fields.complain(name, "must be [begin, end] in milliseconds");
    return std::nullopt;
}

void write(ObjectWriter& out, std::string_view key, conversation::Timing timing) {
    out.add_list(key, {timing.begin_ms, timing.end_ms});
}

void write(ObjectWriter& out, const conversation::Delivery& delivery) {
    out.add("pauses", delivery.pauses);
    out.add("pause_ms", delivery.pause_ms);
    if (delivery.loudness) out.add("loudness", *delivery.loudness);
    if (delivery.pitch_semitones) out.add("pitch_semitones", *delivery.pitch_semitones);
    if (delivery.answer_heard) write(out, "answer_heard_ms", *delivery.answer_heard);
}

void write(ObjectWriter& out, const RepSaid& said, std::string_view text, const Names& names) {
    write(out, said.reading, text, names);
    if (!said.delivery) return;
    ObjectWriter delivery = out.object("delivery");
    write(delivery, *said.delivery);
}

std::optional<double> real_in(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_number() ? std::optional(value->to_number<double>()) : std::nullopt;
}

std::optional<conversation::Delivery> delivery_from(ObjectReader& fields, std::string& complaint) {
    const json::object* object = fields.object("delivery");
    if (!object) return std::nullopt;
    ObjectReader inner(*object, complaint);
    conversation::Delivery delivery;
    delivery.pauses = inner.whole<int>("pauses");
    delivery.pause_ms = inner.whole<int>("pause_ms");
    delivery.loudness = real_in(*object, "loudness");
    delivery.pitch_semitones = real_in(*object, "pitch_semitones");
    delivery.answer_heard = timing_from(inner, "answer_heard_ms");
    return delivery;
}

std::string_view word_for(const Event& event) {
    struct Visitor {
        std::string_view operator()(const RepSaid&) { return "rep_said"; }
        std::string_view operator()(const BuyerSaid&) { return "buyer_said"; }
        std::string_view operator()(const CueShown&) { return "cue"; }
        std::string_view operator()(const Ended&) { return "ended"; }
    };
    return std::visit(Visitor{}, event.body);
}

}  // namespace

void write(ObjectWriter& out, const Event& event, const strategy::Scenario& scenario, const Names& names) {
    out.add("event", word_for(event));
    out.add("turn", event.turn);
    out.add("who", event.who.value);
    if (event.audience != kEverybody) out.add("audience", event.audience);
    if (!event.text.empty()) out.add("text", event.text);
    if (event.source != conversation::TextSource::person) out.add("source", conversation::name(event.source));
    if (event.timing) write(out, "time_ms", *event.timing);
    if (const auto* said = std::get_if<RepSaid>(&event.body)) write(out, *said, event.text, names);
    if (const auto* said = std::get_if<BuyerSaid>(&event.body)) write(out, *said, event.text, names);
    if (const auto* shown = std::get_if<CueShown>(&event.body)) out.add("cue", shown->cue);
    if (const auto* ended = std::get_if<Ended>(&event.body)) write(out, *ended, scenario);
    if (event.state_digest) out.add("digest", hexadecimal(event.state_digest));
}

Event event_from(const json::object& object, const Names& names, std::string& complaint) {
    ObjectReader fields(object, complaint);
    Event event;
    event.turn = fields.whole<std::uint32_t>("turn");
    event.who = ParticipantId{fields.whole<std::uint8_t>("who")};
    event.audience = fields.whole<std::uint16_t>("audience", kEverybody);
    event.text = fields.text("text");
    if (fields.has("source")) event.source = fields.named("source", conversation::text_source_named);
    event.timing = timing_from(fields);
    event.state_digest = digest_from(fields);
    const std::string word = fields.text("event", true);
    if (word == "rep_said")
        event.body = RepSaid{reading_from(object, event.text, names, complaint), delivery_from(fields, complaint)};
    if (word == "buyer_said") event.body = buyer_said_from(fields, names, complaint);
    if (word == "cue") event.body = CueShown{fields.text("cue", true)};
    if (word == "ended")
        event.body = Ended{fields.named("reason", conversation::end_reason_named),
                           fields.named("outcome", strategy::named<strategy::GoalLevel>)};
    return event;
}

}  // namespace praxis::wire
