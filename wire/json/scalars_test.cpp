#include "wire/json/scalars.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace praxis::wire {
namespace {

TEST(PlainNumber, IsWrittenAsAPersonWrites) {
    EXPECT_EQ(plain_number(0.25), "0.25");
    EXPECT_EQ(plain_number(11000), "11000");
    EXPECT_EQ(plain_number(1180.5), "1180.5");
    EXPECT_EQ(plain_number(0.33349), "0.333");
    EXPECT_EQ(plain_number(-0.0001), "0");
    EXPECT_EQ(plain_number(-12.5), "-12.5");
    EXPECT_EQ(plain_number(1e21), "1000000000000000000000");
    EXPECT_EQ(plain_number(std::numeric_limits<double>::max()).size(), 309U);
    EXPECT_EQ(plain_number(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(plain_number(std::numeric_limits<double>::quiet_NaN()), "null");
}

TEST(Scalars, AreAddedToTheEnd) {
    std::string json = "[";
    append(json, "a \"b\"\n\x01");
    append(json, true);
    append(json, std::uint8_t{7});
    append(json, std::int64_t{-7});
    append(json, nullptr);
    EXPECT_EQ(json, R"(["a \"b\"\n\u0001"true7-7null)");
}

}  // namespace
}  // namespace praxis::wire
