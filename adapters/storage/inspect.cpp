#include "adapters/storage/inspect.hpp"

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "adapters/storage/copy/row_source.hpp"
#include "adapters/storage/copy/tables.hpp"

namespace praxis::storage {
namespace {

using Findings = std::vector<std::string>;

// A statement that gives what is wrong, as rows whose columns complete the sentence.
struct Check {
    const char *sql, *sentence;
};

constexpr std::array<Check, 8> kChecks = {{
    {"SELECT tenant_id, attempt_id FROM attempt_log GROUP BY tenant_id, attempt_id "
     "HAVING MIN(seq) <> 1 OR MAX(seq) <> COUNT(*) LIMIT 20",
     "the log of an attempt has a gap: "},
    {"SELECT DISTINCT l.tenant_id, l.attempt_id FROM attempt_log l WHERE NOT EXISTS (SELECT 1 FROM attempt a "
     "WHERE a.tenant_id = l.tenant_id AND a.attempt_id = l.attempt_id) LIMIT 20",
     "a log belongs to no attempt: "},
    {"SELECT tenant_id, attempt_id FROM attempt_report r WHERE NOT EXISTS (SELECT 1 FROM attempt a "
     "WHERE a.tenant_id = r.tenant_id AND a.attempt_id = r.attempt_id) LIMIT 20",
     "a report belongs to no attempt: "},
    {"SELECT DISTINCT tenant_id, attempt_id FROM verdict v WHERE NOT EXISTS (SELECT 1 FROM attempt a "
     "WHERE a.tenant_id = v.tenant_id AND a.attempt_id = v.attempt_id) LIMIT 20",
     "a verdict belongs to no attempt: "},
    {"SELECT tenant_id, attempt_id, with_id FROM share s WHERE NOT EXISTS (SELECT 1 FROM attempt a "
     "WHERE a.tenant_id = s.tenant_id AND a.attempt_id = s.attempt_id) LIMIT 20",
     "an attempt that is shared is not there: "},
    {"SELECT tenant_id, appeal_id FROM appeal p WHERE attempt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attempt a "
     "WHERE a.tenant_id = p.tenant_id AND a.attempt_id = p.attempt_id) LIMIT 20",
     "an appeal belongs to no attempt: "},
    {"SELECT tenant_id, attempt_id FROM attempt WHERE (state = 'open') <> (ended_ms IS NULL) LIMIT 20",
     "an attempt is open and ended, or neither: "},
    {"SELECT tenant_id, strategy_id, published FROM strategy s WHERE published IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM strategy_version v WHERE v.tenant_id = s.tenant_id AND v.strategy_id = s.strategy_id "
     "AND v.version = s.published) LIMIT 20",
     "the published version of a strategy is not there: "},
}};

std::string words_of(const Row& row) {
    std::string words;
    for (std::size_t i = 0; i < row.values().size(); ++i) words += (words.empty() ? "" : " ") + row.text(i);
    return words;
}

void check_file(Transaction& transaction, Findings& findings) {
    for (const Row& row : transaction.run("PRAGMA integrity_check(20)"))
        if (row.text(0) != "ok") findings.push_back("the file is damaged: " + row.text(0));
    for (const Row& row : transaction.run("PRAGMA foreign_key_check"))
        findings.push_back("a row refers to nothing: " + words_of(row));
}

void check_server(Transaction& transaction, Findings& findings) {
    transaction.run("SET LOCAL statement_timeout = 0");  // what follows reads everything
    for (const char* setting : {"fsync", "full_page_writes"})
        if (transaction.run("SELECT current_setting($1)", setting).front().text(0) != "on")
            findings.push_back("the server runs with " + std::string(setting) +
                               " off: a power cut can lose or damage what was written");
}

// Every entry is lines of JSON objects.
class CheckEvents final : public RowSink {
public:
    explicit CheckEvents(Findings& findings) : findings_(findings) {}
    void begin_table(const Table&) override {}
    void row(std::vector<Value> values, const std::string&) override {
        const std::string& events = std::get<std::string>(values.at(4));
        if (found_ >= 20 || are_objects(events)) return;
        ++found_;
        findings_.push_back("an entry of a log is no JSON: " + std::get<std::string>(values[0]) + " " +
                            std::get<std::string>(values[1]) + " " + std::to_string(std::get<std::int64_t>(values[2])));
    }
    void end_table() override {}

private:
    static bool are_objects(std::string_view lines) {
        while (!lines.empty()) {
            const std::size_t end = lines.find('\n');
            boost::system::error_code error;
            const boost::json::value value =
                boost::json::parse(boost::json::string_view(lines.data(), std::min(end, lines.size())), error);
            if (error || !value.is_object()) return false;
            lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
        }
        return true;
    }
    Findings& findings_;
    int found_ = 0;
};

}  // namespace

std::vector<std::string> inspect(Database& database) {
    return database.read([&](Transaction& transaction) {
        Findings findings;
        database.engine() == Engine::sqlite ? check_file(transaction, findings) : check_server(transaction, findings);
        for (const Check& check : kChecks)
            for (const Row& row : transaction.run(check.sql)) findings.push_back(check.sentence + words_of(row));
        CheckEvents events(findings);
        for (const Table& table : tables_in(transaction, database.engine()))
            if (table.name == "attempt_log") send_table(transaction, table, events);
        return findings;
    });
}

}  // namespace praxis::storage
