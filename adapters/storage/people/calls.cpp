#include "adapters/storage/people/calls.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <map>

#include "wire/json/json_text.hpp"

namespace praxis::storage {
namespace {

namespace json = boost::json;

constexpr const char* kCall =
    "SELECT call_id, person_id, strategy_id, strategy_version, segment, role, kind, rep, shape, turns, length_ms, "
    "held_ms, imported_ms FROM call_review ";
constexpr const char* kAddCall =
    "INSERT INTO call_review (tenant_id, call_id, person_id, strategy_id, strategy_version, segment, role, kind, rep, "
    "shape, turns, length_ms, said, held_ms, imported_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
constexpr const char* kAddCallVerdict =
    "INSERT INTO call_verdict (tenant_id, call_id, person_id, behaviour, segment, verdict, at_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr const char* kTally = "SUM(CASE WHEN v.verdict = 'pass' THEN 1 ELSE 0 END), COUNT(*) FROM ";
// Where an appeal was upheld the verdict does not count.
constexpr const char* kJudged =
    "WHERE v.tenant_id = $1 AND v.person_id = $2 AND v.verdict IN ('pass', 'fail') AND NOT EXISTS (SELECT 1 FROM "
    "appeal p WHERE p.tenant_id = v.tenant_id AND p.behaviour = v.behaviour AND p.state = 'upheld' AND ";

app::RealCall call_of(const std::string& tenant, const Row& row) {
    app::RealCall call;
    call.tenant = tenant;
    call.id = row.text("call_id");
    call.person = row.text("person_id");
    call.strategy = row.text("strategy_id");
    call.strategy_version = row.text("strategy_version");
    call.segment = row.text("segment");
    call.role = row.text("role");
    call.kind = row.text("kind");
    call.rep = row.text("rep");
    call.shape = row.text("shape");
    call.turns = static_cast<std::uint32_t>(row.whole("turns"));
    call.length_ms = row.whole("length_ms");
    call.held_ms = row.maybe_whole("held_ms");
    call.imported_ms = row.whole("imported_ms");
    return call;
}

// [{"who", "text", "begin_ms", "end_ms"}], the times where they are known.
std::string text_of(const app::SaidTurns& turns) {
    json::array said;
    for (const app::TranscriptTurn& turn : turns) {
        json::object one{{"who", turn.speaker}, {"text", turn.text}};
        if (turn.timing) {
            one["begin_ms"] = turn.timing->begin_ms;
            one["end_ms"] = turn.timing->end_ms;
        }
        said.push_back(std::move(one));
    }
    return wire::to_text(said);
}

app::SaidTurns turns_of(const std::string& text) {
    app::SaidTurns turns;
    const json::value said = json::parse(text);
    for (const json::value& value : said.as_array()) {
        const json::object& one = value.as_object();
        app::TranscriptTurn turn;
        turn.speaker = one.at("who").as_string();
        turn.text = one.at("text").as_string();
        if (one.contains("begin_ms"))
            turn.timing = {one.at("begin_ms").to_number<std::int64_t>(), one.at("end_ms").to_number<std::int64_t>()};
        turns.push_back(std::move(turn));
    }
    return turns;
}

}  // namespace

void CallTable::add(const app::RealCall& call, const app::SaidTurns& said,
                    const std::vector<app::KeptVerdict>& verdicts) {
    rows_.run(kAddCall, call.tenant, call.id, call.person, call.strategy, call.strategy_version, call.segment,
              call.role, call.kind, call.rep, call.shape, call.turns, call.length_ms, text_of(said), call.held_ms,
              call.imported_ms);
    for (const app::KeptVerdict& kept : verdicts)
        rows_.run(kAddCallVerdict, call.tenant, call.id, call.person, kept.behaviour, call.segment, kept.verdict,
                  call.imported_ms);
}

std::optional<app::RealCall> CallTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run(std::string(kCall) + "WHERE tenant_id = $1 AND call_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(call_of(tenant, rows.front()));
}

app::SaidTurns CallTable::said(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run("SELECT said FROM call_review WHERE tenant_id = $1 AND call_id = $2", tenant, id);
    return rows.empty() ? app::SaidTurns() : turns_of(rows.front().text(0));
}

std::vector<app::RealCall> CallTable::list(const app::CallQuery& query) {
    std::vector<app::RealCall> calls;
    for (const Row& row :
         rows_.run(std::string(kCall) + "WHERE tenant_id = $1 AND person_id = $2 AND ($3 = '' OR call_id < $3) "
                                        "ORDER BY call_id DESC LIMIT $4",
                   query.tenant, query.person, query.after, query.most))
        calls.push_back(call_of(query.tenant, row));
    return calls;
}

std::vector<app::RealCall> CallTable::shared_with(const std::string& tenant, const std::string& person) {
    std::vector<app::RealCall> calls;
    for (const Row& row :
         rows_.run(std::string(kCall) + "JOIN call_share USING (tenant_id, call_id) WHERE tenant_id = $1 AND with_id = "
                                        "$2 ORDER BY shared_ms DESC, call_id LIMIT 500",
                   tenant, person))
        calls.push_back(call_of(tenant, row));
    return calls;
}

void CallTable::erase(const std::string& tenant, const std::string& id) {
    rows_.run("DELETE FROM call_review WHERE tenant_id = $1 AND call_id = $2", tenant, id);
}

std::int64_t CallTable::erase_of(const std::string& tenant, const std::string& person) {
    return rows_.change("DELETE FROM call_review WHERE tenant_id = $1 AND person_id = $2", tenant, person);
}

std::vector<app::BehaviourSeen> CallTable::by_behaviour(const std::string& tenant, const std::string& person) {
    std::map<std::string, app::BehaviourSeen> seen;
    const auto at = [&](const Row& row) -> app::BehaviourSeen& {
        app::BehaviourSeen& one = seen[row.text(0)];
        one.behaviour = row.text(0);
        return one;
    };
    const std::string tally = std::string("SELECT v.behaviour, ") + kTally, by = "GROUP BY v.behaviour";
    for (const Row& row :
         rows_.run(tally + "call_verdict v " + kJudged + "p.call_id = v.call_id) " + by, tenant, person)) {
        at(row).calls_passed = row.whole(1);
        at(row).calls_judged = row.whole(2);
    }
    for (const Row& row :
         rows_.run(tally + "verdict v JOIN attempt a ON a.tenant_id = v.tenant_id AND a.attempt_id = v.attempt_id " +
                       kJudged +
                       "p.attempt_id = v.attempt_id) AND a.is_simulated = 0 AND a.scenario_id NOT LIKE '%/drill' " + by,
                   tenant, person)) {
        at(row).practice_passed = row.whole(1);
        at(row).practice_judged = row.whole(2);
    }
    std::vector<app::BehaviourSeen> all;
    for (auto& [behaviour, one] : seen) all.push_back(std::move(one));
    return all;
}

}  // namespace praxis::storage
