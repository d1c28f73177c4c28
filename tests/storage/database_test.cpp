// What the two engines promise alike: values, transactions, faults.
#include "adapters/storage/database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <limits>
#include <thread>

#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using storage::Fault;
using storage::Row;
using storage::Rows;
using storage::StorageError;
using storage::Transaction;

constexpr const char* kTable =
    "CREATE TABLE thing (name TEXT PRIMARY KEY, whole BIGINT, number DOUBLE PRECISION, words TEXT, "
    "rule BIGINT CHECK (rule IS NULL OR rule > 0))";
constexpr const char* kPart = "CREATE TABLE part (name TEXT PRIMARY KEY, thing TEXT NOT NULL REFERENCES thing (name))";

class BothEngines : public OnBothEngines {
protected:
    void SetUp() override {
        database().once(kTable);
        database().once(kPart);
    }
    Fault fault_of(const std::function<void()>& act) {
        try {
            act();
        } catch (const StorageError& error) {
            said = error.what();
            return error.fault;
        }
        ADD_FAILURE() << "no error";
        return Fault::broken;
    }
    std::int64_t count() { return database().once("SELECT COUNT(*) FROM thing").rows.front().whole(0); }
    std::string said;
};

TEST_P(BothEngines, KeepValues) {
    const std::string words = "it's \"quoted\", back\\slash, {a,b}, NULL, $1, \r\n\ttab, Grüße, 日本語, 🏆, e\u0301";
    database().once("INSERT INTO thing (name, whole, number, words) VALUES ($1, $2, $3, $4)", "a",
                    std::numeric_limits<std::int64_t>::min(), 0.1, words);
    database().once("INSERT INTO thing (name, whole, number, words) VALUES ($1, $2, $3, $4)", "b",
                    std::numeric_limits<std::int64_t>::max(), -1.7976931348623157e308, "");
    database().once("INSERT INTO thing (name) VALUES ($1)", "c");
    const Rows rows = database().once("SELECT * FROM thing ORDER BY name").rows;
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].whole("whole"), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(rows[0].number("number"), 0.1);
    EXPECT_EQ(rows[0].text("words"), words);
    EXPECT_EQ(rows[1].whole(1), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(rows[1].number(2), -1.7976931348623157e308);
    EXPECT_EQ(rows[1].text(3), "");
    EXPECT_FALSE(rows[1].null("words"));
    EXPECT_TRUE(rows[2].null("whole") && rows[2].null("number") && rows[2].null("words"));
    EXPECT_FALSE(rows[2].maybe_text("words") || rows[2].maybe_whole("whole"));
    EXPECT_THROW(rows[0].text("wrods"), std::out_of_range);
    EXPECT_THROW(rows[0].text(99), std::out_of_range);
}

TEST_P(BothEngines, GiveTextsAwayOnce) {
    database().once("INSERT INTO thing (words, name, whole) VALUES ($1, $2, $3)", "said at length, to be kept apart",
                    "n", 3);
    Row row = database().once("SELECT words, whole, number FROM thing").rows.at(0);
    EXPECT_EQ(row.take_text("words"), "said at length, to be kept apart");
    EXPECT_EQ(row.text("words"), "") << "it was moved out";
    EXPECT_EQ(row.take_text("whole"), "3") << "what is no text stays";
    EXPECT_EQ(row.take_text("whole"), "3");
    EXPECT_EQ(row.take_text("number"), "");
    EXPECT_THROW(row.take_text("wrods"), std::out_of_range);
}

TEST_P(BothEngines, TakeParametersByNumberNotByPlace) {
    database().once("INSERT INTO thing (words, name, whole) VALUES ($2, $1, $3)", "name", "words", 3);
    const Row row =
        database().once("SELECT name, words FROM thing WHERE whole = $2 AND name = $1", "name", 3).rows.at(0);
    EXPECT_EQ(row.text("name"), "name");
    EXPECT_EQ(row.text("words"), "words");
    EXPECT_EQ(database().once("UPDATE thing SET words = $2, number = $1 WHERE name = $3", 1.5, "x", "name").changed, 1);
    EXPECT_EQ(database().once("SELECT 1 FROM thing WHERE words = $1 OR name = $1", "x").rows.size(), 1U);
    EXPECT_EQ(fault_of([&] { database().once("SELECT 1 FROM thing WHERE name = $1", "a", "b"); }), Fault::broken);
    EXPECT_EQ(fault_of([&] { database().once("SELECT 1 FROM thing WHERE name = $1"); }), Fault::broken);
}

TEST_P(BothEngines, RefuseWhatOnlyOneOfThemCouldKeep) {
    for (const std::string& text :
         {std::string("a\0b", 3), std::string("\xff"), std::string("\xc0\x80"), std::string("\xed\xa0\x80"),
          std::string("\xf4\x90\x80\x80"), std::string("\xe2\x82")})
        EXPECT_EQ(fault_of([&] { database().once("INSERT INTO thing (name) VALUES ($1)", text); }), Fault::check);
    for (const double number : {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(fault_of([&] { database().once("INSERT INTO thing (name, number) VALUES ($1, $2)", "n", number); }),
                  Fault::check);
    EXPECT_EQ(count(), 0);
}

TEST_P(BothEngines, TellFaultsApart) {
    database().once("INSERT INTO thing (name) VALUES ($1)", "a secret");
    const auto add = [&](const char* name, int rule) {
        database().once("INSERT INTO thing (name, rule) VALUES ($1, $2)", name, rule);
    };
    EXPECT_EQ(fault_of([&] { add("a secret", 1); }), Fault::unique);
    EXPECT_EQ(said.find("a secret"), std::string::npos) << said;
    EXPECT_EQ(fault_of([&] { add("another secret", 0); }), Fault::check);
    EXPECT_EQ(said.find("secret"), std::string::npos) << said;
    EXPECT_EQ(fault_of([&] { database().once("INSERT INTO part (name, thing) VALUES ($1, $2)", "p", "no secret"); }),
              Fault::foreign_key);
    EXPECT_EQ(said.find("secret"), std::string::npos) << said;
    EXPECT_EQ(fault_of([&] { database().once("INSERT INTO part (name) VALUES ($1)", "secret"); }), Fault::check);
    EXPECT_EQ(said.find("secret"), std::string::npos) << said;
    EXPECT_EQ(fault_of([&] { database().once("SELECT nothing FROM nowhere"); }), Fault::broken);
    EXPECT_NE(said.find("nowhere"), std::string::npos) << said;
    EXPECT_EQ(fault_of([&] { database().once("SELECT 1; SELECT 2"); }), Fault::broken) << "one statement at a time";
}

TEST_P(BothEngines, KeepAllOfAWriteOrNothing) {
    EXPECT_EQ(database().write([](Transaction& transaction) {
        transaction.run("INSERT INTO thing (name) VALUES ('a')");
        return transaction.change("INSERT INTO thing (name) VALUES ('b'), ('c')");
    }),
              2);
    EXPECT_THROW(database().write([](Transaction& transaction) {
        transaction.run("INSERT INTO thing (name) VALUES ('d')");
        throw std::logic_error("changed my mind");
    }),
                 std::logic_error);
    EXPECT_EQ(fault_of([&] {
                  database().write([](Transaction& transaction) {
                      transaction.run("INSERT INTO thing (name) VALUES ('e')");
                      transaction.run("INSERT INTO thing (name) VALUES ('a')");
                  });
              }),
              Fault::unique);
    EXPECT_EQ(count(), 3);
}

TEST_P(BothEngines, KeepNothingWhenAFailedStatementIsPassedOver) {
    database().once("INSERT INTO thing (name) VALUES ('a')");
    for (const char* wrong : {"INSERT INTO thing (name) VALUES ('a')", "SELECT nothing FROM nowhere"})
        EXPECT_THROW(database().write([&](Transaction& transaction) {
            transaction.run("INSERT INTO thing (name) VALUES ('b')");
            EXPECT_THROW(transaction.run(wrong), StorageError);
            EXPECT_THROW(transaction.run("SELECT 1"), StorageError) << "the transaction is spoilt";
        }),
                     StorageError);
    EXPECT_THROW(database().write([&](Transaction& transaction) {
        transaction.run("INSERT INTO thing (name) VALUES ('b')");
        EXPECT_THROW(transaction.run("INSERT INTO thing (name) VALUES ($1)", "\xff"), StorageError);
    }),
                 StorageError);
    EXPECT_EQ(count(), 1);
    database().once("INSERT INTO thing (name) VALUES ('b')");
    EXPECT_EQ(count(), 2) << "the next is not spoilt by it";
}

// Every one of them reads the sum and writes one more: a write runs as if it were alone.
TEST_P(BothEngines, LoseNoUpdateOfManyWriters) {
    database().once("INSERT INTO thing (name, whole) VALUES ('sum', 0)");
    constexpr int kWriters = 8, kWrites = 25;
    std::vector<std::thread> writers;
    for (int i = 0; i < kWriters; ++i)
        writers.emplace_back([&] {
            for (int j = 0; j < kWrites; ++j)
                database().write([](Transaction& transaction) {
                    const auto sum = transaction.run("SELECT whole FROM thing WHERE name = 'sum'").front().whole(0);
                    transaction.run("UPDATE thing SET whole = $1 WHERE name = 'sum'", sum + 1);
                });
        });
    for (std::thread& writer : writers) writer.join();
    EXPECT_EQ(database().once("SELECT whole FROM thing WHERE name = 'sum'").rows.front().whole(0), kWriters * kWrites);
}

// Two who each see that the other is still there leave one after the other, not both.
TEST_P(BothEngines, KeepARuleOverSeveralRows) {
    for (int round = 0; round < 10; ++round) {
        database().once("DELETE FROM thing");
        database().once("INSERT INTO thing (name, whole) VALUES ('a', 1), ('b', 1)");
        const auto leave = [&](const char* name) {
            database().write([&](Transaction& transaction) {
                if (transaction.run("SELECT COUNT(*) FROM thing WHERE whole = 1").front().whole(0) < 2) return;
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                transaction.run("UPDATE thing SET whole = 0 WHERE name = $1", name);
            });
        };
        std::thread a([&] { leave("a"); }), b([&] { leave("b"); });
        a.join();
        b.join();
        ASSERT_EQ(database().once("SELECT COUNT(*) FROM thing WHERE whole = 1").rows.front().whole(0), 1);
    }
}

TEST_P(BothEngines, ReadOneMoment) {
    database().once("INSERT INTO thing (name) VALUES ('a')");
    database().read([&](Transaction& transaction) {
        EXPECT_EQ(transaction.run("SELECT COUNT(*) FROM thing").front().whole(0), 1);
        std::thread([&] { database().once("INSERT INTO thing (name) VALUES ('b')"); }).join();
        EXPECT_EQ(transaction.run("SELECT COUNT(*) FROM thing").front().whole(0), 1);
        return 0;
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(BothEngines, DoNotWriteInARead) {
    EXPECT_THROW(
        database().read([](Transaction& transaction) { transaction.run("INSERT INTO thing (name) VALUES ('a')"); }),
        StorageError);
    EXPECT_EQ(count(), 0);
}

TEST_P(BothEngines, TellTheTime) {
    const auto now = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    };
    const std::int64_t before = now();
    const std::int64_t told = database().once("SELECT now_ms()").rows.front().whole(0);
    EXPECT_LE(before, told + 1);
    EXPECT_LE(told, now() + 1);
}

TEST_P(BothEngines, CountWhatChanged) {
    database().once("INSERT INTO thing (name, whole) VALUES ('a', 1), ('b', 1), ('c', 2)");
    EXPECT_EQ(database().once("UPDATE thing SET whole = 9 WHERE whole = 1").changed, 2);
    EXPECT_EQ(database().once("UPDATE thing SET whole = 9 WHERE whole = 1").changed, 0);
    EXPECT_EQ(database().once("SELECT * FROM thing").changed, 0);
    const auto returned = database().once("DELETE FROM thing WHERE whole = 9 RETURNING name");
    EXPECT_EQ(returned.changed, 2);
    EXPECT_EQ(returned.rows.size(), 2U);
    EXPECT_EQ(database().once("INSERT INTO thing (name) VALUES ('c') ON CONFLICT DO NOTHING").changed, 0);
}

// More statements than are kept prepared, and a table that changes below a prepared one.
TEST_P(BothEngines, PrepareAnew) {
    for (int i = 0; i < 1200; ++i) ASSERT_EQ(database().once("SELECT " + std::to_string(i)).rows.front().whole(0), i);
    database().once("INSERT INTO thing (name) VALUES ('a')");
    EXPECT_EQ(database().once("SELECT * FROM thing").rows.front().text("name"), "a");
    database().once("ALTER TABLE thing ADD COLUMN more TEXT NOT NULL DEFAULT 'added'");
    const Row row = database().once("SELECT * FROM thing").rows.front();
    EXPECT_EQ(row.text("name"), "a");
    EXPECT_EQ(row.text("more"), "added");
}

PRAXIS_ON_BOTH_ENGINES(BothEngines);

}  // namespace
}  // namespace praxis::testing
