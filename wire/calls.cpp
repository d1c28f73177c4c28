#include "wire/calls.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "wire/request_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

struct Speaking {
    std::string name;
    std::int64_t turns = 0, words = 0;
};

// In the order in which they speak.
std::vector<Speaking> who_speaks(const app::Transcript& transcript) {
    std::vector<Speaking> all;
    for (const app::TranscriptTurn& turn : transcript.turns) {
        if (turn.speaker.empty()) continue;
        auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == turn.speaker; });
        if (found == all.end()) found = all.insert(all.end(), {turn.speaker});
        ++found->turns;
        found->words += 1 + std::count(turn.text.begin(), turn.text.end(), ' ');
    }
    return all;
}

std::int64_t length_of(const app::Transcript& transcript) {
    std::int64_t length_ms = 0;
    for (const app::TranscriptTurn& turn : transcript.turns)
        if (turn.timing) length_ms = std::max(length_ms, turn.timing->end_ms);
    return length_ms;
}

json::object guess_of(std::string_view id, const std::string& name, const std::string& reason, bool certain) {
    return {{"id", id}, {"name", name}, {"reason", reason}, {"certain", certain}};
}

template <class Thing>
std::string called(const std::vector<Thing>& things, const strategy::Slug& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.id == id; });
    return found == things.end() ? id : found->name;
}

json::object line_of(const app::CallLine& line) {
    json::object out{
        {"side", app::name(line.side)}, {"name", line.said.speaker}, {"turn", line.turn}, {"text", line.said.text}};
    out["begin_ms"] = line.said.timing ? json::value(line.said.timing->begin_ms) : json::value();
    return out;
}

}  // namespace

app::CallWish call_wish_from(const json::object& object, Problems& problems) {
    constexpr std::int64_t kLatest_ms = std::int64_t{1} << 53;
    RequestReader fields(object, problems);
    app::CallWish wish;
    wish.transcript = fields.text("transcript");
    wish.strategy = fields.text("strategy");
    wish.segment = fields.maybe_text("segment").value_or("");
    wish.role = fields.maybe_text("role").value_or("");
    wish.kind = fields.maybe_text("kind").value_or("");
    wish.rep = fields.maybe_text("rep").value_or("");
    wish.held_ms = fields.maybe_whole("held_ms", 0, kLatest_ms);
    fields.refuse_the_rest();
    return wish;
}

json::object to_json(const app::CallLook& look) {
    json::array speakers, notes;
    for (const Speaking& one : who_speaks(look.transcript))
        speakers.push_back(json::object{{"name", one.name}, {"turns", one.turns}, {"words", one.words}});
    for (const Problem& note : look.transcript.notes)
        notes.push_back(json::object{{"line", note.place.line}, {"what", note.what}});
    const app::CallReview& review = look.review;
    const strategy::Scenario& scenario = review.scenario;
    const bool certain = !review.guess || review.guess->certain;
    json::object out{{"shape", look.transcript.shape},
                     {"turns", look.transcript.turns.size()},
                     {"length_ms", length_of(look.transcript)},
                     {"speakers", std::move(speakers)},
                     {"rep", {{"name", review.rep.name}, {"reason", review.rep.reason}}}};
    out["segment"] = guess_of(scenario.segment, scenario.segment_name, review.segment_note, certain);
    out["role"] = guess_of(scenario.role, scenario.role_name, review.role_note, true);
    out["kind"] =
        guess_of(strategy::name(scenario.kind), std::string(strategy::name(scenario.kind)), review.kind_note, true);
    for (const char* guessed : {"role", "kind"}) out[guessed].as_object().erase("certain");
    out["notes"] = std::move(notes);
    return out;
}

json::object to_json(const app::RealCall& call, const strategy::Strategy* strategy) {
    json::object out{{"id", call.id}, {"person", call.person}, {"strategy", call.strategy}};
    out["strategy_version"] = call.strategy_version;
    out["segment"] = call.segment;
    out["role"] = call.role;
    if (strategy) out["segment_name"] = called(strategy->segments, call.segment);
    if (strategy) out["role_name"] = called(strategy->roles, call.role);
    out["kind"] = call.kind;
    out["rep"] = call.rep;
    out["shape"] = call.shape;
    out["turns"] = call.turns;
    out["length_ms"] = call.length_ms;
    out["held_ms"] = call.held_ms ? json::value(*call.held_ms) : json::value();
    out["imported_ms"] = call.imported_ms;
    return out;
}

json::object to_json(const app::CallSeen& seen, const strategy::Strategy* strategy) {
    json::array said;
    for (const app::CallLine& line : seen.lines) said.push_back(line_of(line));
    json::object out = to_json(seen.call, strategy);
    out["said"] = std::move(said);
    return out;
}

json::object to_json(const app::BehaviourSeen& seen, const std::string& name) {
    const auto tally = [](std::int64_t passed, std::int64_t judged) {
        return json::object{{"passed", passed}, {"judged", judged}};
    };
    return {{"behaviour", seen.behaviour},
            {"name", name},
            {"practice", tally(seen.practice_passed, seen.practice_judged)},
            {"calls", tally(seen.calls_passed, seen.calls_judged)}};
}

}  // namespace praxis::wire
