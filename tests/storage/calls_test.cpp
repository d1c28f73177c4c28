// The register of real calls, on both engines.
#include <gtest/gtest.h>

#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/tenants.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using app::Registers;

class StoredCalls : public OnBothEngines {
protected:
    StoredCalls() {
        storage::StoredTenants tenants(database());
        tenants.add({id(1), "Acme"});
        tenants.add({id(2), "Globex"});
        registry = storage::registry_in(database());
    }
    app::RealCall call(int number, int person, int tenant = 1) const {
        app::RealCall one;
        one.tenant = id(tenant);
        one.id = id(number);
        one.person = id(person);
        one.strategy = "steel";
        one.strategy_version = "v1";
        one.segment = "shops";
        one.role = "owner";
        one.kind = "discovery";
        one.rep = "Milan \"M\" Verhaag";
        one.shape = "WebVTT";
        one.turns = 2;
        one.length_ms = 61'000;
        one.imported_ms = 1000 + number;
        return one;
    }
    void add(const app::RealCall& one, const app::SaidTurns& said = {},
             const std::vector<app::KeptVerdict>& verdicts = {}) {
        registry->write([&](Registers& all) { all.calls.add(one, said, verdicts); });
    }
    std::vector<std::string> listed(int person, const std::string& after, std::size_t most) {
        std::vector<std::string> ids;
        registry->read([&](Registers& all) {
            ids.clear();
            for (const auto& one : all.calls.list({id(1), id(person), after, most})) ids.push_back(one.id);
        });
        return ids;
    }
    std::int64_t rows_of(const std::string& table) {
        return database()
            .read([&](storage::Transaction& all) { return all.run("SELECT COUNT(*) FROM " + table); })
            .front()
            .whole(0);
    }
    std::unique_ptr<app::Registry> registry;
};

TEST_P(StoredCalls, AreReadAsTheyWereKept) {
    app::RealCall one = call(10, 3);
    one.held_ms = 777;
    const app::SaidTurns said = {{"Customer", "It’s “tip-ups”.\tHow — much?", conversation::Timing{10, 900}, 0},
                                 {"", "{\"not\": [json]}", std::nullopt, 0}};
    add(one, said);
    registry->read([&](Registers& all) {
        const auto found = all.calls.find(id(1), id(10));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->rep, one.rep);
        EXPECT_EQ(found->held_ms, 777);
        EXPECT_EQ(found->length_ms, 61'000);
        EXPECT_EQ(found->kind, "discovery");
        EXPECT_FALSE(all.calls.find(id(2), id(10))) << "of another company";
        const app::SaidTurns again = all.calls.said(id(1), id(10));
        ASSERT_EQ(again.size(), 2U);
        EXPECT_EQ(again[0].text, said[0].text);
        EXPECT_EQ(again[0].timing->end_ms, 900);
        EXPECT_EQ(again[1].text, said[1].text);
        EXPECT_FALSE(again[1].timing);
        EXPECT_TRUE(all.calls.said(id(2), id(10)).empty());
    });
}

TEST_P(StoredCalls, AreListedNewestFirstInPages) {
    for (const int number : {10, 11, 12}) add(call(number, 3));
    add(call(13, 4));
    EXPECT_EQ(listed(3, "", 2), (std::vector<std::string>{id(12), id(11)}));
    EXPECT_EQ(listed(3, id(11), 2), std::vector<std::string>{id(10)});
    EXPECT_EQ(listed(5, "", 2), std::vector<std::string>{});
}

TEST_P(StoredCalls, GoWithEverythingThatBelongsToThem) {
    const std::vector<app::KeptVerdict> verdicts = {{"asks-impact", "pass"}, {"listens", "fail"}};
    for (const int number : {10, 11, 12}) {
        add(call(number, number == 12 ? 4 : 3), {}, verdicts);
        registry->write([&](Registers& all) { all.call_shares.add(id(1), id(number), id(9), 5); });
    }
    registry->write([&](Registers& all) { all.calls.erase(id(1), id(10)); });
    EXPECT_EQ(rows_of("call_verdict"), 4);
    EXPECT_EQ(rows_of("call_share"), 2);
    registry->write([&](Registers& all) { EXPECT_EQ(all.calls.erase_of(id(1), id(3)), 1); });
    EXPECT_EQ(listed(4, "", 9), std::vector<std::string>{id(12)});
    EXPECT_EQ(rows_of("call_verdict"), 2);
    registry->write([&](Registers& all) {
        EXPECT_EQ(all.retention.sweep(id(1), people::DataKind::calls, 1012, 100), 0);
        EXPECT_EQ(all.retention.sweep(id(2), people::DataKind::calls, 5000, 100), 0);
        EXPECT_EQ(all.retention.sweep(id(1), people::DataKind::calls, 1013, 100), 1);
    });
    for (const char* table : {"call_review", "call_verdict", "call_share"}) EXPECT_EQ(rows_of(table), 0) << table;
}

TEST_P(StoredCalls, AreSharedOneByOne) {
    add(call(10, 3));
    add(call(11, 3));
    registry->write([&](Registers& all) {
        all.call_shares.add(id(1), id(10), id(9), 5);
        all.call_shares.add(id(1), id(10), id(9), 6);  // twice is once
        EXPECT_EQ(all.call_shares.owner_of(id(1), id(10)), id(3));
        EXPECT_FALSE(all.call_shares.owner_of(id(2), id(10)));
        EXPECT_FALSE(all.shares.owner_of(id(1), id(10))) << "an attempt it is not";
        EXPECT_EQ(all.call_shares.readers_of(id(1), id(10)), std::vector<std::string>{id(9)});
        EXPECT_TRUE(all.call_shares.readers_of(id(1), id(11)).empty());
        EXPECT_EQ(all.call_shares.with_person(id(1), id(9)).at(0).what, id(10));
        all.call_shares.add(id(1), id(11), id(9), 7);
        const auto shared = all.calls.shared_with(id(1), id(9));
        ASSERT_EQ(shared.size(), 2u);
        EXPECT_EQ(shared[0].id, id(11)) << "the last shared first";
        EXPECT_EQ(shared[1].person, id(3));
        EXPECT_EQ(shared[1].tenant, id(1));
        EXPECT_TRUE(all.calls.shared_with(id(1), id(3)).empty()) << "one's own are not shared with oneself";
        EXPECT_TRUE(all.calls.shared_with(id(2), id(9)).empty());
        all.call_shares.remove(id(1), id(11), id(9));
        all.call_shares.remove(id(1), id(10), id(9));
        EXPECT_TRUE(all.call_shares.with_person(id(1), id(9)).empty());
    });
}

TEST_P(StoredCalls, StandBesidePracticeByBehaviour) {
    add(call(10, 3), {}, {{"asks-impact", "pass"}, {"listens", "uncertain"}});
    add(call(11, 3), {}, {{"asks-impact", "fail"}, {"listens", "not_applicable"}});
    add(call(12, 4), {}, {{"asks-impact", "fail"}});
    storage::StoredAttempts attempts(database());
    for (const bool simulated : {false, true}) {
        app::Attempt attempt;
        attempt.tenant = id(1);
        attempt.id = id(simulated ? 21 : 20);
        attempt.person = id(3);
        attempt.simulated = simulated;
        attempts.add(attempt);
        attempt.state = app::AttemptState::completed;
        attempts.complete(attempt, {{"asks-impact", "pass"}, {"opens-well", "fail"}});
    }
    registry->read([&](Registers& all) {
        const auto seen = all.calls.by_behaviour(id(1), id(3));
        ASSERT_EQ(seen.size(), 2U) << "nothing that could not be told";
        EXPECT_EQ(seen[0].behaviour, "asks-impact");
        EXPECT_EQ(seen[0].calls_passed, 1);
        EXPECT_EQ(seen[0].calls_judged, 2);
        EXPECT_EQ(seen[0].practice_passed, 1) << "the simulated one is left out";
        EXPECT_EQ(seen[0].practice_judged, 1);
        EXPECT_EQ(seen[1].behaviour, "opens-well");
        EXPECT_EQ(seen[1].calls_judged, 0);
    });
}

PRAXIS_ON_BOTH_ENGINES(StoredCalls);

}  // namespace
}  // namespace praxis::testing
