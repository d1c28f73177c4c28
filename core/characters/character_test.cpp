#include "core/characters/character.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace praxis::characters {
namespace {

TraitTable table() {
    return {{"age", Trait::Kind::number, 18, 80, {}},
            {"skin.tone", Trait::Kind::number, 0, 9, {}},
            {"hair.style", Trait::Kind::choice, 0, 0, {"none", "bob", "afro"}},
            {"eyes.colour", Trait::Kind::colour, 0, 0, {}}};
}

Character somebody() {
    return {"anna-berg",
            strategy::Presents::woman,
            {strategy::Setting::clinic},
            {{"age", 40.0}, {"skin.tone", 0.25}, {"hair.style", "bob"}, {"eyes.colour", "#4a3020"}}};
}

struct Row {
    const char* what;
    std::function<void(Character&)> spoil;
    std::string said;  // "place: what (mend)" of each
};

TEST(ACharacter, ThatIsWholeAndWithinBoundsHasNoFaults) {
    EXPECT_TRUE(faults_of(somebody(), table(), "").empty());
    for (const double edge : {0.0, 9.0}) {
        Character who = somebody();
        who.traits["skin.tone"] = edge;
        EXPECT_TRUE(faults_of(who, table(), "").empty()) << edge;
    }
}

TEST(ACharacter, IsToldWhereWhatAndHowToMend) {
    const std::vector<Row> rows = {
        {"too much", [](Character& c) { c.traits["skin.tone"] = 9.5; },
         "/p/skin/tone: 9.5 does not fit (give a number from 0 to 9)\n"},
        {"too little", [](Character& c) { c.traits["age"] = -1.0; },
         "/p/age: -1 does not fit (give a number from 18 to 80)\n"},
        {"no number", [](Character& c) { c.traits["age"] = "old"; },
         "/p/age: 'old' does not fit (give a number from 18 to 80)\n"},
        {"not a number", [](Character& c) { c.traits["age"] = std::numeric_limits<double>::quiet_NaN(); },
         "/p/age: nan does not fit (give a number from 18 to 80)\n"},
        {"a near miss", [](Character& c) { c.traits["hair.style"] = "boob"; },
         "/p/hair/style: 'boob' does not fit (did you mean 'bob'?)\n"},
        {"no such style", [](Character& c) { c.traits["hair.style"] = "mohawk-in-red"; },
         "/p/hair/style: 'mohawk-in-red' does not fit (take one of none, bob, afro)\n"},
        {"a number for a style", [](Character& c) { c.traits["hair.style"] = 2.0; },
         "/p/hair/style: 2 does not fit (take one of none, bob, afro)\n"},
        {"what could run", [](Character& c) { c.traits["eyes.colour"] = "url(javascript:alert(1))"; },
         "/p/eyes/colour: 'url(javascript:alert(1))' does not fit (give a colour such as #4a3020)\n"},
        {"a colour by name", [](Character& c) { c.traits["eyes.colour"] = "#4a302g"; },
         "/p/eyes/colour: '#4a302g' does not fit (give a colour such as #4a3020)\n"},
        {"a long text", [](Character& c) { c.traits["eyes.colour"] = std::string(900, 'x'); },
         "/p/eyes/colour: this text does not fit (give a colour such as #4a3020)\n"},
        {"one that is missing", [](Character& c) { c.traits.erase("skin.tone"); },
         "/p/skin/tone: is missing (give a number from 0 to 9)\n"},
        {"one that nobody knows", [](Character& c) { c.traits["nose.script"] = "x"; },
         "/p/nose/script: is no trait of a character (leave it out, or mend its name)\n"},
        {"suits nothing", [](Character& c) { c.suits.clear(); }, "/p/suits: is empty (name at least one setting)\n"},
    };
    for (const Row& row : rows) {
        Character who = somebody();
        row.spoil(who);
        std::string said;
        for (const Problem& one : faults_of(who, table(), "/p"))
            said += one.place.file + ": " + one.what + " (" + one.mend + ")\n";
        EXPECT_EQ(said, row.said) << row.what;
    }
}

TEST(ACharacter, IsCalledByAWord) {
    for (const char* word : {"a", "anna", "anna-berg-2"}) {
        Character who = somebody();
        who.word = word;
        EXPECT_TRUE(faults_of(who, table(), "").empty()) << word;
    }
    for (const std::string& word : {std::string(), std::string("Anna"), std::string("2anna"), std::string("-a"),
                                    std::string("a b"), std::string("a/b"), std::string("ä"), std::string(41, 'a')}) {
        Character who = somebody();
        who.word = word;
        EXPECT_EQ(faults_of(who, table(), "").at(0).place.file, "/id") << word;
    }
}

}  // namespace
}  // namespace praxis::characters
