// Published strategies and their editions, on both engines.
#include "adapters/storage/practice/strategies.hpp"

#include <gtest/gtest.h>

#include "adapters/storage/tenants.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using app::Edition;

class Strategies : public OnBothEngines {
protected:
    Strategies() { storage::StoredTenants(database()).add({id(1), "Acme"}); }
    bool publish(const std::string& version, const std::string& before, std::int64_t at_ms) {
        return strategies.publish({id(1), "steel", version, "text of " + version, id(7), at_ms}, "Steel", before, {});
    }
    std::int64_t rows() {
        return database()
            .read([](storage::Transaction& all) { return all.run("SELECT COUNT(*) FROM strategy"); })
            .front()
            .whole(0);
    }
    storage::StoredStrategies strategies{database()};
};

TEST_P(Strategies, AreReplacedBySomebodyWhoReadTheOneInForce) {
    ASSERT_TRUE(publish("one", "", 1));
    EXPECT_FALSE(publish("two", "", 2)) << "another is in force";
    EXPECT_FALSE(publish("two", "none", 2));
    ASSERT_TRUE(publish("two", "one", 3));
    ASSERT_EQ(strategies.list(id(1)).size(), 1U);
    EXPECT_EQ(strategies.list(id(1)).front().version, "two");
    const auto editions = strategies.editions(id(1), "steel");
    ASSERT_EQ(editions.size(), 2U);
    EXPECT_EQ(editions.front().version, "two");
    EXPECT_TRUE(editions.front().source.empty());
    EXPECT_EQ(strategies.find(id(1), "steel", "one")->source, "text of one");
    EXPECT_FALSE(strategies.find(id(2), "steel", "one")) << "of another company";
}

TEST_P(Strategies, ARefusedOneLeavesNothing) {
    EXPECT_FALSE(publish("one", "never", 1));
    EXPECT_EQ(rows(), 0);
    EXPECT_TRUE(strategies.editions(id(1), "steel").empty());
}

TEST_P(Strategies, AreTakenBackAndPublishedAgain) {
    ASSERT_TRUE(publish("one", "", 1));
    EXPECT_TRUE(strategies.withdraw(id(1), "steel", 2, {}));
    EXPECT_FALSE(strategies.withdraw(id(1), "steel", 3, {}));
    EXPECT_TRUE(strategies.list(id(1)).empty());
    EXPECT_TRUE(strategies.find(id(1), "steel", "one")) << "what was practised on it can be read";
    EXPECT_TRUE(publish("one", "", 4));
    EXPECT_EQ(strategies.editions(id(1), "steel").size(), 1U);
}

PRAXIS_ON_BOTH_ENGINES(Strategies);

}  // namespace
}  // namespace praxis::testing
