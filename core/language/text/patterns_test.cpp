#include "core/language/text/patterns.hpp"

#include <gtest/gtest.h>

#include "adapters/files/language/language_pack.hpp"
#include "core/language/text/amounts.hpp"

namespace praxis::language::text {
namespace {

const Pack& english() {
    static const auto kPack = Pack::make(files::load_pack(PRAXIS_DATA "/language/en").value());
    return *kPack;
}

struct Found {
    std::vector<int> numbers;
    std::string plain;
};

Found match(const Patterns& patterns, const std::string& original, Patterns::At at = {}) {
    Stemmer stemmer("english");
    Utterance utterance(original, english(), stemmer);
    mark_amounts(utterance, amounts_in(utterance));
    const Sentence sentence = sentences_before(utterance, {}).front();
    Found found{.plain = plain_text(utterance, sentence)};
    patterns.match(utterance, sentence, at, found.numbers);
    return found;
}

TEST(Patterns, seeOpenedContractionsAndShapes) {
    const auto patterns = Patterns::make({});
    ASSERT_TRUE(patterns);
    EXPECT_EQ(match(*patterns, "What’s it worth, €40k or 10 %?").plain,
              "what is it worth #money #money or #percent #percent ?");
}

TEST(Patterns, keepToTheirConditions) {
    const auto patterns =
        Patterns::make({{.name = "asks", .expression = "\\bworth\\b", .question_only = true},
                        {.name = "says", .expression = "\\bworth\\b", .statement_only = true},
                        {.name = "first", .expression = "\\bworth\\b", .first_sentence = true},
                        {.name = "resisted", .expression = "\\bworth\\b", .previous = {"objection"}}});
    ASSERT_TRUE(patterns);
    EXPECT_EQ(match(*patterns, "Is it worth it?").numbers, (std::vector{0}));
    EXPECT_EQ(match(*patterns, "It is worth it.", {.first = true}).numbers, (std::vector{1, 2}));
    EXPECT_EQ(match(*patterns, "It is worth it.", {.previous = PreviousKind::objection}).numbers, (std::vector{1, 3}));
    EXPECT_EQ(patterns->number_of("first"), 2);
    EXPECT_EQ(patterns->number_of("nobody"), -1);
}

TEST(Patterns, refuseWhatIsNoExpressionAndNameIt) {
    const auto patterns = Patterns::make({{.name = "broken", .expression = "(a", .at = {"patterns.yaml", 7, 1}},
                                          {.name = "wrong", .expression = "\\ba", .previous = {"sulking"}}});
    ASSERT_FALSE(patterns);
    ASSERT_EQ(patterns.error().size(), 2u);
    EXPECT_NE(to_text(patterns.error()[0]).find("patterns.yaml:7:1"), std::string::npos);
    EXPECT_NE(patterns.error()[1].what.find("sulking"), std::string::npos);
}

// The flags of the observation hang on these alone, so each is held to examples.
TEST(Patterns, ofThePackThatSetFlags) {
    const auto source = files::load_pack(PRAXIS_DATA "/language/en");
    const auto patterns = Patterns::make(source->patterns);
    ASSERT_TRUE(patterns);
    const auto holds = [&](const std::string& name, const std::string& text) {
        const int number = patterns->number_of("signal/" + name);
        const auto found = match(*patterns, text).numbers;
        return number >= 0 && std::find(found.begin(), found.end(), number) != found.end();
    };
    EXPECT_TRUE(holds("trade", "If you sign for two years, I can hold the price."));
    EXPECT_TRUE(holds("trade", "We could drop the deposit in return for a reference."));
    EXPECT_FALSE(holds("trade", "I'll give you ten percent off."));
    EXPECT_TRUE(holds("recommends", "In your shoes I'd start with the two presses."));
    EXPECT_FALSE(holds("recommends", "Do you start with the presses?"));
    EXPECT_TRUE(holds("disqualifies", "Honestly, we're not a good fit for you."));
    EXPECT_FALSE(holds("disqualifies", "It fits under the bench."));
    EXPECT_TRUE(holds("limit", "It does not read handwriting."));
    EXPECT_FALSE(holds("limit", "It reads handwriting."));
    EXPECT_TRUE(holds("disparages", "That lot are cowboys."));
    EXPECT_FALSE(holds("disparages", "They do good work in hospitals."));
    EXPECT_TRUE(holds("owner", "I'll send the sample on Tuesday."));
}

}  // namespace
}  // namespace praxis::language::text
