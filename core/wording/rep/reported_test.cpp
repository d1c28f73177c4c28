#include "core/wording/rep/reported.hpp"

#include <gtest/gtest.h>

namespace praxis::wording::rep {
namespace {

Turnabout tables() {
    Turnabout tables;
    tables.phrases = {{"we", "you"},       {"our", "your"}, {"i", "you"},  {"i was", "you were"},
                      {"we're", "you're"}, {"us", "you"},   {"my", "your"}};
    tables.unfit = {"suppose", "you"};
    tables.lowerable = {"it", "the"};
    tables.verbs = {"cost", "keep", "stands", "was"};
    return tables;
}

struct Turned {
    const char* said;
    const char* back;  // null: left alone
};
class Reported : public testing::TestWithParam<Turned> {};

TEST_P(Reported, TurnsPlainStatementsRound) {
    const auto back = reported(GetParam().said, tables());
    if (GetParam().back == nullptr)
        EXPECT_FALSE(back) << *back;
    else
        EXPECT_EQ(back.value_or("nothing"), GetParam().back);
}

INSTANTIATE_TEST_SUITE_P(Table, Reported,
                         testing::Values(Turned{"We keep forty-five days of sheet in our hall.",
                                                "you keep forty-five days of sheet in your hall"},
                                         Turned{"It cost us the welding cell.", "it cost you the welding cell"},
                                         Turned{"The line stands on my side.", "the line stands on your side"},
                                         Turned{"I was there.", "you were there"},
                                         Turned{"We're short of it.", "you're short of it"},
                                         Turned{"Finance keep it.", nullptr},        // a name or a noun: who knows
                                         Turned{"We keep it, I suppose.", nullptr},  // thinks aloud
                                         Turned{"We keep what you see.", nullptr},   // speaks to the rep
                                         Turned{"Do we keep it?", nullptr},          // asks
                                         Turned{"Two per cent inside ten days.", nullptr},  // states nothing
                                         Turned{"We keep a a a a a a a a a a a a a a a a.", nullptr},
                                         Turned{"", nullptr}));

TEST(Reported, FindsTheWordsThatMatter) {
    const std::string said = "Hm. About one in a thousand gets paid twice, I'd say. Never more.";
    EXPECT_EQ(sentence_with(said, "one in a Thousand"), "About one in a thousand gets paid twice, I'd say.");
    EXPECT_EQ(mouthful_with(sentence_with(said, "one in a thousand"), "one in a thousand"),
              "About one in a thousand gets paid twice");
    EXPECT_EQ(mouthful_with("It was so and so and so and one in a thousand or more.", "one in a thousand"),
              "one in a thousand");
    EXPECT_EQ(as_said("On Last Summer's Tags alone.", "last summer's tags"), "Last Summer's Tags");
    EXPECT_EQ(as_said("Thousands of it.", "thousand"), "");
    EXPECT_EQ(sentence_with(said, "nobody"), "");
}

}  // namespace
}  // namespace praxis::wording::rep
