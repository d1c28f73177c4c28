// Looking through an installation for what cannot be.
#include "adapters/storage/inspect.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using storage::inspect;

class Inspect : public OnBothEngines {
protected:
    void SetUp() override {
        add_tenant(database());
        database().once(
            "INSERT INTO attempt (tenant_id, attempt_id, person_id, strategy_id, strategy_version, scenario_id, "
            "segment, "
            "role, kind, difficulty, support, seed, state, started_ms) "
            "VALUES ('t1', 'a', 'p', 's', 'v', 'sc', 'se', 'r', 'k', 'd', 'hints', 7, 'open', 1)");
        for (int seq = 1; seq <= 3; ++seq)
            database().once(
                "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES "
                "('t1', 'a', $1, 1, '{\"event\":\"rep_said\"}\n{\"event\":\"buyer_said\"}\n')",
                seq);
    }
    // What a test server's settings say of it is not the point here.
    std::vector<std::string> findings() {
        std::vector<std::string> found = inspect(database());
        found.erase(std::remove_if(found.begin(), found.end(),
                                   [](const std::string& text) { return text.starts_with("the server runs with"); }),
                    found.end());
        return found;
    }
    void finds(const std::string& sql, const std::string& sentence) {
        EXPECT_EQ(findings(), std::vector<std::string>{});
        database().once(sql);
        const auto found = findings();
        ASSERT_EQ(found.size(), 1U) << sql;
        EXPECT_NE(found.front().find(sentence), std::string::npos) << found.front();
        EXPECT_NE(found.front().find("t1"), std::string::npos) << "it says where: " << found.front();
    }
};

TEST_P(Inspect, FindsAGapInALog) {
    finds("DELETE FROM attempt_log WHERE seq = 2", "has a gap");
}

TEST_P(Inspect, FindsAMissingBeginning) {
    finds("DELETE FROM attempt_log WHERE seq = 1", "has a gap");
}

TEST_P(Inspect, FindsALogWithoutItsAttempt) {
    finds("DELETE FROM attempt", "belongs to no attempt");
}

TEST_P(Inspect, FindsAnEntryThatIsNoJson) {
    finds("UPDATE attempt_log SET events = '{\"event\":\"rep_said\"}\n{\"event\":' WHERE seq = 3", "no JSON: t1 a 3");
}

TEST_P(Inspect, FindsAnAttemptThatIsOpenAndEnded) {
    finds("UPDATE attempt SET ended_ms = 5", "open and ended");
}

TEST_P(Inspect, FindsAReportAVerdictAndAShareOfNothing) {
    database().once("INSERT INTO attempt_report (tenant_id, attempt_id, report, made_ms) VALUES ('t1', 'x', '{}', 1)");
    database().once(
        "INSERT INTO verdict (tenant_id, attempt_id, person_id, behaviour, segment, verdict, at_ms) "
        "VALUES ('t1', 'x', 'p', 'b', 's', 'pass', 1)");
    database().once("INSERT INTO share (tenant_id, attempt_id, with_id, shared_ms) VALUES ('t1', 'x', 'p', 1)");
    EXPECT_EQ(findings().size(), 3U);
}

TEST_P(Inspect, FindsAPublishedVersionThatIsNotThere) {
    finds(
        "INSERT INTO strategy (tenant_id, strategy_id, name, published, created_ms, changed_ms) "
        "VALUES ('t1', 's', 'S', 'v9', 1, 1)",
        "published version");
}

TEST_P(Inspect, SaysThatAServerMayForget) {
    const auto all = inspect(database());
    EXPECT_EQ(all.empty(), is_sqlite()) << "the test's server runs without fsync";
}

TEST(InspectSqlite, FindsADamagedFile) {
    const Installation installation(storage::Engine::sqlite);
    {
        const auto database = installation.open();
        database->once("CREATE TABLE thing (name TEXT PRIMARY KEY, words TEXT)");
        for (int i = 0; i < 400; ++i)
            database->once("INSERT INTO thing VALUES ($1, $2)", std::to_string(i), std::string(100, 'x'));
    }
    std::fstream file(installation.address(), std::ios::in | std::ios::out | std::ios::binary);
    for (int page = 2; page < 12; ++page) {
        file.seekp(page * 4096 + 2);
        file.write("\xff\xff\xff\xff\xff\xff", 6);
    }
    file.close();
    const auto reader = installation.open();
    try {
        const auto found = inspect(*reader);
        ASSERT_FALSE(found.empty());
        EXPECT_NE(found.front().find("damaged"), std::string::npos) << found.front();
    } catch (const storage::StorageError& error) {
        EXPECT_NE(std::string(error.what()).find("malformed"), std::string::npos) << error.what();
    }
}

PRAXIS_ON_BOTH_ENGINES(Inspect);

}  // namespace
}  // namespace praxis::testing
