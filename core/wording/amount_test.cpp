#include "core/wording/amount.hpp"

#include <gtest/gtest.h>

namespace praxis::wording {
namespace {

std::optional<std::string> money(std::int64_t whole) {
    return spoken({AmountKind::money, whole * 1000, {}, false});
}

TEST(Amount, IsRoundedAsPeopleRound) {
    EXPECT_EQ(money(48'000), "forty-eight thousand");
    EXPECT_EQ(money(48'200), "just over forty-eight thousand");
    EXPECT_EQ(money(47'830), "nearly forty-eight thousand");
    EXPECT_EQ(money(120'000), "120 thousand");
    EXPECT_EQ(money(1'200'000), "1.2 million");
    EXPECT_EQ(money(2'000'000), "2 million");
}

TEST(Amount, IsKeptExactWhereEveryEuroCounts) {
    EXPECT_EQ(money(1180), "1,180");
    EXPECT_EQ(money(385), "385");
    EXPECT_EQ(money(9000), "nine thousand");
    EXPECT_EQ(money(12), "twelve");
}

TEST(Amount, PercentIsSpokenAndOtherKindsAreNot) {
    EXPECT_EQ(spoken({AmountKind::percent, 10'000, {}, false}), "ten per cent");
    EXPECT_EQ(spoken({AmountKind::percent, 250'000, {}, false}), std::nullopt);
    EXPECT_EQ(spoken({AmountKind::duration, 3'000, {}, false}), std::nullopt);
    EXPECT_EQ(money(0), std::nullopt);
    EXPECT_EQ(money(-5), std::nullopt);
}

}  // namespace
}  // namespace praxis::wording
