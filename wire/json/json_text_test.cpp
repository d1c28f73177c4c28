#include "wire/json/json_text.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

namespace praxis::wire {
namespace {

namespace json = boost::json;

TEST(JsonText, IsReadBackAsItWas) {
    std::string every;
    for (int c = 0; c < 0x80; ++c) every += static_cast<char>(c);
    const json::object object{{"every \"key\"", every},
                              {"umlauts", "Schütt, 12 €, 😀"},
                              {"least", std::numeric_limits<std::int64_t>::min()},
                              {"most", std::numeric_limits<std::uint64_t>::max()},
                              {"list", json::array{true, false, nullptr, json::object{}, json::array{}, ""}}};
    EXPECT_EQ(json::parse(to_text(object)), json::value(object));
    EXPECT_EQ(to_text(object), json::serialize(object)) << "as others write it";
    EXPECT_EQ(to_text(json::value(object)), to_text(object));
}

TEST(JsonText, WritesNumbersAsAPersonWould) {
    EXPECT_EQ(to_text(json::array{0.25, 1180.5, 11000.0, -0.0001, 1e21, 1.0 / 3}),
              "[0.25,1180.5,11000,0,1000000000000000000000,0.333]");
    EXPECT_EQ(to_text(json::array{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}),
              "[null,null]");
}

}  // namespace
}  // namespace praxis::wire
