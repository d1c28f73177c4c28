#include "tools/lint_wording/faults.hpp"

#include <gtest/gtest.h>

namespace praxis::lint_wording {
namespace {

TEST(Faults, AWellFormedReplyHasNone) {
    EXPECT_TRUE(faults_of("Well… maybe. Who's asking? 40 of them!").empty());
}

TEST(Faults, AreFound) {
    for (const char* reply : {"", "No end", "small start.", "Two  blanks.", "Doubled..", "A slot {topic}.",
                              "Fine. then this.", "Odd ,comma.", "What?."})
        EXPECT_FALSE(faults_of(reply).empty()) << reply;
}

TEST(Overlap, IsTheShareOfCommonFourGrams) {
    EXPECT_DOUBLE_EQ(overlap("one two three four five", "one two three four six"), 0.5);
    EXPECT_DOUBLE_EQ(overlap("one two three", "one two three"), 0);
    EXPECT_DOUBLE_EQ(overlap("One, two, three: four.", "one two three four five"), 1);
}

}  // namespace
}  // namespace praxis::lint_wording
