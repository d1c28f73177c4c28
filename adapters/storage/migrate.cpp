#include "adapters/storage/migrate.hpp"

#include <array>

namespace praxis::storage {
namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_ms BIGINT "
    "NOT NULL)";
// What now_ms() is on PostgreSQL; every connection to SQLite brings its own.
constexpr const char* kClock =
    "CREATE OR REPLACE FUNCTION now_ms() RETURNS BIGINT LANGUAGE sql VOLATILE AS "
    "'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint'";
// One node migrates, the others wait for it and then see what it did: so no snapshot, and no limit to the wait.
constexpr std::array<const char*, 4> kTakeTurns = {"SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                                                   "SET LOCAL lock_timeout = 0", "SET LOCAL statement_timeout = 0",
                                                   "SELECT pg_advisory_xact_lock(7229114)"};

std::vector<std::string> statements_of(std::string_view sql) {
    std::vector<std::string> statements;
    while (!sql.empty()) {
        const std::size_t end = sql.find(";\n");
        const std::string_view one = sql.substr(0, end);
        if (one.find_first_not_of(" \n\t;") != std::string_view::npos) statements.emplace_back(one);
        sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 2);
    }
    return statements;
}

bool is_there(Transaction& transaction, Engine engine) {
    const char* sql = engine == Engine::sqlite ? "SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'"
                                               : "SELECT 1 WHERE to_regclass('schema_migration') IS NOT NULL";
    return !transaction.run(sql).empty();
}

void refuse_newer(int found, int wanted) {
    if (found > wanted)
        throw StorageError(Fault::newer, "this database has schema " + std::to_string(found) +
                                             ", and this program knows " + std::to_string(wanted) +
                                             ": use the newer program, or restore a backup from before the upgrade");
}

void apply(Transaction& transaction, const Migration& migration) {
    for (const std::string& statement : statements_of(migration.sql)) transaction.run(statement);
    transaction.run("INSERT INTO schema_migration (number, name, applied_ms) VALUES ($1, $2, now_ms())",
                    migration.number, migration.name);
}

}  // namespace

int schema_of(Transaction& transaction, Engine engine) {
    if (!is_there(transaction, engine)) return 0;
    return static_cast<int>(transaction.run("SELECT COALESCE(MAX(number), 0) FROM schema_migration").front().whole(0));
}

void refuse_newer_schema(int found) {
    refuse_newer(found, static_cast<int>(migrations().size()));
}

SchemaVersion schema_version(Database& database) {
    const int found =
        database.read([&](Transaction& transaction) { return schema_of(transaction, database.engine()); });
    return {found, static_cast<int>(migrations().size())};
}

void require_current_schema(Database& database) {
    const SchemaVersion version = schema_version(database);
    refuse_newer(version.found, version.wanted);
    if (version.found < version.wanted)
        throw StorageError(Fault::broken, "this database has schema " + std::to_string(version.found) +
                                              ", and this program wants " + std::to_string(version.wanted) +
                                              ": run `praxis migrate` on it first");
}

std::vector<int> migrate(Database& database) {
    return migrate(database, migrations());
}

std::vector<int> migrate(Database& database, std::span<const Migration> history) {
    const int wanted = history.empty() ? 0 : history.back().number;
    const int found =
        database.read([&](Transaction& transaction) { return schema_of(transaction, database.engine()); });
    refuse_newer(found, wanted);
    if (found == wanted) return {};
    return database.write([&](Transaction& transaction) {
        std::vector<int> applied;
        if (database.engine() == Engine::postgres) {
            for (const char* statement : kTakeTurns) transaction.run(statement);
            transaction.run(kClock);
        }
        transaction.run(kTable);
        const int reached = schema_of(transaction, database.engine());
        refuse_newer(reached, wanted);
        for (const Migration& migration : history) {
            if (migration.number <= reached) continue;
            apply(transaction, migration);
            applied.push_back(migration.number);
        }
        return applied;
    });
}

}  // namespace praxis::storage
