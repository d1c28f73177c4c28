#include "app/rehearsal/heard_text.hpp"

#include <gtest/gtest.h>

namespace praxis::app {
namespace {

struct Line {
    std::string said, heard;
};
class HeardText : public testing::TestWithParam<Line> {};

TEST_P(HeardText, IsValidAndPlain) {
    EXPECT_EQ(heard_text(GetParam().said, 8192), GetParam().heard);
}

INSTANTIATE_TEST_SUITE_P(Table, HeardText,
                         testing::Values(Line{"", ""}, Line{"Grüße – 你好 🙂", "Grüße – 你好 🙂"},
                                         Line{"a\tb\nc\x1b[31m", "a b c [31m"}, Line{"\xff\xfe", "��"},
                                         Line{"\xc0\x80", "��"}, Line{"\xed\xa0\x80", "���"},
                                         Line{"cut \xe4\xbd", "cut ��"}, Line{"\xc2\x85x", " x"},
                                         Line{std::string("a\0b", 3), "a b"}));

TEST(HeardTextLength, EndsBeforeACharacterThatDoesNotFit) {
    EXPECT_EQ(heard_text("aé", 2), "a");
    EXPECT_EQ(heard_text("aé", 3), "aé");
    EXPECT_EQ(heard_text(std::string(10'000, 'x'), 8192).size(), 8192U);
}

}  // namespace
}  // namespace praxis::app
