#include "core/language/text/word_automaton.hpp"

#include <gtest/gtest.h>

namespace praxis::language::text {
namespace {

WordAutomaton of(const std::vector<std::string>& expressions) {
    WordAutomatonBuilder builder;
    for (const std::string& text : expressions) {
        const auto expression = Expression::parse(text);
        EXPECT_TRUE(expression) << text << ": " << expression.error();
        EXPECT_EQ(builder.add(expression.value()), "") << text;
    }
    return builder.finish();
}

std::vector<int> found_in(const std::string& text, const std::vector<std::string>& expressions) {
    std::vector<int> found;
    of(expressions).find(text, found);
    return found;
}

bool holds(const std::string& expression, const std::string& text) {
    return !found_in(text, {expression}).empty();
}

std::string wrong_with(const std::string& text) {
    const auto expression = Expression::parse(text);
    return expression ? WordAutomatonBuilder().add(*expression) : expression.error();
}

TEST(WordAutomaton, finds_every_expression_that_holds) {
    const std::vector<std::string> expressions = {"\\bone\\b", "\\b(two|three) (four|five)\\b", "\\bthree\\b", "^two"};
    EXPECT_EQ(found_in("one three five", expressions), (std::vector{0, 1, 2}));
    EXPECT_EQ(found_in("two", expressions), (std::vector{3}));
    EXPECT_EQ(found_in("", expressions), std::vector<int>());
}

TEST(WordAutomaton, keeps_to_whole_words_where_it_is_told) {
    EXPECT_TRUE(holds("\\bpain\\b", "the pain is"));
    EXPECT_FALSE(holds("\\bpain\\b", "the paint is"));
    EXPECT_TRUE(holds("\\bpain", "the paint is"));
    EXPECT_TRUE(holds("\\bpain\\w+", "the paint is"));
    EXPECT_FALSE(holds("\\bpain\\w+", "the pain is"));
    EXPECT_TRUE(holds("\\bset ?up\\b", "the set up"));
    EXPECT_TRUE(holds("\\bset ?up\\b", "the setup"));
}

TEST(WordAutomaton, counts_the_words_between) {
    const std::string gap = "\\bif( \\w+){1,2} then\\b";
    EXPECT_FALSE(holds(gap, "if then"));
    EXPECT_TRUE(holds(gap, "if so then"));
    EXPECT_TRUE(holds(gap, "if it is then"));
    EXPECT_FALSE(holds(gap, "if it is so then"));
    EXPECT_TRUE(holds("\\bif\\b.*\\bthen\\b", "if it is o'clock and so then"));
}

TEST(WordAutomaton, knows_beginning_end_and_question) {
    EXPECT_TRUE(holds("^so\\b", "so it is"));
    EXPECT_FALSE(holds("^so\\b", "it is so"));
    EXPECT_TRUE(holds("\\bso$", "it is so"));
    EXPECT_FALSE(holds("\\bso$", "it is so ?"));
    EXPECT_TRUE(holds("\\bso \\?$", "it is so ?"));
}

TEST(WordAutomaton, reads_the_signs_of_figures) {
    EXPECT_TRUE(holds("\\bfor #money\\b", "it is for #money a year"));
    EXPECT_FALSE(holds("\\bfor #money\\b", "it is for money"));
    EXPECT_TRUE(holds("\\bfor( #?\\w+){1,2} now\\b", "for #number years now"));
    EXPECT_TRUE(holds("^#number", "#number of them"));
}

TEST(WordAutomaton, says_what_it_cannot_follow) {
    EXPECT_NE(wrong_with("pain").find("inside a word"), std::string::npos);
    EXPECT_NE(wrong_with("\\bre\\w+ing\\b").find("rest"), std::string::npos);
    EXPECT_NE(wrong_with("\\b(ab)*c\\b").find("repeats letters"), std::string::npos);
    EXPECT_NE(wrong_with("(a").find("no )"), std::string::npos);
    EXPECT_NE(wrong_with("a)").find("no group"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba{3").find("no }"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba{3,1}").find("before it begins"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba{9999}").find("up to"), std::string::npos);
    EXPECT_NE(wrong_with("\\b[^a]").find("single letters"), std::string::npos);
    EXPECT_NE(wrong_with("\\b\\w").find("\\w+"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba\\w+?").find("not repeated"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba.*?").find("not repeated"), std::string::npos);
    EXPECT_NE(wrong_with("\\bé").find("may not stand there"), std::string::npos);
    EXPECT_NE(wrong_with("\\ba\\").find("may not stand there"), std::string::npos);
    EXPECT_NE(wrong_with("((((a{50}){50}){50}){50}){50}").find("too long"), std::string::npos);
    EXPECT_NE(wrong_with(std::string(1000, '(')).find("too deep"), std::string::npos);
}

}  // namespace
}  // namespace praxis::language::text
