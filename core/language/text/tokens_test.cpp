#include "core/language/text/tokens.hpp"

#include <gtest/gtest.h>

namespace praxis::language::text {
namespace {

std::vector<std::string> words(const std::string& original) {
    const Tokens tokens(original);
    std::vector<std::string> result;
    for (const Token& token : tokens.all()) result.emplace_back(tokens.word(token));
    return result;
}

using Words = std::vector<std::string>;

TEST(Tokens, foldCaseAccentsAndApostrophes) {
    EXPECT_EQ(words("Don’t ask Zoë about the Straße"), (Words{"don't", "ask", "zoe", "about", "the", "strasse"}));
}

TEST(Tokens, keepFiguresTogetherAndPartHyphens) {
    EXPECT_EQ(words("1,180.50 at 9:30 on 12/03"), (Words{"1,180.50", "at", "9:30", "on", "12/03"}));
    EXPECT_EQ(words("end-to-end"), (Words{"end", "-", "to", "-", "end"}));
    EXPECT_EQ(words("11.5k."), (Words{"11.5k", "."}));
}

TEST(Tokens, pointAtTheOriginal) {
    const std::string original = "  Zoë’s €40, please";
    const Tokens tokens(original);
    Words quoted;
    for (const Token& token : tokens.all()) quoted.emplace_back(quote(original, token.span));
    EXPECT_EQ(quoted, (Words{"Zoë’s", "€", "40", ",", "please"}));
}

TEST(Tokens, joinDotsIntoOneEllipsis) {
    const Tokens tokens("well... yes");
    ASSERT_EQ(tokens.all().size(), 3u);
    EXPECT_TRUE(tokens.all()[1].breaks);
    EXPECT_EQ(tokens.all()[1].span, (Span{4, 7}));
}

TEST(Tokens, surviveBrokenUtf8AndControls) {
    EXPECT_EQ(words("a\xff\xfe\x80z\x01 \xe2\x82 b\xc3"), (Words{"a", "z", "b"}));
    EXPECT_EQ(words(std::string("a\0b", 3)), (Words{"a", "b"}));
    EXPECT_TRUE(words("").empty());
}

TEST(Tokens, lookOnlyAtTheFirstPartOfAnOverlongText) {
    const Tokens one_word(std::string(1 << 20, 'a'));
    EXPECT_TRUE(one_word.cut());
    ASSERT_EQ(one_word.all().size(), 1u);
    EXPECT_LE(one_word.all()[0].length, Tokens::kWordLengthMax);
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += "a ";
    const Tokens words_without_end(many);
    EXPECT_TRUE(words_without_end.cut());
    EXPECT_LE(words_without_end.all().size(), Tokens::kTokensMax);
    EXPECT_FALSE(Tokens("short").cut());
}

}  // namespace
}  // namespace praxis::language::text
