#include <algorithm>
#include <array>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "adapters/storage/people/catalogue.hpp"
#include "adapters/storage/people/rights.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::storage {
namespace {

// Only added to: they keep ids that stand for nobody once the person is gone.
constexpr std::array<std::string_view, 2> kLedgers = {"audit", "consent"};
// Others refer to these, so they go last, in this order.
constexpr std::array<std::string_view, 6> kParents = {"strategy_version", "attempt",  "team",
                                                      "person",           "strategy", "tenant"};
// Nobody is shown these: secrets, and what decides how an attempt goes on.
constexpr std::array<std::string_view, 9> kUnshown = {"tenant_id",      "secret_hash",  "hash", "seed",   "owner_node",
                                                      "lease_until_ms", "request_hash", "body", "headers"};

bool among(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> attempts_of(Transaction& rows, const std::string& tenant, const std::string& person) {
    std::vector<std::string> attempts;
    for (const Row& row : rows.run("SELECT attempt_id FROM attempt WHERE tenant_id = $1 AND person_id = $2 "
                                   "ORDER BY attempt_id",
                                   tenant, person))
        attempts.push_back(row.text(0));
    return attempts;
}

// Of a log entry only what was said and how it ended: readings, moods and digests are the program's own.
std::string said_in(const std::string& events) {
    std::string said;
    std::string_view rest = events;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        boost::json::error_code error;
        const boost::json::value line = boost::json::parse(rest.substr(0, end), error);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (error || !line.is_object()) continue;
        boost::json::object kept;
        for (const char* key : {"event", "turn", "text", "outcome", "time_ms"})
            if (const auto* value = line.get_object().if_contains(key)) kept[key] = *value;
        const auto* word = kept.if_contains("event");
        if (!word || (*word != "rep_said" && *word != "buyer_said" && *word != "ended")) continue;
        said += (said.empty() ? "" : "\n") + wire::to_text(kept);
    }
    return said;
}

class Showing {
public:
    Showing(Transaction& rows, const std::string& tenant, const std::string& person)
        : rows_(rows), tenant_(tenant), person_(person) {}

    // Nothing when the table has nothing of theirs.
    std::optional<app::RecordTable> table(const std::string& name, const std::vector<std::string>& columns) {
        const std::string whose = whose_rows(columns);
        if (whose.empty()) return std::nullopt;
        app::RecordTable table{name, {}, {}};
        std::string list;
        for (const std::string& column : columns) {
            if (among(column, kUnshown)) continue;
            table.columns.push_back(column);
            list += (list.empty() ? "" : ", ") + column;
        }
        const std::string sql =
            "SELECT " + list + " FROM " + name + " WHERE tenant_id = $1 AND " + whose + " ORDER BY 1, 2";
        for (const Row& row : rows_.run(sql, tenant_, person_)) table.rows.push_back(texts_of(row, table));
        if (table.rows.empty()) return std::nullopt;
        return table;
    }

private:
    static std::string whose_rows(const std::vector<std::string>& columns) {
        if (!has_column(columns, "tenant_id")) return {};
        if (has_column(columns, "person_id")) return "person_id = $2";
        if (has_column(columns, "actor_id")) return "(actor_id = $2 OR subject = $2)";
        if (has_column(columns, "attempt_id"))
            return "attempt_id IN (SELECT attempt_id FROM attempt WHERE tenant_id = $1 AND person_id = $2)";
        if (has_column(columns, "call_id"))
            return "call_id IN (SELECT call_id FROM call_review WHERE tenant_id = $1 AND person_id = $2)";
        return {};
    }

    static std::vector<std::string> texts_of(const Row& row, const app::RecordTable& table) {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            texts.push_back(table.columns[i] == "events" ? said_in(row.text(i)) : row.text(i));
        return texts;
    }

    Transaction& rows_;
    const std::string &tenant_, &person_;
};

// What is deleted of a table by these two, or empty.
void erase_where(Transaction& rows, const std::string& table, const std::string& condition, const std::string& tenant,
                 const std::string& what) {
    rows.run("DELETE FROM " + table + " WHERE tenant_id = $1 AND " + condition, tenant, what);
}

std::string escaped_for_like(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

// Jobs and the like say whom they are about only in their bodies.
void erase_mentions(Transaction& rows, const std::string& tenant, const std::string& person, const std::string& email) {
    for (const std::string& word : {person, email}) {
        const std::string pattern = "%\"" + escaped_for_like(word) + "\"%";
        rows.run(
            "DELETE FROM job WHERE (tenant_id = $1 OR tenant_id = '') AND (body LIKE $2 ESCAPE '\\' OR about = $3)",
            tenant, pattern, word);
        erase_where(rows, "outbox", "body LIKE $2 ESCAPE '\\'", tenant, pattern);
        erase_where(rows, "delivery", "body LIKE $2 ESCAPE '\\'", tenant, pattern);
    }
}

app::Counted counted(Transaction& rows, const app::FiguresQuery& query, const std::string& select,
                     const std::string& group) {
    const std::string from =
        " FROM verdict v JOIN attempt a ON a.tenant_id = v.tenant_id AND a.attempt_id = v.attempt_id "
        "WHERE v.tenant_id = $1 AND a.started_ms >= $2 AND a.started_ms < $3 AND a.is_simulated = $4 AND a.state <> "
        "'open' AND a.scenario_id NOT LIKE '%/drill' "
        "AND v.verdict IN ('pass', 'fail') AND NOT EXISTS (SELECT 1 FROM appeal p WHERE p.tenant_id = v.tenant_id AND "
        "p.attempt_id = v.attempt_id AND p.behaviour = v.behaviour AND p.state = 'upheld') "
        "AND ($5 = '' OR EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = a.tenant_id AND m.person_id = "
        "a.person_id "
        "AND m.team_id = $5))";
    app::Counted counted;
    counted.people = rows.run("SELECT COUNT(DISTINCT a.person_id)" + from, query.tenant, query.from_ms, query.until_ms,
                              query.simulated, query.team)
                         .front()
                         .whole(0);
    const std::string sql = "SELECT " + select +
                            ", COUNT(DISTINCT a.person_id), COUNT(DISTINCT a.attempt_id), "
                            "SUM(CASE WHEN v.verdict = 'pass' THEN 1 ELSE 0 END), COUNT(*)" +
                            from + " GROUP BY " + group + " ORDER BY 1";
    for (const Row& row : rows.run(sql, query.tenant, query.from_ms, query.until_ms, query.simulated, query.team))
        counted.tallies.push_back({row.text(0), row.whole(1), row.whole(2), row.whole(3), row.whole(4)});
    return counted;
}

}  // namespace

app::Records DossierTables::of_person(const std::string& tenant, const std::string& person) {
    app::Records records;
    Showing showing(rows_, tenant, person);
    for (const auto& [name, columns] : catalogue(rows_, engine_))
        if (auto table = showing.table(name, columns)) records.push_back(std::move(*table));
    return records;
}

void erase_attempts(Transaction& rows, Engine engine, const std::string& tenant,
                    const std::vector<std::string>& attempts) {
    if (attempts.empty()) return;
    const Catalogue tables = catalogue(rows, engine);
    for (const std::string& attempt : attempts) {
        for (const auto& [name, columns] : tables)
            if (name != "attempt" && has_column(columns, "tenant_id") && has_column(columns, "attempt_id"))
                erase_where(rows, name, "attempt_id = $2", tenant, attempt);
        rows.run("DELETE FROM attempt WHERE tenant_id = $1 AND attempt_id = $2", tenant, attempt);
    }
}

void DossierTables::erase_attempt(const std::string& tenant, const std::string& attempt) {
    erase_attempts(rows_, engine_, tenant, {attempt});
}

void DossierTables::erase_person(const std::string& tenant, const std::string& person, const std::string& email) {
    erase_attempts(rows_, engine_, tenant, attempts_of(rows_, tenant, person));
    for (const auto& [name, columns] : catalogue(rows_, engine_)) {
        if (among(name, kLedgers) || name == "person" || !has_column(columns, "tenant_id")) continue;
        if (has_column(columns, "person_id")) erase_where(rows_, name, "person_id = $2", tenant, person);
        if (has_column(columns, "with_id")) erase_where(rows_, name, "with_id = $2", tenant, person);
    }
    rows_.run("DELETE FROM person WHERE tenant_id = $1 AND person_id = $2", tenant, person);
    erase_mentions(rows_, tenant, person, email);
}

void DossierTables::erase_tenant(const std::string& tenant) {
    const Catalogue tables = catalogue(rows_, engine_);
    for (const auto& [name, columns] : tables)
        if (has_column(columns, "tenant_id") && !among(name, kLedgers) && !among(name, kParents))
            rows_.run("DELETE FROM " + name + " WHERE tenant_id = $1", tenant);
    for (const std::string_view name : kParents)
        if (tables.contains(std::string(name)))
            rows_.run("DELETE FROM " + std::string(name) + " WHERE tenant_id = $1", tenant);
}

app::Counted DossierTables::by_behaviour(const app::FiguresQuery& query) {
    return counted(rows_, query, "v.behaviour", "v.behaviour");
}

app::Counted DossierTables::by_scenario(const app::FiguresQuery& query) {
    return counted(rows_, query, "a.strategy_id || '/' || a.scenario_id", "a.strategy_id, a.scenario_id");
}

}  // namespace praxis::storage
