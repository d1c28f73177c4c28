// What a memory must survive: a killed program, a server that goes away and comes back, a full disk, prying eyes.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>

#include "adapters/storage/migrate.hpp"
#include "adapters/storage/postgres.hpp"
#include "adapters/storage/practice/attempts.hpp"
#include "adapters/storage/sqlite.hpp"
#include "tests/storage/cluster.hpp"
#include "tests/storage/installation.hpp"
#include "tests/storage/process.hpp"
#include "tests/storage/small_disk.hpp"

namespace praxis::testing {
namespace {

using namespace std::chrono_literals;
using app::StoreTrouble;
using app::Trouble;
using storage::Database;
using storage::Fault;
using storage::StorageError;
using storage::StoredAttemptLog;

// Nothing that was acknowledged is missing, nothing is there twice or out of order, and at most the entry that was on
// its way came too.
void expect_kept(Database& database, int attempt, std::int64_t acknowledged) {
    const auto entries = StoredAttemptLog(database).since("t1", id(attempt), 0);
    const auto count = static_cast<std::int64_t>(entries.size());
    EXPECT_GE(count, acknowledged) << "attempt " << attempt;
    EXPECT_LE(count, acknowledged + 1) << "attempt " << attempt;
    for (std::int64_t i = 0; i < count; ++i)
        ASSERT_EQ(entries[static_cast<std::size_t>(i)].seq, i + 1) << "attempt " << attempt;
}

// Writers that append entry after entry, each to an attempt of its own, until told to stop.
class Writers {
public:
    Writers(Database& database, int count) : acknowledged(static_cast<std::size_t>(count) + 1) {
        for (int writer = 1; writer <= count; ++writer)
            threads_.emplace_back([this, &database, writer] { write(database, writer); });
    }
    ~Writers() { stop(); }
    void stop() {
        stopping_ = true;
        for (std::thread& thread : threads_)
            if (thread.joinable()) thread.join();
    }
    std::int64_t sum() const {
        std::int64_t all = 0;
        for (const auto& one : acknowledged) all += one;
        return all;
    }
    void wait_for(std::int64_t more) const {
        const std::int64_t wanted = sum() + more;
        for (int i = 0; i < 3000 && sum() < wanted; ++i) std::this_thread::sleep_for(10ms);
        EXPECT_GE(sum(), wanted) << "the writers are stuck";
    }
    std::vector<std::atomic<std::int64_t>> acknowledged;  // by attempt
    std::atomic<int> taken = 0, unavailable = 0, full = 0, other = 0;

private:
    void write(Database& database, int writer) {
        StoredAttemptLog log(database);
        bool again = false;
        for (std::int64_t seq = 1; !stopping_;) {
            const auto trouble = append_and_wait(log, {"t1", id(writer), seq, seq, std::string(500, 'w'), again});
            again = trouble.has_value();
            if (!trouble) acknowledged[static_cast<std::size_t>(writer)] = seq++;
            if (!trouble) continue;
            ++(trouble->kind == Trouble::taken         ? taken
               : trouble->kind == Trouble::unavailable ? unavailable
               : trouble->kind == Trouble::full        ? full
                                                       : other);
            std::this_thread::sleep_for(20ms);
        }
    }
    std::atomic<bool> stopping_ = false;
    std::vector<std::thread> threads_;
};

class KilledProgram : public OnBothEngines {};

TEST_P(KilledProgram, LosesNothingThatWasAcknowledged) {
    add_tenant(database());
    constexpr int kAttempts = 20;
    close();
    for (int round = 0; round < 3; ++round) {
        const Installation fresh(GetParam());
        storage::migrate(*fresh.open());
        std::map<int, std::int64_t> acknowledged;
        Process node({PRAXIS_STORAGE_CHILD, "append", fresh.address(), std::to_string(kAttempts)});
        for (int i = 0; i < 400 * (round + 1); ++i) {
            int attempt = 0;
            std::int64_t seq = 0;
            std::istringstream(node.line()) >> attempt >> seq;
            ASSERT_GT(seq, 0);
            acknowledged[attempt] = seq;
        }
        node.kill();
        for (std::string line = node.line(); !line.empty(); line = node.line()) {  // acknowledged before it died
            int attempt = 0;
            std::int64_t seq = 0;
            std::istringstream(line) >> attempt >> seq;
            acknowledged[attempt] = seq;
        }
        EXPECT_EQ(node.exit_code(), -1);
        const auto after = fresh.open();
        for (int attempt = 1; attempt <= kAttempts; ++attempt) expect_kept(*after, attempt, acknowledged[attempt]);
        StoredAttemptLog log(*after);
        EXPECT_FALSE(append_and_wait(log, {"t1", id(99), 1, 1, "goes on"}));
    }
}

PRAXIS_ON_BOTH_ENGINES(KilledProgram);

class PostgresAway : public ::testing::Test {
protected:
    std::unique_ptr<Database> open(int patience_ms) {
        auto database = storage::open_postgres({address, 8, patience_ms});
        storage::migrate(*database);
        return database;
    }
    Cluster cluster{Durability::on};
    std::string address = cluster.new_database();
};

TEST_F(PostgresAway, ForAMomentIsWaitedOut) {
    const auto database = open(60'000);
    add_tenant(*database);
    Writers writers(*database, 12);
    writers.wait_for(300);
    cluster.stop();
    auto reader = std::async(std::launch::async, [&] {
        EXPECT_EQ(database->read([](storage::Transaction& all) { return all.run("SELECT * FROM tenant"); }).size(), 1U);
    });
    cluster.start();
    reader.get();
    writers.wait_for(300);
    cluster.crash();
    auto writer = std::async(std::launch::async, [&] {
        database->write([](storage::Transaction& transaction) { transaction.run("UPDATE tenant SET name = 'new'"); });
    });
    cluster.start();
    writer.get();
    writers.wait_for(300);
    writers.stop();
    EXPECT_EQ(writers.taken + writers.unavailable + writers.full + writers.other, 0);
    for (int i = 1; i <= 12; ++i) expect_kept(*database, i, writers.acknowledged[static_cast<std::size_t>(i)]);
    EXPECT_EQ(database->once("SELECT name FROM tenant").rows.front().text(0), "new");
}

TEST_F(PostgresAway, ForLongIsToldAndThenGotOver) {
    const auto database = open(100);
    add_tenant(*database);
    Writers writers(*database, 4);
    writers.wait_for(50);
    cluster.crash();
    for (int i = 0; i < 3000 && writers.unavailable == 0; ++i) std::this_thread::sleep_for(10ms);
    EXPECT_GT(writers.unavailable, 0);
    try {
        database->once("SELECT 1");
        FAIL() << "answered without a server";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault, Fault::unavailable);
    }
    cluster.start();
    writers.wait_for(100);
    writers.stop();
    EXPECT_EQ(writers.taken + writers.full + writers.other, 0);
    for (int i = 1; i <= 4; ++i) expect_kept(*database, i, writers.acknowledged[static_cast<std::size_t>(i)]);
}

// Fills the disk, then makes room: a clear refusal, nothing lost, and it goes on without being opened again.
void expect_full_and_over(Database& database, const std::function<void()>& make_room) {
    Writers writers(database, 16);
    for (int i = 0; i < 3000 && writers.full < 40; ++i) std::this_thread::sleep_for(10ms);
    EXPECT_GE(writers.full, 40) << "the disk did not fill";
    EXPECT_EQ(database.once("SELECT COUNT(*) FROM tenant").rows.front().whole(0), 1) << "reading goes on";
    make_room();
    writers.wait_for(200);
    writers.stop();
    EXPECT_EQ(writers.taken + writers.unavailable + writers.other, 0);
    for (int i = 1; i <= 16; ++i) expect_kept(database, i, writers.acknowledged[static_cast<std::size_t>(i)]);
}

TEST(FullDisk, IsToldAndGotOverBySqlite) {
    SmallDisk disk("3m");
    if (!disk.made()) GTEST_SKIP() << "mounting needs root; the next test does without";
    auto database = storage::open_sqlite({disk.path() / "praxis.sqlite"});
    storage::migrate(*database);
    add_tenant(*database);
    expect_full_and_over(*database, [&] { disk.resize("100m"); });
    database.reset();
    database = storage::open_sqlite({disk.path() / "praxis.sqlite"});
    EXPECT_EQ(database->once("PRAGMA integrity_check").rows.front().text(0), "ok");
}

TEST(FullDisk, OrAFileThatMayNotGrowIsToldAndGotOverBySqlite) {
    const Folder folder;
    auto database = storage::open_sqlite({folder.path() / "praxis.sqlite"});
    storage::migrate(*database);
    add_tenant(*database);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{2U << 20, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    expect_full_and_over(*database, [&] { ::setrlimit(RLIMIT_FSIZE, &before); });
    EXPECT_EQ(database->once("PRAGMA integrity_check").rows.front().text(0), "ok");
}

// A job too big for the disk fails alone; those that share its commit are kept.
TEST(FullDisk, TakesNoOtherJobWithIt) {
    SmallDisk disk("3m");
    if (!disk.made()) GTEST_SKIP() << "mounting needs root";
    const auto database = storage::open_sqlite({disk.path() / "praxis.sqlite"});
    storage::migrate(*database);
    StoredAttemptLog log(*database);
    std::promise<void> go;
    std::thread holds([&, going = go.get_future().share()] {  // so that the next ones wait together
        database->write([&](storage::Transaction&) { going.wait(); });
    });
    std::vector<std::promise<std::string>> fates(9);
    for (int i = 0; i < 9; ++i)
        log.append(
            {"t1", id(1), i + 1, 1, std::string(i == 4 ? 4U << 20 : 10U, 'x')},
            [&fates, i](const std::optional<StoreTrouble>& trouble) {
                fates[static_cast<std::size_t>(i)].set_value(trouble ? std::string(name(trouble->kind)) : "kept");
            });
    std::this_thread::sleep_for(50ms);
    go.set_value();
    holds.join();
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(fates[static_cast<std::size_t>(i)].get_future().get(), i == 4 ? "full" : "kept") << i;
    EXPECT_EQ(log.since("t1", id(1), 0).size(), 8U);
}

TEST(FullDisk, IsToldAndGotOverByPostgres) {
    SmallDisk disk("3m");
    if (!disk.made()) GTEST_SKIP() << "mounting needs root";
    Cluster cluster(Durability::off);
    cluster.give(disk.path());
    const auto database = storage::open_postgres({cluster.new_database()});
    storage::migrate(*database);
    add_tenant(*database);
    database->script("CREATE TABLESPACE small LOCATION '" + disk.path().string() + "'");
    database->script("ALTER TABLE attempt_log SET TABLESPACE small");
    expect_full_and_over(*database, [&] { disk.resize("100m"); });
}

TEST(Secrets, StayInTheirFile) {
    const Folder folder;
    const auto file = folder.path() / "new/praxis.sqlite";
    const auto database = storage::open_sqlite({file});
    storage::migrate(*database);
    database->once("SELECT 1");
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
        struct stat status {};
        ASSERT_EQ(::stat((file.string() + suffix).c_str(), &status), 0) << suffix;
        EXPECT_EQ(status.st_mode & 0777, 0600U) << suffix;
    }
    struct stat status {};
    ASSERT_EQ(::stat(file.parent_path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700U);
}

TEST(Secrets, OfAnAddressAreNotTold) {
    for (const char* address : {
             "postgresql://praxis:hunter2@127.0.0.1:1/praxis",
             "postgresql://praxis:hunter2@[::1:1/praxis",
             "postgresql://praxis:hunter2%zz@127.0.0.1:1/praxis",
             "host=127.0.0.1 port=1 user=praxis password=hunter2",
             "host=127.0.0.1 port=1 password='hunter2",
             "host=127.0.0.1 hunter2 port=1",
             "postgresql://praxis@hunter2.invalid:1/x?password=hunter2",
         })
        try {
            storage::open_postgres({address, 1, 0});
            FAIL() << "connected to nothing: " << address;
        } catch (const StorageError& error) {
            EXPECT_EQ(error.fault, Fault::unavailable);
            EXPECT_EQ(std::string(error.what()).find("hunter2"), std::string::npos) << error.what();
        }
}

TEST(SqliteFile, BelongsToOneProgram) {
    const Folder folder;
    const auto file = folder.path() / "praxis.sqlite";
    auto database = storage::open_sqlite({file});
    try {
        storage::open_sqlite({file});
        FAIL() << "two programs write to one file";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault, Fault::unavailable);
        EXPECT_NE(std::string(error.what()).find("another program"), std::string::npos) << error.what();
    }
    database.reset();
    EXPECT_NO_THROW(storage::open_sqlite({file}));
}

TEST(SqliteFile, IsSetUpToLoseNothing) {
    const Folder folder;
    const auto database = storage::open_sqlite({folder.path() / "praxis.sqlite"});
    const auto setting = [&](const char* pragma) { return database->once(pragma).rows.front().text(0); };
    EXPECT_EQ(setting("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(setting("PRAGMA synchronous"), "2");
    EXPECT_EQ(setting("PRAGMA foreign_keys"), "1");
    const std::string of_reader = database->read(
        [](storage::Transaction& transaction) { return transaction.run("PRAGMA wal_autocheckpoint").front().text(0); });
    EXPECT_EQ(of_reader, "0") << "readers never checkpoint";
}

TEST(PostgresSession, HasLimitsAndLosesNothing) {
    const auto database = storage::open_postgres({Cluster::shared().new_database()});
    const auto setting = [&](const char* name) {
        return database->once("SELECT current_setting($1)", name).rows.front().text(0);
    };
    EXPECT_EQ(setting("statement_timeout"), "20s");
    EXPECT_EQ(setting("lock_timeout"), "10s");
    EXPECT_EQ(setting("idle_in_transaction_session_timeout"), "30s");
    EXPECT_EQ(setting("synchronous_commit"), "on");
    EXPECT_EQ(setting("application_name"), "praxis");
}

TEST(PostgresSession, AsksForDurabilityWhereItIsOff) {
    const std::string address = Cluster::shared().new_database();
    const auto setting = [](Database& database) {
        return database.once("SELECT current_setting('synchronous_commit')").rows.front().text(0);
    };
    const std::string name = address.substr(address.find("dbname=") + 7);
    for (const auto& [given, wanted] : {std::pair("off", "on"), {"local", "local"}, {"remote_apply", "remote_apply"}}) {
        storage::open_postgres({address})->script("ALTER DATABASE " + name + " SET synchronous_commit = '" + given +
                                                  "'");
        EXPECT_EQ(setting(*storage::open_postgres({address})), wanted);
    }
}

}  // namespace
}  // namespace praxis::testing
