#include "wire/conversation/observation.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "wire/conversation/reading.hpp"
#include "wire/object_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

struct NamedFlag {
    std::string_view key;
    bool Observation::*member;
};
constexpr NamedFlag kFlags[] = {
    {"negated", &Observation::negated},
    {"yes_no", &Observation::yes_no},
    {"phatic", &Observation::phatic},
    {"gives_reason", &Observation::gives_reason},
    {"invites_doubt", &Observation::invites_doubt},
    {"checks_back", &Observation::checks_back},
    {"refers_back", &Observation::refers_back},
    {"wrong_recap", &Observation::wrong_recap},
    {"overclaim", &Observation::overclaim},
    {"limit_admitted", &Observation::limit_admitted},
    {"trade", &Observation::trade},
    {"disparages", &Observation::disparages},
    {"dismisses", &Observation::dismisses},
    {"recommends", &Observation::recommends},
    {"disqualifies", &Observation::disqualifies},
    {"names_owner", &Observation::names_owner},
    {"names_date", &Observation::names_date},
    {"quotes_price", &Observation::quotes_price},
};

constexpr std::array<std::string_view, kAskedCount> kAsked = {"nothing",  "yes-no",    "willing",  "choice",
                                                              "how-much", "how-often", "how-long", "when",
                                                              "who",      "why",       "opinion",  "what"};

std::optional<Asked> asked_named(std::string_view name) {
    const auto found = std::ranges::find(kAsked, name);
    if (found == kAsked.end()) return std::nullopt;
    return static_cast<Asked>(found - kAsked.begin());
}

struct NamedCount {
    std::string_view key;
    std::uint8_t Observation::*member;
};
constexpr NamedCount kCounts[] = {
    {"open_questions", &Observation::open_questions},
    {"closed_questions", &Observation::closed_questions},
    {"overlap", &Observation::overlap},
    {"unknown_words", &Observation::unknown_words},
    {"sentences", &Observation::sentences},
};

void write(ObjectWriter& out, std::string_view key, ActSet acts) {
    if (acts.empty()) return;
    ListWriter list = out.list(key);
    for (int i = 0; i < kActCount; ++i)
        if (acts.has(static_cast<Act>(i))) list.add(praxis::name(static_cast<Act>(i)));
}

ActSet acts_from(ObjectReader& fields, std::string_view key) {
    ActSet acts;
    const json::array* list = fields.list(key);
    if (!list) return acts;
    for (const json::value& item : *list) {
        const auto act = item.is_string() ? act_named(std::string_view(item.get_string())) : std::nullopt;
        if (act)
            acts.insert(*act);
        else
            fields.complain(key, "holds something that is no act");
    }
    return acts;
}

void write_groups(ObjectWriter& out, const Observation& seen) {
    const auto nothing = [](std::uint8_t percent) { return percent == 0; };
    if (std::ranges::all_of(seen.groups, nothing)) return;
    ObjectWriter groups = out.object("groups");
    for (int i = 0; i < kActGroupCount; ++i)
        if (seen.groups[i]) groups.add(praxis::name(static_cast<ActGroup>(i)), seen.groups[i]);
}

void write_heard_topics(ObjectWriter& out, const Observation& seen, const Names& names) {
    if (seen.topic_count == 0) return;
    ListWriter topics = out.list("topics");
    for (int i = 0; i < seen.topic_count; ++i) topics.add(name_at(names.topics, seen.topics[i].value));
}

void write_heard_amounts(ObjectWriter& out, const Observation& seen, const Names& names) {
    if (seen.amount_count == 0) return;
    ListWriter amounts = out.list("amounts");
    for (int i = 0; i < seen.amount_count; ++i) {
        const HeardAmount& heard = seen.amounts[i];
        ObjectWriter amount = amounts.object();
        amount.add("kind", name(heard.kind));
        amount.add("milli", heard.milli);
        if (!heard.topic.none()) amount.add("topic", name_at(names.topics, heard.topic.value));
        if (heard.matches_fact) amount.add("matches_fact", true);
    }
}

TopicId topic_from(std::string_view slug, const Names& names, ObjectReader& fields, std::string_view key) {
    const auto index = index_of(names.topics, slug);
    if (!index) fields.complain(key, "names the topic '" + std::string(slug) + "', which this scenario does not have");
    return index ? TopicId{*index} : TopicId{};
}

void read_topics(ObjectReader& fields, const Names& names, Observation& seen) {
    const json::array* topics = fields.list("topics");
    if (!topics) return;
    if (topics->size() > Observation::kTopicsSeen) return fields.complain("topics", "has too many entries");
    for (const json::value& item : *topics) {
        const std::string slug = item.is_string() ? std::string(item.get_string()) : std::string();
        seen.topics[seen.topic_count++] = topic_from(slug, names, fields, "topics");
    }
}

void read_amounts(ObjectReader& fields, const Names& names, std::string& complaint, Observation& seen) {
    const json::array* amounts = fields.list("amounts");
    if (!amounts) return;
    if (amounts->size() > Observation::kAmountsSeen) return fields.complain("amounts", "has too many entries");
    for (const json::value& item : *amounts) {
        if (!item.is_object()) return fields.complain("amounts", "must hold objects");
        ObjectReader amount(item.get_object(), complaint);
        HeardAmount heard;
        heard.kind = amount.named("kind", amount_kind_named);
        heard.milli = amount.whole<std::int64_t>("milli");
        heard.matches_fact = amount.flag("matches_fact");
        if (amount.has("topic")) heard.topic = topic_from(amount.text("topic"), names, amount, "topic");
        seen.amounts[seen.amount_count++] = heard;
    }
}

void read_groups(ObjectReader& fields, std::string& complaint, Observation& seen) {
    const json::object* groups = fields.object("groups");
    if (!groups) return;
    ObjectReader percent(*groups, complaint);
    for (int i = 0; i < kActGroupCount; ++i)
        seen.groups[i] = percent.whole<std::uint8_t>(praxis::name(static_cast<ActGroup>(i)));
}

// What the words point at stays bare numbers: a log that a rep can read names nothing that is closed.
template <class Ids>
void write_ids(ObjectWriter& out, std::string_view key, const Ids& ids) {
    const auto none = [](auto id) { return id.none(); };
    if (std::ranges::all_of(ids, none)) return;
    ListWriter numbers = out.list(key);
    for (const auto id : ids)
        if (!id.none()) numbers.add(id.value);
}

template <class Ids>
void read_ids(ObjectReader& fields, std::string_view key, Ids& ids) {
    const json::array* numbers = fields.list(key);
    if (!numbers) return;
    if (numbers->size() > ids.size()) return fields.complain(key, "has too many entries");
    for (std::size_t i = 0; i < numbers->size(); ++i) {
        const json::value& number = (*numbers)[i];
        if (!number.is_int64() || number.get_int64() < 0 || number.get_int64() > 0xff)
            return fields.complain(key, "must hold small numbers");
        ids[i] = {static_cast<std::uint8_t>(number.get_int64())};
    }
}

}  // namespace

void write(ObjectWriter& out, const Observation& seen, const Names& names) {
    write(out, "acts", seen.acts);
    write(out, "sure", seen.sure);
    write(out, "possible", seen.possible);
    write_groups(out, seen);
    write_heard_topics(out, seen, names);
    write_heard_amounts(out, seen, names);
    for (const NamedCount& count : kCounts)
        if (seen.*count.member) out.add(count.key, seen.*count.member);
    for (const NamedFlag& flag : kFlags)
        if (seen.*flag.member) out.add(flag.key, true);
    if (seen.asked != Asked::nothing) out.add("asked", kAsked[static_cast<std::size_t>(seen.asked)]);
    write_ids(out, "points_at", seen.points_at);
    write_ids(out, "hints", seen.hints);
    if (seen.words) out.add("words", seen.words);
    if (seen.proofs) out.add("proofs", seen.proofs);
    if (seen.capabilities) out.add("capabilities", seen.capabilities);
}

Observation observation_from(const json::object& object, const Names& names, std::string& complaint) {
    ObjectReader fields(object, complaint);
    Observation seen;
    seen.acts = acts_from(fields, "acts");
    seen.sure = acts_from(fields, "sure");
    seen.possible = acts_from(fields, "possible");
    read_groups(fields, complaint, seen);
    read_topics(fields, names, seen);
    read_amounts(fields, names, complaint, seen);
    for (const NamedCount& count : kCounts) seen.*count.member = fields.whole<std::uint8_t>(count.key);
    for (const NamedFlag& flag : kFlags) seen.*flag.member = fields.flag(flag.key);
    if (fields.has("asked")) seen.asked = fields.named("asked", asked_named);
    read_ids(fields, "points_at", seen.points_at);
    read_ids(fields, "hints", seen.hints);
    seen.words = fields.whole<std::uint16_t>("words");
    seen.proofs = fields.whole<std::uint16_t>("proofs");
    seen.capabilities = fields.unsigned_whole("capabilities");
    return seen;
}

}  // namespace praxis::wire
