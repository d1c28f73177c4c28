#include "core/strategy/checks/formula.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace praxis::strategy {
namespace {

double value(std::string_view formula) {
    return evaluate(formula, [](std::string_view name) { return name == "tip-ups" ? 3.0 : 10.0; }).value_or(NAN);
}

TEST(Formula, WorksOutWhatItSays) {
    EXPECT_EQ(value("2 + 3 * 4"), 14);
    EXPECT_EQ(value("(2 + 3) * 4"), 20);
    EXPECT_EQ(value("12 / 4 / 3"), 1);
    EXPECT_EQ(value("7 - 2 - 1"), 4);
    EXPECT_EQ(value("-(2 - 5) * 1.5"), 4.5);
    EXPECT_EQ(value("tip-ups * 40 / 60"), 2) << "an id may hold a '-'";
    EXPECT_EQ(value("a - 4"), 6) << "a '-' between spaces subtracts";
    EXPECT_TRUE(std::isinf(value("1 / 0")));
}

TEST(Formula, NamesEachNameOnce) {
    EXPECT_EQ(names_in("stops * hours * cost * stops").value(), (Slugs{"stops", "hours", "cost"}));
    EXPECT_TRUE(names_in("12 * 4").value().empty());
}

TEST(Formula, RefusesWhatIsNone) {
    for (const char* wrong :
         {"", "  ", "2 +", "(2", "2)", "2 3", "a b", "*2", "2 ** 3", "a = 2", "system(1)", "1.2.3", "€"})
        EXPECT_FALSE(names_in(wrong)) << wrong;
    EXPECT_FALSE(names_in(std::string(100'000, '(')));
    EXPECT_FALSE(names_in(std::string(100'000, '-') + "1"));
}

}  // namespace
}  // namespace praxis::strategy
