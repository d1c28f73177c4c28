// Tenants and their settings, on both engines.
#include "adapters/storage/tenants.hpp"

#include <gtest/gtest.h>

#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using app::Tenant;
using storage::StoredTenants;

class Tenants : public OnBothEngines {
protected:
    StoredTenants tenants{database()};
};

TEST_P(Tenants, AreKeptAndListed) {
    tenants.add({id(2), "O'Brien & Söhne", true, R"({"retention":{"days":30}})", 7});
    tenants.add({id(1), "First", false, "{}", 5});
    const auto found = tenants.find(id(2));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "O'Brien & Söhne");
    EXPECT_TRUE(found->demo);
    EXPECT_EQ(found->settings, R"({"retention":{"days":30}})");
    EXPECT_EQ(found->created_ms, 7);
    EXPECT_EQ(found->version, 1);
    EXPECT_FALSE(tenants.find("nobody"));
    const auto all = tenants.list();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().id, id(1));
}

TEST_P(Tenants, AreNotOverwrittenUnseen) {
    tenants.add({"t1", "Before"});
    Tenant mine = *tenants.find("t1"), theirs = mine;
    mine.name = "Mine";
    tenants.change(mine);
    theirs.name = "Theirs";
    try {
        tenants.change(theirs);
        FAIL() << "overwrote an unseen change";
    } catch (const app::StoreTrouble& trouble) {
        EXPECT_EQ(trouble.kind, app::Trouble::taken);
    }
    const auto found = tenants.find("t1");
    EXPECT_EQ(found->name, "Mine");
    EXPECT_EQ(found->version, 2);
    try {
        tenants.change({"nobody", "x"});
        FAIL() << "changed one that is not there";
    } catch (const app::StoreTrouble& trouble) {
        EXPECT_EQ(trouble.kind, app::Trouble::missing);
    }
}

PRAXIS_ON_BOTH_ENGINES(Tenants);

}  // namespace
}  // namespace praxis::testing
