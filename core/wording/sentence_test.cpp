#include "core/wording/sentence.hpp"

#include <gtest/gtest.h>

namespace praxis::wording {
namespace {

using Parts = std::vector<std::string_view>;

TEST(Sentences, EndAtTheirMarks) {
    EXPECT_EQ(sentences_of("Yes. Two or three a month! Why?"), (Parts{"Yes.", "Two or three a month!", "Why?"}));
    EXPECT_EQ(sentences_of("About 11.5 an hour. No more."), (Parts{"About 11.5 an hour.", "No more."}));
    EXPECT_EQ(sentences_of("Open end"), (Parts{"Open end"}));
    EXPECT_TRUE(sentences_of("").empty());
}

TEST(Sentences, AnEllipsisEndsThemOnlyBeforeACapital) {
    EXPECT_EQ(sentences_of("Well… maybe."), (Parts{"Well… maybe."}));
    EXPECT_EQ(sentences_of("Well… Maybe."), (Parts{"Well…", "Maybe."}));
}

TEST(Sentences, AreNamedByTheirWordsAlone) {
    EXPECT_EQ(sentence_key("It's fine, really."), sentence_key("it's fine really"));
    EXPECT_NE(sentence_key("It's fine, really."), sentence_key("It is fine, really."));
    EXPECT_NE(sentence_key("a bc"), sentence_key("ab c"));
}

TEST(Sentences, PhrasesAreWholeWords) {
    EXPECT_TRUE(has_phrase("We use SAP PM, all of it.", "sap pm"));
    EXPECT_FALSE(has_phrase("We use a sapling.", "sap"));
    EXPECT_FALSE(has_phrase("It is 110 now.", "11"));
    EXPECT_TRUE(has_phrase("A saphead, then SAP.", "SAP"));
    EXPECT_FALSE(has_phrase("Anything.", ""));
}

TEST(Sentences, ChangeOnlyTheirFirstLetter) {
    EXPECT_EQ(lowered("The SAP one"), "the SAP one");
    EXPECT_EQ(capitalised("the SAP one"), "The SAP one");
    EXPECT_EQ(capitalised(""), "");
}

}  // namespace
}  // namespace praxis::wording
