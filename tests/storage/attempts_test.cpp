// Attempts, their leases and their logs, on both engines.
#include "adapters/storage/practice/attempts.hpp"

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "adapters/storage/practice/nodes.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using app::Attempt;
using app::AttemptQuery;
using app::AttemptState;
using app::LogEntry;
using app::StoreTrouble;
using app::Trouble;
using storage::StoredAttemptLog;
using storage::StoredAttempts;
using storage::StoredNodes;

Attempt sample(int number, const std::string& person = "p1") {
    Attempt attempt;
    attempt.tenant = "t1";
    attempt.id = id(number);
    attempt.person = person;
    attempt.strategy = "hallam-steel";
    attempt.strategy_version = "v1";
    attempt.scenario = "s";
    attempt.segment = "fabricators";
    attempt.role = "owner";
    attempt.kind = "discovery";
    attempt.difficulty = "normal";
    attempt.seed = 0xfedc'ba98'7654'3210U;
    attempt.started_ms = 1'700'000'000'000 + number;
    return attempt;
}

Trouble trouble_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const StoreTrouble& trouble) {
        return trouble.kind;
    }
    ADD_FAILURE() << "no trouble";
    return Trouble::broken;
}

// What became of an entry.
std::string told(const std::optional<StoreTrouble>& trouble) {
    return trouble ? std::string(name(trouble->kind)) : "kept";
}

class Attempts : public OnBothEngines {
protected:
    void SetUp() override { add_tenant(database()); }
    StoredAttempts attempts{database()};
    StoredAttemptLog log{database()};
    StoredNodes nodes{database()};

    // Beside others, which on SQLite no real one is.
    void live(const std::string& node) {
        database().once("INSERT INTO node (node_id, alive_until_ms) VALUES ($1, now_ms() + 60000)", node);
    }
    // Not a word of it for as long as it said that it would live.
    void fall_silent(const std::string& node) {
        database().once("UPDATE node SET alive_until_ms = alive_until_ms - 60000 WHERE node_id = $1", node);
    }
};

TEST_P(Attempts, KeepEveryField) {
    Attempt attempt = sample(1);
    attempt.support = app::Support::guided;
    attempt.blind = attempt.simulated = true;
    attempt.face = id(9);
    attempt.parent = id(7);
    attempt.parent_turn = 12;
    attempt.state = AttemptState::completed;
    attempt.outcome = strategy::GoalLevel::right_disqualified;
    attempt.turns = 33;
    attempt.ended_ms = 1'700'000'100'000;
    attempt.read_ms = 1'700'000'200'000;
    attempts.add(attempt);
    const auto found = attempts.find("t1", attempt.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->tenant, "t1");
    EXPECT_EQ(found->person, attempt.person);
    EXPECT_EQ(found->strategy, attempt.strategy);
    EXPECT_EQ(found->strategy_version, attempt.strategy_version);
    EXPECT_EQ(found->scenario, attempt.scenario);
    EXPECT_EQ(found->segment, attempt.segment);
    EXPECT_EQ(found->role, attempt.role);
    EXPECT_EQ(found->kind, attempt.kind);
    EXPECT_EQ(found->difficulty, attempt.difficulty);
    EXPECT_EQ(found->support, attempt.support);
    EXPECT_TRUE(found->blind);
    EXPECT_TRUE(found->simulated);
    EXPECT_EQ(found->seed, attempt.seed);
    EXPECT_EQ(found->face, id(9));
    EXPECT_EQ(found->parent, attempt.parent);
    EXPECT_EQ(found->parent_turn, 12U);
    EXPECT_EQ(found->state, AttemptState::completed);
    EXPECT_EQ(found->outcome, strategy::GoalLevel::right_disqualified);
    EXPECT_EQ(found->turns, 33U);
    EXPECT_EQ(found->started_ms, attempt.started_ms);
    EXPECT_EQ(found->ended_ms, attempt.ended_ms);
    EXPECT_EQ(found->read_ms, attempt.read_ms);
}

TEST_P(Attempts, LeaveOutWhatIsNotThere) {
    attempts.add(sample(1));
    const auto found = attempts.find("t1", id(1));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->parent, "");
    EXPECT_FALSE(found->outcome || found->ended_ms || found->read_ms || found->blind || found->simulated);
    EXPECT_FALSE(attempts.find("t1", id(2)));
    EXPECT_FALSE(attempts.find("t2", id(1))) << "another tenant's";
}

TEST_P(Attempts, AreAddedOnceAndToATenantThatIsThere) {
    attempts.add(sample(1));
    EXPECT_EQ(trouble_of([&] { attempts.add(sample(1)); }), Trouble::taken);
    Attempt stray = sample(2);
    stray.tenant = "nobody";
    EXPECT_EQ(trouble_of([&] { attempts.add(stray); }), Trouble::missing);
}

TEST_P(Attempts, AreListedNewestFirstAndPageByPage) {
    for (int i = 1; i <= 7; ++i) attempts.add(sample(i, i % 2 == 0 ? "even" : "odd"));
    const auto ids = [&](const AttemptQuery& query) {
        std::vector<std::string> found;
        for (const Attempt& attempt : attempts.list(query)) found.push_back(attempt.id);
        return found;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids({"t1", "", "", 3}), (Ids{id(7), id(6), id(5)}));
    EXPECT_EQ(ids({"t1", "", id(5), 3}), (Ids{id(4), id(3), id(2)}));
    EXPECT_EQ(ids({"t1", "even", "", 50}), (Ids{id(6), id(4), id(2)}));
    EXPECT_EQ(ids({"t1", "odd", id(5), 1}), (Ids{id(3)}));
    EXPECT_EQ(ids({"t2", "", "", 50}), Ids{});
}

TEST_P(Attempts, Change) {
    Attempt attempt = sample(1);
    attempts.add(attempt);
    attempt.state = AttemptState::ended;
    attempt.outcome = strategy::GoalLevel::won;
    attempt.turns = 9;
    attempt.ended_ms = 5;
    attempts.change(attempt);
    const auto found = attempts.find("t1", attempt.id);
    EXPECT_EQ(found->state, AttemptState::ended);
    EXPECT_EQ(found->outcome, strategy::GoalLevel::won);
    EXPECT_EQ(found->turns, 9U);
    EXPECT_EQ(found->ended_ms, 5);
    EXPECT_EQ(trouble_of([&] { attempts.change(sample(2)); }), Trouble::missing);
}

TEST_P(Attempts, BelongToOneNodeAtATime) {
    attempts.add(sample(1));
    live("a"), live("b");
    EXPECT_TRUE(attempts.claim("t1", id(1), "a"));
    EXPECT_FALSE(attempts.claim("t1", id(1), "b"));
    EXPECT_TRUE(attempts.claim("t1", id(1), "a")) << "still its owner's";
    attempts.release("t1", id(1), "b");
    EXPECT_FALSE(attempts.claim("t1", id(1), "b")) << "only the owner lets go";
    attempts.release("t1", id(1), "a");
    EXPECT_TRUE(attempts.claim("t1", id(1), "b"));
    EXPECT_FALSE(attempts.claim("t1", id(2), "b")) << "no such attempt";
}

TEST_P(Attempts, AreTakenOverWhenTheirNodeHasFallenSilent) {
    attempts.add(sample(1));
    live("b"), live("a");
    ASSERT_TRUE(attempts.claim("t1", id(1), "a"));
    fall_silent("a");
    EXPECT_TRUE(attempts.claim("t1", id(1), "b"));
    EXPECT_FALSE(attempts.claim("t1", id(1), "a"));
}

TEST_P(Attempts, AreFreeOnceTheirNodeHasLeft) {
    attempts.add(sample(1));
    live("a"), live("b");
    ASSERT_TRUE(attempts.claim("t1", id(1), "a"));
    nodes.leave("a");
    EXPECT_TRUE(attempts.claim("t1", id(1), "b"));
}

TEST_P(Attempts, OfANodeThatWasSilentForTooLongMayBeAnothers) {
    EXPECT_FALSE(nodes.beat("a", 60'000)) << "its first word";
    EXPECT_TRUE(nodes.beat("a", 60'000)) << "in time";
    fall_silent("a");
    EXPECT_FALSE(nodes.beat("a", 60'000)) << "too late";
    EXPECT_TRUE(nodes.beat("a", 60'000));
}

// The clock was set back by an hour after a node had died: it seems to live for an hour more.
TEST_P(Attempts, AreNotHeldByANodeFromTheFuture) {
    attempts.add(sample(1));
    live("dead");
    ASSERT_TRUE(attempts.claim("t1", id(1), "dead"));
    database().once("UPDATE node SET alive_until_ms = alive_until_ms + 3600000");
    EXPECT_TRUE(attempts.claim("t1", id(1), "b"));
}

// An SQLite file is one program's: the one before it is dead, however long it said that it would live.
TEST_P(Attempts, OfADeadProgramAreFreeAtOnceOnSqlite) {
    attempts.add(sample(1));
    nodes.beat("before", 60'000);
    ASSERT_TRUE(attempts.claim("t1", id(1), "before"));
    nodes.beat("now", 60'000);
    EXPECT_EQ(attempts.claim("t1", id(1), "now"), database().engine() == storage::Engine::sqlite);
}

TEST_P(Attempts, GoToExactlyOneOfManyNodesThatClaim) {
    attempts.add(sample(1));
    std::atomic<int> winners = 0;
    std::vector<std::thread> claimants;
    for (int i = 0; i < 16; ++i) live("node" + std::to_string(i));
    for (int i = 0; i < 16; ++i)
        claimants.emplace_back([&, i] {
            if (attempts.claim("t1", id(1), "node" + std::to_string(i))) ++winners;
        });
    for (std::thread& claimant : claimants) claimant.join();
    EXPECT_EQ(winners, 1);
}

TEST_P(Attempts, LogWhatHappenedInOrder) {
    const std::string events =
        "{\"event\":\"rep_said\",\"text\":\"Gr\u00fc\u00df Gott \\\"quoted\\\" \\\\ \u65e5\u672c\u8a9e \U0001f3c6 "
        "it's {a,b} NULL\"}\n{\"x\":\"\\u0000\"}\n";
    for (int seq = 1; seq <= 3; ++seq)
        EXPECT_EQ(told(append_and_wait(log, {"t1", id(1), seq, 100 + seq, events + std::to_string(seq)})), "kept");
    EXPECT_EQ(told(append_and_wait(log, {"t1", id(2), 1, 1, ""})), "kept");
    const auto all = log.since("t1", id(1), 0);
    ASSERT_EQ(all.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(all[i].tenant, "t1");
        EXPECT_EQ(all[i].attempt, id(1));
        EXPECT_EQ(all[i].seq, i + 1);
        EXPECT_EQ(all[i].at_ms, 101 + i);
        EXPECT_EQ(all[i].events, events + std::to_string(i + 1));
    }
    EXPECT_EQ(log.since("t1", id(1), 2).size(), 1U);
    EXPECT_EQ(log.since("t1", id(1), 3).size(), 0U);
    EXPECT_EQ(log.since("t2", id(1), 0).size(), 0U) << "another tenant's";
    EXPECT_EQ(log.since("t1", id(2), 0).front().events, "");
}

TEST_P(Attempts, LogAnEntryOnce) {
    const LogEntry entry{"t1", id(1), 1, 5, "first"};
    EXPECT_EQ(told(append_and_wait(log, entry)), "kept");
    EXPECT_EQ(told(append_and_wait(log, entry)), "taken") << "the fence does not ask what it says";
    LogEntry again = entry;
    again.again = true;
    EXPECT_EQ(told(append_and_wait(log, again)), "kept") << "its own, from before";
    again.events = "other words";
    EXPECT_EQ(told(append_and_wait(log, again)), "taken");
    again.seq = 2;
    EXPECT_EQ(told(append_and_wait(log, again)), "kept") << "it had been lost";
    EXPECT_EQ(log.since("t1", id(1), 0).front().events, "first");
}

TEST_P(Attempts, LogTheEntryOfExactlyOneOfTwoNodes) {
    const auto other_node = is_sqlite() ? nullptr : installation().open();
    StoredAttemptLog other(other_node ? *other_node : database());
    constexpr int kEntries = 300;
    std::vector<std::string> told_a(kEntries), told_b(kEntries);
    const auto write = [&](StoredAttemptLog& node, const std::string& words, std::vector<std::string>& results) {
        std::vector<std::promise<void>> done(kEntries);
        for (int i = 0; i < kEntries; ++i)
            node.append({"t1", id(1), i + 1, i, words}, [&, i](const std::optional<StoreTrouble>& trouble) {
                results[i] = told(trouble);
                done[i].set_value();
            });
        for (auto& one : done) one.get_future().get();
    };
    std::thread a([&] { write(log, "a", told_a); }), b([&] { write(other, "b", told_b); });
    a.join();
    b.join();
    const auto all = log.since("t1", id(1), 0);
    ASSERT_EQ(all.size(), static_cast<std::size_t>(kEntries));
    for (int i = 0; i < kEntries; ++i) {
        const bool a_won = all[i].events == "a";
        EXPECT_EQ(told_a[i], a_won ? "kept" : "taken") << i;
        EXPECT_EQ(told_b[i], a_won ? "taken" : "kept") << i;
    }
}

// Many entries share a commit; one that cannot be kept takes no other with it.
TEST_P(Attempts, LogTheOthersWhenOneIsBad) {
    constexpr int kEntries = 200;
    std::vector<std::string> results(kEntries + 1);
    std::vector<std::promise<void>> done(kEntries + 1);
    for (int i = 1; i <= kEntries; ++i) {
        const std::string words = i % 50 == 0 ? std::string("not UTF-8: \xff") : "fine";
        log.append({"t1", id(1), i, i, words}, [&, i](const std::optional<StoreTrouble>& trouble) {
            results[i] = told(trouble);
            done[i].set_value();
        });
    }
    for (int i = 1; i <= kEntries; ++i) {
        done[i].get_future().get();
        EXPECT_EQ(results[i], i % 50 == 0 ? "broken" : "kept") << i;
    }
    EXPECT_EQ(log.since("t1", id(1), 0).size(), static_cast<std::size_t>(kEntries - 4));
}

TEST_P(Attempts, LogFor64WritersAtOnce) {
    constexpr int kWriters = 64, kEntries = 20;
    std::atomic<int> kept = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < kWriters; ++writer)
        writers.emplace_back([&, writer] {
            for (int seq = 1; seq <= kEntries; ++seq)
                if (!append_and_wait(log, {"t1", id(writer), seq, seq, "words"})) ++kept;
        });
    for (std::thread& writer : writers) writer.join();
    EXPECT_EQ(kept, kWriters * kEntries);
    StoredAttemptLog after(reopen());
    for (int writer = 0; writer < kWriters; ++writer) {
        const auto entries = after.since("t1", id(writer), 0);
        ASSERT_EQ(entries.size(), static_cast<std::size_t>(kEntries));
        for (int i = 0; i < kEntries; ++i) ASSERT_EQ(entries[i].seq, i + 1);
    }
}

PRAXIS_ON_BOTH_ENGINES(Attempts);

}  // namespace
}  // namespace praxis::testing
