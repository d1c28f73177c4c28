#include "core/language/text/amounts.hpp"

#include <gtest/gtest.h>

#include "adapters/files/language/language_pack.hpp"

namespace praxis::language::text {
namespace {

const Pack& pack_of_english() {
    static const auto kPack = Pack::make(files::load_pack(PRAXIS_DATA "/language/en").value());
    return *kPack;
}

std::string plain(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

// "money 11000 | duration 3 week"
std::string found(const std::string& original) {
    static constexpr std::string_view kNames[] = {"money", "number", "percent", "duration", "date"};
    Stemmer stemmer("english");
    const Utterance utterance(original, pack_of_english(), stemmer);
    std::string text;
    for (const FoundAmount& amount : amounts_in(utterance)) {
        if (!text.empty()) text += " | ";
        text += kNames[static_cast<int>(amount.kind)];
        if (amount.kind != AmountKind::date) text += " " + plain(amount.value);
        if (!amount.unit.empty()) text += " " + amount.unit;
    }
    return text;
}

TEST(Amounts, moneyInDigits) {
    EXPECT_EQ(found("that's €40 a tonne"), "money 40 EUR");
    EXPECT_EQ(found("about £11.5k a year"), "money 11500 GBP");
    EXPECT_EQ(found("1,180.50 euros"), "money 1180.5 EUR");
    EXPECT_EQ(found("1.180,50 euros"), "money 1180.5 EUR");
    EXPECT_EQ(found("$2m and 48k"), "money 2000000 USD | money 48000");
    EXPECT_EQ(found("₹12,00,000 for the line"), "money 1200000 INR");
    EXPECT_EQ(found("3 lakh rupees"), "money 300000 INR");
    EXPECT_EQ(found("eighty pence a litre"), "money 0.8 GBP");
}

TEST(Amounts, moneyInWords) {
    EXPECT_EQ(found("eleven grand an hour"), "money 11000");
    EXPECT_EQ(found("twenty-five thousand pounds"), "money 25000 GBP");
    EXPECT_EQ(found("a hundred and forty quid"), "money 140 GBP");
    EXPECT_EQ(found("a million dollars"), "money 1000000 USD");
    EXPECT_EQ(found("five to six thousand euros"), "money 5000 EUR | money 6000 EUR");
    EXPECT_EQ(found("two and a half grand"), "number 2 | money 500");
}

TEST(Amounts, numbersAndPercentages) {
    EXPECT_EQ(found("two or three a month"), "number 2 | number 3");
    EXPECT_EQ(found("ten percent, or 12.5% at most"), "percent 10 % | percent 12.5 %");
    EXPECT_EQ(found("six per cent"), "percent 6 %");
    EXPECT_EQ(found("two hundred and five vans"), "number 205");
    EXPECT_EQ(found("6,000 tonnes a year"), "number 6000 t");
    EXPECT_EQ(found("one of them said no one knew"), "");
}

TEST(Amounts, durations) {
    EXPECT_EQ(found("two or three weeks"), "duration 2 week | duration 3 week");
    EXPECT_EQ(found("in a fortnight"), "duration 14 day");
    EXPECT_EQ(found("half an hour"), "duration 0.5 h");
    EXPECT_EQ(found("a couple of days"), "duration 2 day");
    EXPECT_EQ(found("it takes an hour, 40min or 3 hrs"), "duration 1 h | duration 40 min | duration 3 h");
    EXPECT_EQ(found("twenty times a day"), "number 20");
}

TEST(Amounts, dates) {
    EXPECT_EQ(found("by the end of March"), "date --03");
    EXPECT_EQ(found("the 14th of June"), "date --06-14");
    EXPECT_EQ(found("June 14th, or Tuesday"), "date --06-14 | date -W-2");
    EXPECT_EQ(found("tomorrow at half past nine"), "date P1D | date T09:30");
    EXPECT_EQ(found("next week, at 14:30 or 9am"), "date P1W | date T14:30 | date T09:00");
    EXPECT_EQ(found("the framework runs until 2027"), "date 2027");
    EXPECT_EQ(found("you may march in"), "");
}

TEST(Amounts, figuresOfManyLands) {
    double value = 0;
    std::string_view rest;
    EXPECT_TRUE(figure("1.5k", value, rest));
    EXPECT_DOUBLE_EQ(value, 1.5);
    EXPECT_EQ(rest, "k");
    EXPECT_TRUE(figure("12,5", value, rest));
    EXPECT_DOUBLE_EQ(value, 12.5);
    EXPECT_TRUE(figure("1.250.000", value, rest));
    EXPECT_DOUBLE_EQ(value, 1250000);
    EXPECT_FALSE(figure("k9", value, rest));
    EXPECT_FALSE(figure(std::string(400, '9'), value, rest));
}

}  // namespace
}  // namespace praxis::language::text
