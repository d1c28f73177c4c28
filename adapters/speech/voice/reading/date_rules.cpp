#include <array>

#include "adapters/speech/voice/reading/number_words.hpp"
#include "adapters/speech/voice/reading/rule.hpp"

namespace praxis::speech {
namespace {

constexpr const char* kMonth =
    R"((January\b|February\b|March\b|April\b|May\b|June\b|July\b|August\b|September\b|October\b|November\b|December\b)"
    R"(|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?))";
constexpr const char* kNth = R"((?:st|nd|rd|th)?)";
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// Of a name or its first letters; empty: there is none.
std::string_view month_called(std::string_view written) {
    for (const std::string_view month : kMonths)
        if (month.substr(0, 3) == written.substr(0, 3)) return month;
    return {};
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 4)) value = value * 10 + (c - '0');
    return value;
}

bool is_day(std::string_view digits) {
    return number(digits) >= 1 && number(digits) <= 31;
}

bool is_month(std::string_view digits) {
    return number(digits) >= 1 && number(digits) <= 12;
}

std::string any_year(std::string_view digits) {
    if (digits.size() == 4) return year_words(digits);
    return digits[0] == '0' ? "oh " + cardinal_words(digits.substr(1)) : cardinal_words(digits);
}

void say_day_of(std::string_view day, std::string_view month, std::string_view year, Utterer& out) {
    out.say("the");
    out.say(ordinal_words(day[0] == '0' ? day.substr(1) : day));
    out.say("of");
    out.say(month);
    if (!year.empty()) out.say(any_year(year));
}

bool day_month(const Match& m, Utterer& out) {
    if (!is_day(m[1])) return false;
    say_day_of(m[1], month_called(m[2]), m[3], out);
    return true;
}

bool month_day(const Match& m, Utterer& out) {
    if (!is_day(m[2])) return false;
    out.say(month_called(m[1]));
    out.say(ordinal_words(m[2]));
    if (m.has(3)) out.say(any_year(m[3]));
    return true;
}

bool short_month(const Match& m, Utterer& out) {
    out.say(month_called(m[1]));
    return true;
}

bool year_first(const Match& m, Utterer& out) {
    if (!is_month(m[2]) || !is_day(m[3])) return false;
    say_day_of(m[3], kMonths[static_cast<std::size_t>(number(m[2]) - 1)], m[1], out);
    return true;
}

// 12/05/2025 may be May or December: it is said as it stands. Where one number can be no month, the date is sure.
bool slashed(const Match& m, Utterer& out) {
    const bool day_first = is_day(m[1]) && is_month(m[2]), month_first = is_month(m[1]) && is_day(m[2]);
    if (!day_first && !month_first) return false;
    if (day_first && month_first) {
        out.say(cardinal_words(std::to_string(number(m[1]))));
        out.say("slash");
        out.say(cardinal_words(std::to_string(number(m[2]))));
        out.say("slash");
        out.say(any_year(m[3]));
        return true;
    }
    const int month = number(day_first ? m[2] : m[1]);
    say_day_of(day_first ? m[1] : m[2], kMonths[static_cast<std::size_t>(month - 1)], m[3], out);
    return true;
}

bool decade(const Match& m, Utterer& out) {
    out.say(plural_of(m[1].size() == 4 ? year_words(m[1]) : cardinal_words(m[1])));
    return true;
}

bool short_year(const Match& m, Utterer& out) {
    out.say(any_year(m[1]));
    return true;
}

bool quarter(const Match& m, Utterer& out) {
    out.spell(m[1]);
    out.say(cardinal_words(m[2]));
    return true;
}

bool fiscal_year(const Match& m, Utterer& out) {
    out.spell("FY");
    out.say(any_year(m[1]));
    return true;
}

void say_clock(std::string_view hour, std::string_view minutes, std::string_view half, Utterer& out) {
    out.say(cardinal_words(std::to_string(number(hour))));
    if (minutes == "00" && half.empty()) out.say(number(hour) > 12 || hour == "00" ? "hundred" : "o'clock");
    if (!minutes.empty() && minutes != "00")
        out.say(minutes[0] == '0' ? "oh " + cardinal_words(minutes.substr(1)) : cardinal_words(minutes));
    if (!half.empty()) out.spell(half[0] == 'a' || half[0] == 'A' ? "AM" : "PM");
}

bool clock_time(const Match& m, Utterer& out) {
    if (number(m[1]) > 24 || number(m[2]) > 59) return false;
    if (m.has(3) && number(m[3]) > 24) return false;
    say_clock(m[1], m[2], m.has(3) ? std::string_view() : m[5], out);
    if (!m.has(3)) return true;
    out.say("to");
    say_clock(m[3], m[4], m[5], out);
    return true;
}

// "9-11 am", "9am"
bool hour(const Match& m, Utterer& out) {
    if (number(m[1]) > 12 || (m.has(2) && number(m[2]) > 12)) return false;
    if (m.has(2)) {
        out.say(cardinal_words(m[1]));
        out.say("to");
    }
    say_clock(m.has(2) ? m[2] : m[1], {}, m[3], out);
    return true;
}

}  // namespace

const std::vector<Rule>& date_rules() {
    static const std::string month = kMonth, nth = kNth, half = R"(((?:am|pm|AM|PM)\b|a\.m\.?|p\.m\.?))";
    static const std::vector<Rule> kRules = made({
        {R"((\d{4})-(\d\d)-(\d\d)\b)", year_first},
        {R"((\d\d?)/(\d\d?)/(\d{4}|\d\d)\b)", slashed},
        {R"((\d\d?)\.(\d\d?)\.(\d{4})\b)", slashed},
        {R"((\d\d?))" + nth + R"( (?:of )?)" + month + R"((?:,? (\d{4})\b)?)", day_month},
        {month + R"( (\d\d?))" + nth + R"((?:,? (\d{4}))?\b)", month_day},
        {R"((Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)", short_month},
        {R"('?(\d{4}|[2-9]0)'?s\b)", decade},
        {R"('(\d\d)\b)", short_year},
        {R"((Q|H)([1-4])\b)", quarter},
        {R"(FY ?'?(\d{4}|\d\d)\b)", fiscal_year},
        {R"((\d\d?):(\d\d)(?: ?(?:-|to) ?(\d\d?):(\d\d))?(?: ?)" + half + R"(|\b))", clock_time},
        {R"((\d\d?)(?: ?(?:-|to) ?(\d\d?))? ?)" + half, hour},
    });
    return kRules;
}

}  // namespace praxis::speech
