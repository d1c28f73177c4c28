#include "wire/practice.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "app/ports/hearing.hpp"
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

json::array acts_of(const RepSaid& said, std::string_view text) {
    json::array acts;
    for (const ActSeen& seen : said.reading.acts)
        if (seen.credited)
            acts.push_back(json::object{{"act", praxis::name(seen.act)},
                                        {"quote", text.substr(seen.span.begin, seen.span.end - seen.span.begin)}});
    return acts;
}

void write(json::object& out, const RepSaid& said, const Event& event) {
    out["event"] = "rep_said";
    out["text"] = event.text;
    out["acts"] = acts_of(said, event.text);
}

// How the customer feels, for a face; never why.
void write(json::object& out, const BuyerSaid& said, const Event& event) {
    out["event"] = "buyer_said";
    out["text"] = event.text;
    out["feeling"] = {
        {"trust", said.standing.trust}, {"interest", said.standing.interest}, {"patience", said.standing.patience}};
}

void write(json::object& out, const CueShown& cue, const Event&) {
    out["event"] = "cue";
    out["text"] = cue.cue;
}

void write(json::object& out, const Ended& ended, const Event&) {
    out["event"] = "ended";
    out["reason"] = conversation::name(ended.reason);
    out["outcome"] = strategy::name(ended.level);
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

constexpr std::size_t kAttempt_fields = 24;  // and who it was with

void text_or_null(json::value& out, std::string_view text) {
    if (!text.empty()) out = text;
}

json::value or_null(const std::optional<std::int64_t>& number) {
    return number ? json::value(*number) : json::value();
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

json::object to_json(const app::Attempt& attempt, const strategy::Strategy* strategy, json::storage_ptr memory) {
    json::object out(kAttempt_fields, std::move(memory));
    out["id"] = attempt.id;
    out["strategy"] = attempt.strategy;
    out["strategy_version"] = attempt.strategy_version;
    if (!attempt.blind || attempt.state != app::AttemptState::open) {
        out["scenario"] = attempt.scenario;
        out["segment"] = attempt.segment;
        out["role"] = attempt.role;
        if (strategy) out["segment_name"] = name_of(strategy->segments, attempt.segment);
        if (strategy) out["role_name"] = name_of(strategy->roles, attempt.role);
    }
    out["kind"] = attempt.kind;
    out["difficulty"] = attempt.difficulty;
    out["support"] = app::name(attempt.support);
    out["blind"] = attempt.blind;
    out["drill"] = strategy::is_drill(attempt.scenario);
    out["simulated"] = attempt.simulated;
    out["seed"] = attempt.seed;
    text_or_null(out["face"], attempt.face);
    text_or_null(out["parent"], attempt.parent);
    out["parent_turn"] = attempt.parent_turn;
    out["state"] = app::name(attempt.state);
    text_or_null(out["outcome"], attempt.outcome ? strategy::name(*attempt.outcome) : std::string_view());
    out["turns"] = attempt.turns;
    out["started_ms"] = attempt.started_ms;
    out["ended_ms"] = or_null(attempt.ended_ms);
    out["read_ms"] = or_null(attempt.read_ms);
    return out;
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

json::object to_seen(const Event& event) {
    json::object out;
    std::visit([&](const auto& body) { write(out, body, event); }, event.body);
    out["turn"] = event.turn;
    return out;
}

json::object to_seen(const app::Told& told) {
    json::array events;
    for (const Event& event : told.events) events.push_back(to_seen(event));
    return {{"seq", told.seq}, {"at_ms", told.at_ms}, {"events", std::move(events)}};
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
