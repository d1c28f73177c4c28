#include "core/strategy/key_phrases.hpp"

#include <gtest/gtest.h>

namespace praxis::strategy {
namespace {

bool meets(const std::string& phrase, std::string_view text) {
    return KeyPhrases({phrase}).first_in(text).has_value();
}

TEST(KeyPhrases, MeetsWholeWordsInTheirOrderAndInflections) {
    EXPECT_TRUE(meets("eleven grand", "It's Eleven GRAND, an hour."));
    EXPECT_TRUE(meets("penalty", "The penalties were high"));
    EXPECT_TRUE(meets("lease", "their leases, all of them"));
    EXPECT_TRUE(meets("on a sunday",
                      "on a Sunday\xe2\x80\x94"
                      "never"));
    EXPECT_TRUE(meets("don't scan", "they don\xe2\x80\x99t scan"));
    EXPECT_FALSE(meets("eleven grand", "a grand eleven"));
    EXPECT_FALSE(meets("eleven grand", "eleven very grand rooms"));
    EXPECT_FALSE(meets("lease", "please release it"));
    EXPECT_FALSE(meets("", "anything"));
}

TEST(KeyPhrases, ReadsNumbersAsPeopleWriteThem) {
    EXPECT_TRUE(meets("11000", "about 11,000 a year"));
    EXPECT_TRUE(meets("3.1", "a 3.1 certificate"));
    EXPECT_TRUE(meets("60", "60."));
    EXPECT_FALSE(meets("11", "11,000"));
    EXPECT_FALSE(meets("11", "2011"));
}

TEST(KeyPhrases, KnowsWhatIsTooCommonToGuard) {
    EXPECT_TRUE(is_common("two"));
    EXPECT_TRUE(is_common("a year"));
    EXPECT_TRUE(is_common("7"));
    EXPECT_FALSE(is_common("eleven grand"));
    EXPECT_FALSE(is_common("two or three a month"));
    EXPECT_FALSE(is_common("60"));
}

}  // namespace
}  // namespace praxis::strategy
