#include "adapters/storage/practice/attempts.hpp"

#include <algorithm>

#include "adapters/storage/practice/node_life.hpp"
#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

using app::Attempt;

constexpr const char* kAdd =
    "INSERT INTO attempt (tenant_id, attempt_id, person_id, strategy_id, strategy_version, scenario_id, segment, role, "
    "kind, difficulty, support, blind, is_simulated, seed, parent_id, parent_turn, state, outcome, turns, started_ms, "
    "ended_ms, read_ms, played_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
    "$18, "
    "$19, $20, $21, $22, $23)";
// In the order in which attempt_of takes them.
const std::string kAttempt =
    "SELECT tenant_id, attempt_id, person_id, strategy_id, strategy_version, scenario_id, segment, role, kind, "
    "difficulty, support, blind, is_simulated, seed, played_by, parent_id, parent_turn, state, outcome, turns, "
    "started_ms, ended_ms, read_ms FROM attempt ";
const std::string kFind = kAttempt + "WHERE tenant_id = $1 AND attempt_id = $2";
// Ids are ordered by time.
const std::string kListAll = kAttempt + "WHERE tenant_id = $1 AND attempt_id < $2 ORDER BY attempt_id DESC LIMIT $3";
const std::string kListOfPerson =
    kAttempt + "WHERE tenant_id = $1 AND attempt_id < $2 AND person_id = $4 ORDER BY attempt_id DESC LIMIT $3";
constexpr const char* kBehindAllIds = "g";  // ids are hexadecimal
constexpr const char* kChange =
    "UPDATE attempt SET state = $3, outcome = $4, turns = $5, ended_ms = $6, read_ms = $7 "
    "WHERE tenant_id = $1 AND attempt_id = $2";
constexpr const char* kKeepVerdict =
    "INSERT INTO verdict (tenant_id, attempt_id, person_id, behaviour, segment, verdict, at_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id, attempt_id, behaviour) DO NOTHING";
constexpr const char* kClaim =
    "UPDATE attempt SET owner_node = $3 WHERE tenant_id = $1 AND attempt_id = $2 AND (owner_node IS NULL OR "
    "owner_node = $3 OR NOT EXISTS (SELECT 1 FROM node WHERE node.node_id = attempt.owner_node "
    "AND node.alive_until_ms > now_ms() AND node.alive_until_ms <= now_ms() + $4))";
constexpr const char* kRelease =
    "UPDATE attempt SET owner_node = NULL WHERE tenant_id = $1 AND attempt_id = $2 AND owner_node = $3";
constexpr const char* kSince =
    "SELECT seq, at_ms, events FROM attempt_log WHERE tenant_id = $1 AND attempt_id = $2 AND seq > $3 ORDER BY seq";

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

template <class E>
E known(std::optional<E> value, const char* column) {
    if (!value) throw StorageError(Fault::broken, "an attempt's " + std::string(column) + " is not a known word");
    return *value;
}

// Takes the texts out of the row.
Attempt attempt_of(Row& row) {
    Attempt attempt;
    int at = 0;
    attempt.tenant = row.take_text(at++);
    attempt.id = row.take_text(at++);
    attempt.person = row.take_text(at++);
    attempt.strategy = row.take_text(at++);
    attempt.strategy_version = row.take_text(at++);
    attempt.scenario = row.take_text(at++);
    attempt.segment = row.take_text(at++);
    attempt.role = row.take_text(at++);
    attempt.kind = row.take_text(at++);
    attempt.difficulty = row.take_text(at++);
    attempt.support = known(app::support_named(row.text(at++)), "support");
    attempt.blind = row.whole(at++) != 0;
    attempt.simulated = row.whole(at++) != 0;
    attempt.seed = static_cast<std::uint64_t>(row.whole(at++));
    attempt.face = row.take_text(at++);
    attempt.parent = row.take_text(at++);
    attempt.parent_turn = static_cast<std::uint32_t>(row.whole(at++));
    attempt.state = known(app::attempt_state_named(row.text(at++)), "state");
    if (const auto outcome = row.maybe_text(at++))
        attempt.outcome = known(strategy::named<strategy::GoalLevel>(*outcome), "outcome");
    attempt.turns = static_cast<std::uint32_t>(row.whole(at++));
    attempt.started_ms = row.whole(at++);
    attempt.ended_ms = row.maybe_whole(at++);
    attempt.read_ms = row.maybe_whole(at++);
    return attempt;
}

std::vector<Attempt> attempts_of(Rows rows) {
    std::vector<Attempt> attempts;
    attempts.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(attempts), attempt_of);
    return attempts;
}

std::optional<std::string_view> outcome_of(const Attempt& attempt) {
    if (!attempt.outcome) return std::nullopt;
    return strategy::name(*attempt.outcome);
}

}  // namespace

void StoredAttempts::add(const Attempt& attempt) {
    told([&] {
        database_.once(kAdd, attempt.tenant, attempt.id, attempt.person, attempt.strategy, attempt.strategy_version,
                       attempt.scenario, attempt.segment, attempt.role, attempt.kind, attempt.difficulty,
                       name(attempt.support), attempt.blind, attempt.simulated, attempt.seed,
                       unless_empty(attempt.parent), attempt.parent_turn, name(attempt.state), outcome_of(attempt),
                       attempt.turns, attempt.started_ms, attempt.ended_ms, attempt.read_ms, attempt.face);
    });
}

std::optional<Attempt> StoredAttempts::find(const std::string& tenant, const std::string& id) {
    return told([&]() -> std::optional<Attempt> {
        Rows rows = database_.look(kFind, tenant, id);
        if (rows.empty()) return std::nullopt;
        return attempt_of(rows.front());
    });
}

std::vector<Attempt> StoredAttempts::list(const app::AttemptQuery& query) {
    return told([&] {
        const std::string before = query.after.empty() ? kBehindAllIds : query.after;
        return attempts_of(query.person.empty()
                               ? database_.look(kListAll, query.tenant, before, query.most)
                               : database_.look(kListOfPerson, query.tenant, before, query.most, query.person));
    });
}

void StoredAttempts::complete(const Attempt& attempt, const std::vector<app::KeptVerdict>& verdicts) {
    told([&] {
        database_.write([&](Transaction& transaction) {
            const auto changed =
                transaction.change(kChange, attempt.tenant, attempt.id, name(attempt.state), outcome_of(attempt),
                                   attempt.turns, attempt.ended_ms, attempt.read_ms);
            if (changed == 0) throw app::StoreTrouble(app::Trouble::missing, "no attempt " + attempt.id);
            for (const app::KeptVerdict& kept : verdicts)
                transaction.change(kKeepVerdict, attempt.tenant, attempt.id, attempt.person, kept.behaviour,
                                   attempt.segment, kept.verdict, attempt.read_ms.value_or(0));
        });
    });
}

void StoredAttempts::change(const Attempt& attempt) {
    told([&] {
        const Outcome outcome = database_.once(kChange, attempt.tenant, attempt.id, name(attempt.state),
                                               outcome_of(attempt), attempt.turns, attempt.ended_ms, attempt.read_ms);
        if (outcome.changed == 0) throw app::StoreTrouble(app::Trouble::missing, "no attempt " + attempt.id);
    });
}

bool StoredAttempts::claim(const std::string& tenant, const std::string& id, const std::string& node) {
    return told([&] { return database_.once(kClaim, tenant, id, node, kLongestLifeMs).changed == 1; });
}

void StoredAttempts::release(const std::string& tenant, const std::string& id, const std::string& node) {
    told([&] { database_.once(kRelease, tenant, id, node); });
}

void StoredAttemptLog::append(app::LogEntry entry, Done done) {
    database_.append({std::move(entry.tenant), std::move(entry.attempt), entry.seq, entry.at_ms,
                      std::move(entry.events), entry.again},
                     [done = std::move(done)](const std::optional<StorageError>& error) {
                         done(error ? std::optional(to_trouble(*error)) : std::nullopt);
                     });
}

std::vector<app::LogEntry> StoredAttemptLog::since(const std::string& tenant, const std::string& attempt,
                                                   std::int64_t seq) {
    return told([&] {
        const Rows rows = database_.look(kSince, tenant, attempt, seq);
        std::vector<app::LogEntry> entries;
        entries.reserve(rows.size());
        for (const Row& row : rows)
            entries.push_back({tenant, attempt, row.whole("seq"), row.whole("at_ms"), row.text("events")});
        return entries;
    });
}

}  // namespace praxis::storage
