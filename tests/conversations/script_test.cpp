#include "tests/conversations/script.hpp"

#include <gtest/gtest.h>

namespace praxis::conversations {
namespace {

constexpr const char* kScript =
    "# name: x.conversation\n"
    "strategy vantix   segment enterprise-plant   role plant-manager   seed 7\n"
    "\n"
    "rep    > What happens when #4 stops?\n"
    "expect   act implication_question about downtime   # the press\n"
    "absent   buyer says \"eleven grand\"\n"
    "rep > Fine.\r\n"
    "end expect outcome won|advanced\n";

TEST(ConversationScript, ReadsEveryPart) {
    const auto script = script_from(kScript, "x");
    ASSERT_TRUE(script);
    EXPECT_EQ(script->strategy, "vantix");
    EXPECT_EQ(script->role, "plant-manager");
    EXPECT_EQ(script->seed, 7U);
    ASSERT_EQ(script->turns.size(), 2U);
    EXPECT_EQ(script->turns[0].rep, "What happens when #4 stops?");
    EXPECT_EQ(script->turns[1].rep, "Fine.");
    ASSERT_EQ(script->turns[0].expectations.size(), 2U);
    EXPECT_TRUE(script->turns[0].expectations[0].must);
    EXPECT_EQ(script->turns[0].expectations[0].words,
              (std::vector<std::string>{"act", "implication_question", "about", "downtime"}));
    EXPECT_FALSE(script->turns[0].expectations[1].must);
    EXPECT_EQ(script->turns[0].expectations[1].words, (std::vector<std::string>{"buyer", "says", "eleven grand"}));
    EXPECT_EQ(script->turns[0].expectations[1].at.line, 6);
    ASSERT_EQ(script->at_end.size(), 1U);
    EXPECT_EQ(script->at_end[0].words, (std::vector<std::string>{"outcome", "won|advanced"}));
}

struct Wrong {
    const char* text;
    int line;
    const char* what;
};
class WrongScript : public testing::TestWithParam<Wrong> {};

TEST_P(WrongScript, IsRefusedWithItsLine) {
    const auto script = script_from(GetParam().text, "x");
    ASSERT_FALSE(script);
    EXPECT_EQ(script.error().front().place.line, GetParam().line);
    EXPECT_NE(script.error().front().what.find(GetParam().what), std::string::npos) << script.error().front().what;
}

INSTANTIATE_TEST_SUITE_P(Table, WrongScript,
                         testing::Values(Wrong{"rep > Hello\n", 1, "no strategy"},
                                         Wrong{"strategy a\n", 1, "the rep says nothing"},
                                         Wrong{"strategy a\nrep Hello\n", 2, "'>' is missing"},
                                         Wrong{"strategy a\nexpect act greeting\nrep > Hi\n", 2, "before the rep"},
                                         Wrong{"strategy a seed seven\nrep > Hi\n", 1, "seed is no number"},
                                         Wrong{"strategy a colour blue\nrep > Hi\n", 1, "no 'colour'"},
                                         Wrong{"strategy a\nrep > Hi\nend outcome won\n", 3, "no expectation"}));

}  // namespace
}  // namespace praxis::conversations
