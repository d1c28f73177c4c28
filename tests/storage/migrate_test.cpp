// The schema's history: from every version, again, all at once, and refused when it is newer.
#include "adapters/storage/migrate.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "tests/storage/installation.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

using storage::Database;
using storage::Fault;
using storage::migrate;
using storage::Migration;
using storage::migrations;
using storage::StorageError;

class Migrate : public OnBothEngines {
protected:
    std::unique_ptr<Database> empty = installation().open();
    std::int64_t count(const std::string& sql) { return empty->once(sql).rows.front().whole(0); }
};

TEST_P(Migrate, NumbersHaveNoGaps) {
    int expected = 0;
    for (const Migration& migration : migrations()) EXPECT_EQ(migration.number, ++expected) << migration.name;
    EXPECT_GE(expected, 5);
}

TEST_P(Migrate, FromEveryEarlierVersionAndAgain) {
    const std::size_t latest = migrations().size();
    for (std::size_t from = 0; from <= latest; ++from) {
        const Installation fresh(GetParam());
        const auto database = fresh.open();
        EXPECT_EQ(migrate(*database, migrations().first(from)).size(), from);
        EXPECT_EQ(storage::schema_version(*database).found, static_cast<int>(from));
        if (from > 0) add_tenant(*database);
        EXPECT_EQ(migrate(*database).size(), latest - from);
        EXPECT_TRUE(migrate(*database).empty());
        storage::require_current_schema(*database);
        EXPECT_EQ(database->once("SELECT * FROM tenant").rows.size(), from > 0 ? 1U : 0U);
        EXPECT_EQ(database->once("SELECT * FROM schema_migration WHERE applied_ms > 1700000000000").rows.size(),
                  latest);
    }
}

TEST_P(Migrate, KeepsNothingOfAHistoryThatFails) {
    const std::vector<Migration> history = {{1, "one", "CREATE TABLE one (a TEXT);\nINSERT INTO one VALUES ('x');\n"},
                                            {2, "two", "CREATE TABLE two (a TEXT);\nCREATE NONSENSE;\n"}};
    EXPECT_THROW(migrate(*empty, history), StorageError);
    EXPECT_EQ(storage::schema_version(*empty).found, 0);
    EXPECT_THROW(empty->once("SELECT * FROM one"), StorageError);
    EXPECT_EQ(migrate(*empty, std::span(history).first(1)).size(), 1U);
    EXPECT_THROW(migrate(*empty, history), StorageError);
    EXPECT_EQ(count("SELECT COUNT(*) FROM one"), 1);
    EXPECT_THROW(empty->once("SELECT * FROM two"), StorageError);
}

TEST_P(Migrate, RefusesANewerSchemaWithAdvice) {
    migrate(*empty);
    empty->once("INSERT INTO schema_migration (number, name, applied_ms) VALUES (999, 'from the future', 1)");
    for (const auto& act : {std::function<void()>([&] { migrate(*empty); }),
                            std::function<void()>([&] { storage::require_current_schema(*empty); })})
        try {
            act();
            FAIL() << "worked on a newer schema";
        } catch (const StorageError& error) {
            EXPECT_EQ(error.fault, Fault::newer);
            EXPECT_NE(std::string(error.what()).find("use the newer program"), std::string::npos) << error.what();
        }
    EXPECT_EQ(count("SELECT MAX(number) FROM schema_migration"), 999);
}

TEST_P(Migrate, SaysThatAnOlderSchemaMustBeMigrated) {
    migrate(*empty, migrations().first(1));
    try {
        storage::require_current_schema(*empty);
        FAIL() << "worked on an older schema";
    } catch (const StorageError& error) {
        EXPECT_NE(std::string(error.what()).find("praxis migrate"), std::string::npos) << error.what();
    }
}

// Several nodes start at once. One SQLite file is one program's: there the others are told so.
TEST_P(Migrate, FromSeveralProcessesAtOnce) {
    empty.reset();
    std::vector<std::unique_ptr<Process>> nodes;
    for (int i = 0; i < 5; ++i)
        nodes.push_back(std::make_unique<Process>(
            std::vector<std::string>{PRAXIS_STORAGE_CHILD, "migrate", installation().address()}));
    int applied = 0, refused = 0;
    for (const auto& node : nodes)
        for (std::string line = node->line(); !line.empty(); line = node->line())
            line == "error unavailable" ? ++refused : ++applied;
    int failed = 0;
    for (const auto& node : nodes) failed += node->exit_code() != 0;
    EXPECT_EQ(applied, static_cast<int>(migrations().size()));
    EXPECT_EQ(failed, refused);
    EXPECT_TRUE(is_sqlite() || refused == 0) << refused;
    storage::require_current_schema(database());
}

PRAXIS_ON_BOTH_ENGINES(Migrate);

}  // namespace
}  // namespace praxis::testing
