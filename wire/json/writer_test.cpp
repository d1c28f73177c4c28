#include "wire/json/writer.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <cstdint>
#include <limits>
#include <optional>

namespace praxis::wire {
namespace {

namespace json = boost::json;

TEST(ObjectWriter, WritesWhatAnObjectOfValuesWouldBeWrittenAs) {
    const std::string said = "He said \"no\",\n\tüber 12 €";
    const json::object inner{{"name", "Dana"}, {"age", 52}};
    const std::string written = object_text([&](ObjectWriter& out) {
        out.add("text", said);
        out.add("yes", true);
        out.add("least", std::numeric_limits<std::int64_t>::min());
        out.add("most", std::numeric_limits<std::uint64_t>::max());
        out.add("byte", std::uint8_t{200});
        out.add("half", 0.5);
        out.add("none", nullptr);
        out.add_or_null("nothing", std::optional<int>());
        out.add_or_null("something", std::optional(7));
        out.add_list("pair", {3, -4});
        out.add("person", inner);
        ListWriter acts = out.list("acts");
        acts.add("greeting");
        {
            ObjectWriter act = acts.object();
            act.add("act", "rapport");
            ObjectWriter nested = act.object("at");
        }
        ListWriter empty = acts.list();
    });
    const json::object values{{"text", said},
                              {"yes", true},
                              {"least", std::numeric_limits<std::int64_t>::min()},
                              {"most", std::numeric_limits<std::uint64_t>::max()},
                              {"byte", 200},
                              {"half", 0.5},
                              {"none", nullptr},
                              {"nothing", nullptr},
                              {"something", 7},
                              {"pair", {3, -4}},
                              {"person", inner},
                              {"acts", {"greeting", {{"act", "rapport"}, {"at", json::object{}}}, json::array{}}}};
    EXPECT_EQ(written, to_text(values));
    EXPECT_EQ(json::parse(written), json::value(values));
}

TEST(ObjectWriter, OfNothingIsAnEmptyObject) {
    EXPECT_EQ(object_text([](ObjectWriter&) {}), "{}");
}

TEST(ObjectWriter, EscapesKeysToo) {
    EXPECT_EQ(object_text([](ObjectWriter& out) { out.add("a \"key\"", 1); }), R"({"a \"key\"":1})");
}

}  // namespace
}  // namespace praxis::wire
