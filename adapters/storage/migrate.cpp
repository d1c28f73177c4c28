#include "adapters/storage/migrate.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_ms BIGINT "
    "NOT NULL)";
constexpr std::int64_t kNodesMigrating = 7'229'114;  // the number of the advisory lock

std::vector<std::string> statements_of(std::string_view sql) {
    std::vector<std::string> statements;
    while (!sql.empty()) {
        const std::size_t end = sql.find(";\n");
        const std::string_view one = sql.substr(0, end);
        if (one.find_first_not_of(" \n\t") != std::string_view::npos) statements.emplace_back(one);
        sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 2);
    }
    return statements;
}

int version_in(Transaction& transaction) {
    return static_cast<int>(transaction.run("SELECT COALESCE(MAX(number), 0) FROM schema_migration").front().whole(0));
}

void refuse_newer(int found) {
    const int wanted = static_cast<int>(migrations().size());
    if (found > wanted)
        throw StorageError(Fault::newer, "this database has schema " + std::to_string(found) +
                                             ", and this program knows " + std::to_string(wanted) +
                                             ": use the newer program, or restore a backup from before the upgrade");
}

}  // namespace

SchemaVersion schema_version(Database& database) {
    SchemaVersion version;
    version.wanted = static_cast<int>(migrations().size());
    try {
        database.read([&](Transaction& transaction) { version.found = version_in(transaction); });
    } catch (const StorageError& error) {
        if (error.fault == Fault::unavailable) throw;  // otherwise: the table is not there yet
    }
    return version;
}

std::vector<int> migrate(Database& database) {
    std::vector<int> applied;
    database.write([&](Transaction& transaction) {
        applied.clear();
        if (database.engine() == Engine::postgres) transaction.run("SELECT pg_advisory_xact_lock($1)", kNodesMigrating);
        transaction.run(kTable);
        const int found = version_in(transaction);
        refuse_newer(found);
        for (const Migration& migration : migrations()) {
            if (migration.number <= found) continue;
            for (const std::string& statement : statements_of(migration.sql)) transaction.run(statement);
            transaction.run("INSERT INTO schema_migration (number, name, applied_ms) VALUES ($1, $2, $3)",
                            migration.number, migration.name, 0);
            applied.push_back(migration.number);
        }
    });
    return applied;
}

}  // namespace praxis::storage
