// Backups, restoring them, and moving an installation between engines.
#include "adapters/storage/copy/copy.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <bit>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <thread>

#include "adapters/storage/address.hpp"
#include "adapters/storage/copy/row_line.hpp"
#include "adapters/storage/migrate.hpp"
#include "adapters/storage/sqlite.hpp"
#include "tests/storage/installation.hpp"
#include "tests/storage/process.hpp"
#include "tests/storage/small_disk.hpp"

namespace praxis::testing {
namespace {

namespace fs = std::filesystem;
using storage::BackupError;
using storage::Column;
using storage::ColumnKind;
using storage::CopyRefused;
using storage::Database;
using storage::Engine;
using storage::Fault;
using storage::Inventory;
using storage::StorageError;
using storage::Table;
using storage::Transaction;
using storage::Value;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

Table table_of(std::initializer_list<ColumnKind> kinds) {
    Table table;
    for (const ColumnKind kind : kinds) table.columns.push_back({"c" + std::to_string(table.columns.size()), kind});
    return table;
}

TEST(RowLine, KeepsEveryValue) {
    const Table table = table_of({ColumnKind::text, ColumnKind::whole, ColumnKind::real, ColumnKind::text});
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::uint64_t length = random() % 12; length > 0; --length) text += static_cast<char>(1 + random() % 127);
        double number = std::bit_cast<double>(random());
        if (!std::isfinite(number)) number = 0.1;
        const std::vector<Value> row = {text, static_cast<std::int64_t>(random()), number,
                                        random() % 2 == 0 ? Value{} : Value("ü日\\\"🏆\n" + text)};
        const std::string line = storage::to_line(row);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto back = storage::from_line(line, table);
        ASSERT_TRUE(back) << line;
        ASSERT_EQ(*back, row) << line;
    }
}

TEST(RowLine, RefusesWhatIsNone) {
    const Table table = table_of({ColumnKind::text, ColumnKind::whole});
    EXPECT_TRUE(storage::from_line(R"(["a",1])", table));
    for (const char* wrong : {"", "[", "[]", R"(["a"])", R"(["a",1)", R"(["a",1]x)", R"(["a",1,2])", R"([1,1])",
                              R"(["a","1"])", R"(["a,1])", R"(["\x",1])", R"(["\u0041",1])", R"(["\u00",1])",
                              R"(["a",1.5])", R"(["a",99999999999999999999])", R"( ["a",1])", R"(["a", 1])"})
        EXPECT_FALSE(storage::from_line(wrong, table)) << wrong;
}

TEST(RowLine, IsTheSameForBothEngines) {
    EXPECT_EQ(storage::as_kept(std::int64_t{5}, ColumnKind::real), Value(5.0));
    EXPECT_EQ(storage::as_kept(5.0, ColumnKind::whole), Value(std::int64_t{5}));
    EXPECT_EQ(storage::to_line({storage::as_kept(-0.0, ColumnKind::real)}), "[0]");
}

TEST(RowSum, DoesNotDependOnOrderButOnEveryRow) {
    storage::RowSum a, b, c;
    for (const char* line : {"[1]", "[2]", "[3]"}) a.add(line);
    for (const char* line : {"[3]", "[1]", "[2]"}) b.add(line);
    for (const char* line : {"[3]", "[1]", "[1]"}) c.add(line);
    EXPECT_EQ(a.digest(), b.digest());
    EXPECT_NE(a.digest(), c.digest());
    EXPECT_EQ(a.digest().size(), 64U);
    storage::RowSum one;
    one.add("abc");
    EXPECT_EQ(one.digest(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") << "SHA-256 of abc";
}

constexpr int kEntries = 1234;  // several pages

// Rows in tables that refer to each other, with awkward texts, nulls and great numbers.
void fill(Database& database) {
    for (const char* tenant : {"t1", "t2"}) {
        add_tenant(database, tenant);
        database.write([&](Transaction& all) {
            all.run("UPDATE tenant SET name = $2 WHERE tenant_id = $1", tenant,
                    "O'Brien \"&\" Söhne\\\n日本 🏆 \x01\x7f");
            for (int i = 0; i < 30; ++i)
                all.run(
                    "INSERT INTO person (tenant_id, person_id, email, name, roles, state, outside_id, created_ms, "
                    "changed_ms) VALUES ($1, $2, $3, $4, 'rep', 'active', $5, $6, 0)",
                    tenant, id(i), "p" + std::to_string(i) + "@example.com", "Person, {" + std::to_string(i) + "}",
                    i % 2 == 0 ? Value{} : Value("out" + std::to_string(i)),
                    std::numeric_limits<std::int64_t>::max() - i);
            all.run("INSERT INTO team (tenant_id, team_id, name, created_ms) VALUES ($1, 'a', 'A-Team', 0)", tenant);
            all.run("INSERT INTO membership (tenant_id, team_id, person_id) VALUES ($1, 'a', $2)", tenant, id(1));
            all.run(
                "INSERT INTO strategy (tenant_id, strategy_id, name, created_ms, changed_ms) "
                "VALUES ($1, 's', 'S', -1, 0)",
                tenant);
            all.run(
                "INSERT INTO strategy_version (tenant_id, strategy_id, version, source, created_ms) "
                "VALUES ($1, 's', 'v1', $2, 0)",
                tenant, std::string(300'000, 'y') + ": |\n\ttext");
            for (int i = 1; i <= kEntries; ++i)
                all.run(
                    "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ($1, $2, $3, $4, $5)",
                    tenant, id(i % 7), i, 0, "{\"text\":\"\\u0000 quoted \\\"" + std::to_string(i) + "\"}\n");
        });
    }
}

std::int64_t rows_of(const Inventory& inventory, const std::string& table) {
    for (const auto& one : inventory.tables)
        if (one.name == table) return one.rows;
    return -1;
}

class Copies : public OnBothEngines {
protected:
    Database& database_without_schema() { return *(fresh = elsewhere.open()); }
    const Installation elsewhere{GetParam()};
    std::unique_ptr<Database> fresh;
    Folder folder;
    const fs::path file = folder.path() / "praxis.backup";
};

TEST_P(Copies, AreTheSameWhereverTheyGo) {
    fill(database());
    const Inventory there = storage::inventory_of(database());
    EXPECT_EQ(rows_of(there, "attempt_log"), 2 * kEntries);
    EXPECT_EQ(rows_of(there, "membership"), 2);
    EXPECT_EQ(storage::backup(database(), file), there);
    EXPECT_EQ(storage::check_backup(file), there);
    struct stat status {};
    ::stat(file.c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    for (const Engine engine : {Engine::sqlite, Engine::postgres}) {
        const Installation target(engine);
        const auto restored = target.open();
        EXPECT_EQ(storage::restore(file, *restored), there);
        EXPECT_EQ(storage::inventory_of(*restored), there);
        storage::require_current_schema(*restored);
        const fs::path again = folder.path() / ("again-" + std::string(name(engine)));
        storage::backup(*restored, again);
        EXPECT_EQ(storage::check_backup(again), there);
        EXPECT_EQ(restored->once("SELECT name FROM tenant WHERE tenant_id = 't2'").rows.front().text(0),
                  "O'Brien \"&\" Söhne\\\n日本 🏆 \x01\x7f");
    }
}

TEST_P(Copies, MoveToTheOtherEngine) {
    fill(database());
    const Inventory there = storage::inventory_of(database());
    close();
    const Installation target(is_sqlite() ? Engine::postgres : Engine::sqlite);
    const auto from = storage::open(storage::address_of(installation().address()), storage::Use::tool);
    const auto to = target.open();
    EXPECT_EQ(storage::move(*from, *to), there);
    EXPECT_EQ(storage::inventory_of(*to), there);
    EXPECT_EQ(storage::inventory_of(*from), there) << "the source is left as it was";
    EXPECT_THROW(storage::move(*from, *to), CopyRefused) << "the target is not empty now";
    EXPECT_EQ(storage::inventory_of(*to), there);
}

TEST_P(Copies, DoNotMoveUnderARunningNode) {
    fill(database());
    if (is_sqlite()) {
        EXPECT_THROW(installation().open(), StorageError) << "the file is its program's";
        return;
    }
    const auto from = storage::open(storage::address_of(installation().address()), storage::Use::tool);
    const Installation target(Engine::sqlite);
    try {
        storage::move(*from, *target.open());
        FAIL() << "moved what is in use";
    } catch (const CopyRefused& refused) {
        EXPECT_NE(std::string(refused.what()).find("stop its nodes"), std::string::npos) << refused.what();
    }
}

TEST_P(Copies, AreRefusedWhereThereIsSomething) {
    fill(database());
    storage::backup(database(), file);
    const Installation target(GetParam());
    const auto used = target.open();
    storage::migrate(*used);
    add_tenant(*used, "already here");
    EXPECT_THROW(storage::restore(file, *used), CopyRefused);
    EXPECT_EQ(storage::inventory_of(*used).rows(), 1);
    EXPECT_THROW(storage::backup(database(), file), BackupError) << "nor is a backup written over another";
    EXPECT_THROW(storage::backup(*Installation(GetParam()).open(), folder.path() / "nothing"), CopyRefused);
}

TEST_P(Copies, OfAnOlderSchemaAreBroughtUpToDate) {
    const Installation old(GetParam());
    const auto older = old.open();
    storage::migrate(*older, storage::migrations().first(2));
    add_tenant(*older);
    storage::backup(*older, file);
    const Inventory sent = storage::restore(file, database_without_schema());
    EXPECT_EQ(sent.schema, 2);
    storage::require_current_schema(*fresh);
    EXPECT_EQ(rows_of(storage::inventory_of(*fresh), "tenant"), 1);
    EXPECT_EQ(rows_of(storage::inventory_of(*fresh), "attempt"), 0);
}

TEST_P(Copies, OfANewerSchemaAreRefused) {
    fill(database());
    storage::backup(database(), file);
    std::string text = text_of(file);
    const std::size_t at = text.find("\"schema\":") + 9;
    text.replace(at, text.find(',', at) - at, "999");
    write(file, text);
    try {
        storage::restore(file, database_without_schema());
        FAIL() << "restored what it does not know";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault, Fault::newer);
    }
    EXPECT_EQ(storage::schema_version(*fresh).found, 0);
}

TEST_P(Copies, ThatAreDamagedAreRefusedAndKeepNothing) {
    add_tenant(database());
    database().once(
        "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ('t1', 'a', 1, 5, '{}')");
    storage::backup(database(), file);
    const std::string whole = text_of(file);
    Database& target = database_without_schema();
    const auto refused = [&](const std::string& text, const std::string& what) {
        write(file, text);
        try {
            storage::check_backup(file);
            ADD_FAILURE() << "not noticed: " << what;
        } catch (const BackupError& error) {
            EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos);
        }
    };
    std::mt19937 random(5);
    for (int i = 0; i < 400; ++i) {
        std::string text = whole;
        const std::size_t at = random() % text.size();
        text[at] = static_cast<char>(text[at] ^ (1 << random() % 7));
        refused(text, "a flipped bit at " + std::to_string(at));
    }
    for (std::size_t length = 0; length < whole.size() - 1; length += 1 + random() % 40)
        refused(whole.substr(0, length), "cut at " + std::to_string(length));
    for (std::size_t at = 0; at + 1 < whole.size(); at = whole.find('\n', at) + 1)
        refused(whole.substr(0, at) + whole.substr(whole.find('\n', at) + 1),
                "a line left out at " + std::to_string(at));
    refused(whole + "[]\n", "something added");
    refused("", "an empty file");
    // Sums that fit, but another row: whoever restores hears of it at the latest at the end, and nothing is kept.
    std::string forged = whole;
    forged.replace(forged.find("\"t1\""), 4, "\"t9\"");
    write(file, forged);
    EXPECT_THROW(storage::restore(file, target), BackupError);
    EXPECT_EQ(storage::inventory_of(target).rows(), 0);
    write(file, whole);
    EXPECT_EQ(storage::restore(file, target).rows(), 2) << "and the sound one can be restored then";
}

// Two tables change together in every write; a backup in the middle has both or neither.
TEST_P(Copies, HoldOneMoment) {
    add_tenant(database());
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([&, writer] {
            for (int i = 0; !stop; ++i) {
                const std::string key = std::to_string(writer) + "-" + std::to_string(i);
                database().write([&](Transaction& all) {
                    all.run("INSERT INTO team (tenant_id, team_id, name, created_ms) VALUES ('t1', $1, $1, 0)", key);
                    all.run(
                        "INSERT INTO audit (tenant_id, audit_id, at_ms, verb, subject) VALUES ('t1', $1, 0, 'v', 's')",
                        key);
                });
                ++written;
            }
        });
    for (int i = 0; i < 5; ++i) {
        const int before = written;
        while (written < before + 150) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const Inventory copied = storage::backup(database(), folder.path() / std::to_string(i));
        EXPECT_EQ(rows_of(copied, "team"), rows_of(copied, "audit"));
        EXPECT_GE(rows_of(copied, "team"), before);
    }
    stop = true;
    for (std::thread& writer : writers) writer.join();
}

TEST(CopyOfSqlite, IsMadeBesideARunningProgram) {
    const Installation installation(Engine::sqlite);
    {
        const auto database = installation.open();
        storage::migrate(*database);
        add_tenant(*database);
    }
    Process node({PRAXIS_STORAGE_CHILD, "append", installation.address(), "8"});
    for (int i = 0; i < 300; ++i) ASSERT_FALSE(node.line().empty());
    const Folder folder;
    const auto reader = storage::open({Engine::sqlite, installation.address()}, storage::Use::reader);
    const Inventory copied = storage::backup(*reader, folder.path() / "backup");
    EXPECT_GE(rows_of(copied, "attempt_log"), 300);
    EXPECT_THROW(reader->once("DELETE FROM tenant"), StorageError);
    for (int i = 0; i < 300; ++i) ASSERT_FALSE(node.line().empty()) << "the node goes on";
    node.kill();
    node.exit_code();
    EXPECT_EQ(storage::backup(*storage::open({Engine::sqlite, installation.address()}, storage::Use::reader),
                              folder.path() / "after")
                  .schema,
              copied.schema)
        << "also of a file whose program was killed";
}

TEST(CopyOntoAFullDisk, IsToldAndLeavesNothing) {
    SmallDisk disk("1m");
    if (!disk.made()) GTEST_SKIP() << "mounting needs root";
    const Installation installation(Engine::sqlite);
    const auto database = installation.open();
    storage::migrate(*database);
    fill(*database);
    database->once(
        "INSERT INTO strategy_version (tenant_id, strategy_id, version, source, created_ms) "
        "VALUES ('t1', 's', 'v2', $1, 0)",
        std::string(3'000'000, 'z'));
    try {
        storage::backup(*database, disk.path() / "backup");
        FAIL() << "wrote three megabytes into one";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault, Fault::full);
    }
    EXPECT_TRUE(fs::is_empty(disk.path()));
    disk.resize("50m");
    EXPECT_GT(storage::backup(*database, disk.path() / "backup").rows(), 0);
}

PRAXIS_ON_BOTH_ENGINES(Copies);

}  // namespace
}  // namespace praxis::testing
