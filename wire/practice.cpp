#include "wire/practice.hpp"

#include <array>
#include <boost/json/parse.hpp>
#include <variant>

#include "app/ports/hearing.hpp"
#include "wire/conversation/reading.hpp"
#include "wire/request_reader.hpp"

namespace praxis::wire {

namespace json = boost::json;

namespace {

using conversation::BuyerSaid;
using conversation::CueShown;
using conversation::Ended;
using conversation::Event;
using conversation::RepSaid;

template <class Thing>
std::string name_of(const std::vector<Thing>& things, const strategy::Slug& id) {
    for (const Thing& thing : things)
        if (thing.id == id) return thing.name;
    return id;
}

void write_seen(ObjectWriter& out, const RepSaid& said, const Event& event) {
    out.add("event", "rep_said");
    out.add("text", event.text);
    write_acts(out, "acts", said.reading, true, event.text, ActDetail::quote);
}

// How the customer feels, for a face; never why.
void write_seen(ObjectWriter& out, const BuyerSaid& said, const Event& event) {
    out.add("event", "buyer_said");
    out.add("text", event.text);
    ObjectWriter feeling = out.object("feeling");
    feeling.add("trust", said.standing.trust);
    feeling.add("interest", said.standing.interest);
    feeling.add("patience", said.standing.patience);
}

void write_seen(ObjectWriter& out, const CueShown& cue, const Event&) {
    out.add("event", "cue");
    out.add("text", cue.cue);
}

void write_seen(ObjectWriter& out, const Ended& ended, const Event&) {
    out.add("event", "ended");
    out.add("reason", conversation::name(ended.reason));
    out.add("outcome", strategy::name(ended.level));
}

std::optional<RepWord::Kind> kind_named(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kKinds = {"say",    "support",  "finish", "voice",
                                                               "repeat", "break_in", "listen", "hush"};
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (kKinds[i] == word) return static_cast<RepWord::Kind>(i);
    return std::nullopt;
}

std::uint32_t turn_in(RequestReader& fields) {
    const auto turn = fields.maybe_whole("turn", 1, 10'000);
    if (!turn) fields.complain("turn", "is missing", "the number of the turn, from 1");
    return static_cast<std::uint32_t>(turn.value_or(0));
}

// What comes with a word of that kind.
void read(RequestReader& fields, RepWord& word) {
    switch (word.kind) {
        case RepWord::Kind::say:
            word.text = fields.text("text");
            word.turn = turn_in(fields);
            break;
        case RepWord::Kind::support:
            word.support = fields.named("support", app::support_named).value_or(app::Support::silent);
            break;
        case RepWord::Kind::voice:
            word.on = fields.flag("on");
            word.age = static_cast<int>(fields.maybe_whole("age", 1, 120).value_or(0));
            break;
        case RepWord::Kind::break_in:
            word.turn = turn_in(fields);
            if (const auto heard = fields.maybe_whole("heard", 0, 1'000'000))
                word.heard = static_cast<std::uint32_t>(*heard);
            else
                fields.complain("heard", "is missing", "how many bytes of the answer were heard");
            break;
        case RepWord::Kind::listen:
            word.on = fields.flag("on");
            word.patience_ms = static_cast<int>(fields.maybe_whole("patience_ms", 0, app::kPatienceMost).value_or(0));
            break;
        case RepWord::Kind::finish:
        case RepWord::Kind::repeat:
        case RepWord::Kind::hush: break;
    }
}

void add_text_or_null(ObjectWriter& out, std::string_view key, std::string_view text) {
    out.add_or_null(key, text.empty() ? std::nullopt : std::optional(text));
}

}  // namespace

json::object to_json(const strategy::Strategy& strategy) {
    return {{"id", strategy.id},
            {"name", strategy.name},
            {"version", strategy.version},
            {"company", strategy.company.name},
            {"language", strategy.language}};
}

json::object to_json(const strategy::Strategy& strategy, const strategy::ScenarioKey& key) {
    return {{"id", strategy::id_of(key)},
            {"segment", key.segment},
            {"segment_name", name_of(strategy.segments, key.segment)},
            {"role", key.role},
            {"role_name", name_of(strategy.roles, key.role)},
            {"kind", strategy::name(key.kind)},
            {"difficulty", strategy::name(key.difficulty)}};
}

void write(ObjectWriter& out, const app::Attempt& attempt, const strategy::Strategy* strategy) {
    out.add("id", attempt.id);
    out.add("strategy", attempt.strategy);
    out.add("strategy_version", attempt.strategy_version);
    if (!attempt.blind || attempt.state != app::AttemptState::open) {
        out.add("scenario", attempt.scenario);
        out.add("segment", attempt.segment);
        out.add("role", attempt.role);
        if (strategy) out.add("segment_name", name_of(strategy->segments, attempt.segment));
        if (strategy) out.add("role_name", name_of(strategy->roles, attempt.role));
    }
    out.add("kind", attempt.kind);
    out.add("difficulty", attempt.difficulty);
    out.add("support", app::name(attempt.support));
    out.add("blind", attempt.blind);
    out.add("drill", strategy::is_drill(attempt.scenario));
    out.add("simulated", attempt.simulated);
    out.add("seed", attempt.seed);
    add_text_or_null(out, "face", attempt.face);
    add_text_or_null(out, "parent", attempt.parent);
    out.add("parent_turn", attempt.parent_turn);
    out.add("state", app::name(attempt.state));
    add_text_or_null(out, "outcome", attempt.outcome ? strategy::name(*attempt.outcome) : std::string_view());
    out.add("turns", attempt.turns);
    out.add("started_ms", attempt.started_ms);
    out.add_or_null("ended_ms", attempt.ended_ms);
    out.add_or_null("read_ms", attempt.read_ms);
}

app::AttemptWish attempt_wish_from(const json::object& object, Problems& problems) {
    constexpr std::int64_t kSeedMost = (std::int64_t{1} << 53) - 1;  // a number that a browser keeps exactly
    RequestReader fields(object, problems);
    app::AttemptWish wish;
    wish.strategy = fields.text("strategy");
    wish.scenario.id = fields.maybe_text("scenario").value_or("");
    wish.scenario.segment = fields.maybe_text("segment").value_or("");
    wish.scenario.role = fields.maybe_text("role").value_or("");
    wish.scenario.kind = fields.maybe_text("kind").value_or("");
    wish.scenario.difficulty = fields.maybe_text("difficulty").value_or("");
    wish.scenario.blind = fields.maybe_flag("blind").value_or(false);
    wish.scenario.drill = fields.maybe_flag("drill").value_or(false);
    wish.support = fields.maybe_named("support", app::support_named).value_or(app::Support::hints);
    if (const auto seed = fields.maybe_whole("seed", 0, kSeedMost)) wish.seed = static_cast<std::uint64_t>(*seed);
    fields.refuse_the_rest();
    return wish;
}

app::BranchWish branch_wish_from(const json::object& object, Problems& problems) {
    RequestReader fields(object, problems);
    app::BranchWish wish;
    const auto turn = fields.maybe_whole("turn", 1, 10'000);
    if (!turn && problems.empty()) fields.complain("turn", "is missing", "the rep's turn to say again, from 1");
    wish.from = static_cast<std::uint32_t>(turn.value_or(1));
    wish.support = fields.maybe_named("support", app::support_named);
    fields.refuse_the_rest();
    return wish;
}

void write_seen(ObjectWriter& out, const app::Told& told) {
    out.add("seq", told.seq);
    out.add("at_ms", told.at_ms);
    ListWriter events = out.list("events");
    for (const Event& event : told.events) {
        ObjectWriter seen = events.object();
        std::visit([&](const auto& body) { write_seen(seen, body, event); }, event.body);
        seen.add("turn", event.turn);
    }
}

std::optional<RepWord> rep_word_from(std::string_view frame, Problems& problems) {
    json::error_code error;
    const json::value value = json::parse(frame, error);
    const json::object* object = error ? nullptr : value.if_object();
    if (!object) {
        problems.push_back({Severity::error, {}, "is not one JSON object", ""});
        return std::nullopt;
    }
    RequestReader fields(*object, problems);
    RepWord word;
    const auto kind = fields.named("type", kind_named);
    if (!kind) return std::nullopt;
    word.kind = *kind;
    read(fields, word);
    fields.refuse_the_rest();
    return problems.empty() ? std::optional(std::move(word)) : std::nullopt;
}

}  // namespace praxis::wire
