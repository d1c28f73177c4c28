// The register of a company's own characters, on both engines.
#include <gtest/gtest.h>

#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/tenants.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using app::OwnCharacter;
using app::Registers;

class StoredCharacters : public OnBothEngines {
protected:
    StoredCharacters() {
        storage::StoredTenants tenants(database());
        tenants.add({id(1), "Acme"});
        tenants.add({id(2), "Globex"});
        registry = storage::registry_in(database());
    }
    static OwnCharacter character(int number, const std::string& word, int tenant = 1) {
        return {id(tenant),
                id(number),
                {word,
                 strategy::Presents::woman,
                 {strategy::Setting::clinic, strategy::Setting::board},
                 {{"age", 40.0}, {"skin.tone", 2.25}, {"head.jaw", -0.35}, {"hair.style", "bob"}, {"place", "clinic"}}},
                {{"steel", "shops", ""}, {"steel", "", "owner"}},
                7,
                8,
                1};
    }
    void add(const OwnCharacter& one) {
        registry->write([&](Registers& all) { all.characters.add(one); });
    }
    std::vector<std::string> listed(int tenant) {
        std::vector<std::string> words;
        registry->read([&](Registers& all) {
            words.clear();
            for (const auto& one : all.characters.list(id(tenant))) words.push_back(one.who.word);
        });
        return words;
    }
    std::unique_ptr<app::Registry> registry;
};

TEST_P(StoredCharacters, AreSeenAtAGlanceWhichKeepsNothing) {
    add(character(10, "anna"));
    const auto write_at_a_glance = [&] {
        registry->glance([&](Registers& all) {
            EXPECT_TRUE(all.characters.find(id(1), id(10)));
            all.characters.add(character(11, "ben"));
        });
    };
    EXPECT_THROW(write_at_a_glance(), app::StoreTrouble);
    EXPECT_EQ(listed(1), std::vector<std::string>{"anna"});
}

TEST_P(StoredCharacters, AreReadAsTheyWereKept) {
    const OwnCharacter one = character(10, "anna");
    add(one);
    registry->read([&](Registers& all) {
        const auto found = all.characters.find(id(1), id(10));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->who.word, "anna");
        EXPECT_EQ(found->who.presents, one.who.presents);
        EXPECT_EQ(found->who.suits, one.who.suits);
        EXPECT_EQ(found->who.traits, one.who.traits);
        EXPECT_EQ(found->plays, one.plays);
        EXPECT_EQ(found->created_ms, 7);
        EXPECT_EQ(found->changed_ms, 8);
        EXPECT_EQ(found->version, 1);
        EXPECT_FALSE(all.characters.find(id(2), id(10))) << "of another company";
        EXPECT_FALSE(all.characters.find(id(1), id(11)));
    });
}

TEST_P(StoredCharacters, AreListedByTheirWordsOnBothEnginesAlike) {
    add(character(10, "a-z"));
    add(character(11, "ab"));
    add(character(12, "aa"));
    add(character(13, "elsewhere", 2));
    EXPECT_EQ(listed(1), (std::vector<std::string>{"a-z", "aa", "ab"}));
    EXPECT_EQ(listed(2), std::vector<std::string>{"elsewhere"});
}

TEST_P(StoredCharacters, AreCalledByOneWordEach) {
    add(character(10, "anna"));
    add(character(11, "anna", 2));
    EXPECT_THROW(add(character(12, "anna")), app::StoreTrouble);
    EXPECT_THROW(add(character(10, "berta")), app::StoreTrouble);
    EXPECT_EQ(listed(1), std::vector<std::string>{"anna"});
}

TEST_P(StoredCharacters, AreChangedByWhoeverReadThemAsTheyAre) {
    add(character(10, "anna"));
    OwnCharacter changed = character(10, "berta");
    changed.who.traits["age"] = 61.0;
    changed.plays.clear();
    changed.created_ms = 99;
    changed.changed_ms = 100;
    registry->write([&](Registers& all) { EXPECT_TRUE(all.characters.change(changed)); });
    registry->write([&](Registers& all) {
        EXPECT_FALSE(all.characters.change(changed)) << "of the version before";
        changed.version = 2;
        changed.tenant = id(2);
        EXPECT_FALSE(all.characters.change(changed)) << "of another company";
        const auto found = all.characters.find(id(1), id(10));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->who.word, "berta");
        EXPECT_EQ(found->who.traits, changed.who.traits);
        EXPECT_TRUE(found->plays.empty());
        EXPECT_EQ(found->created_ms, 7) << "once";
        EXPECT_EQ(found->changed_ms, 100);
        EXPECT_EQ(found->version, 2);
    });
}

TEST_P(StoredCharacters, GoAloneAndWithTheirCompany) {
    add(character(10, "anna"));
    add(character(11, "berta"));
    add(character(12, "anna", 2));
    registry->write([&](Registers& all) {
        all.characters.remove(id(2), id(10));
        all.characters.remove(id(1), id(10));
    });
    EXPECT_EQ(listed(1), std::vector<std::string>{"berta"});
    registry->write([&](Registers& all) { all.dossiers.erase_tenant(id(1)); });
    EXPECT_TRUE(listed(1).empty());
    EXPECT_EQ(listed(2), std::vector<std::string>{"anna"});
}

PRAXIS_ON_BOTH_ENGINES(StoredCharacters);

}  // namespace
}  // namespace praxis::testing
