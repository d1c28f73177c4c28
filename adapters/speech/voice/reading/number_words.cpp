#include "adapters/speech/voice/reading/number_words.hpp"

#include <array>
#include <cstdint>

#include "adapters/speech/voice/reading/code_point.hpp"

namespace praxis::speech {
namespace {

constexpr std::array<const char*, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                               "fifty", "sixty", "seventy", "eighty", "ninety"};
struct Scale {
    std::uint64_t size;
    const char* word;
};
constexpr std::array<Scale, 4> kScales = {
    {{1'000'000'000'000, "trillion"}, {1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}}};
constexpr std::size_t kDigitsMost = 15;

std::string below_hundred(std::uint64_t n) {
    if (n < 20) return kSmall[n];
    return std::string(kTens[n / 10]) + (n % 10 ? std::string(" ") + kSmall[n % 10] : "");
}

std::string below_thousand(std::uint64_t n) {
    if (n < 100) return below_hundred(n);
    return std::string(kSmall[n / 100]) + " hundred" + (n % 100 ? " and " + below_hundred(n % 100) : "");
}

std::string in_words(std::uint64_t n) {
    if (n == 0) return "zero";
    std::string words;
    for (const Scale& scale : kScales) {
        if (n < scale.size) continue;
        words += (words.empty() ? "" : " ") + below_thousand(n / scale.size) + " " + scale.word;
        n %= scale.size;
    }
    if (n == 0) return words;
    const bool small_rest = !words.empty() && n < 100;
    return words + (words.empty() ? "" : small_rest ? " and " : " ") + below_thousand(n);
}

std::string only_digits(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (is_digit(c)) digits += c;
    return digits;
}

}  // namespace

std::string digit_words(std::string_view digits) {
    std::string words;
    for (const char c : digits)
        if (is_digit(c)) words += (words.empty() ? "" : " ") + std::string(kSmall[static_cast<std::size_t>(c - '0')]);
    return words;
}

std::string cardinal_words(std::string_view text) {
    const std::string digits = only_digits(text);
    if (digits.size() > kDigitsMost || (digits.size() > 1 && digits[0] == '0')) return digit_words(digits);
    return digits.empty() ? "" : in_words(std::stoull(digits));
}

std::string ordinal_words(std::string_view digits) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kOdd = {{{"one", "first"},
                                                                                           {"two", "second"},
                                                                                           {"three", "third"},
                                                                                           {"five", "fifth"},
                                                                                           {"eight", "eighth"},
                                                                                           {"nine", "ninth"},
                                                                                           {"twelve", "twelfth"}}};
    std::string words = cardinal_words(digits);
    const std::size_t last = words.rfind(' ') + 1;
    for (const auto& [cardinal, ordinal] : kOdd)
        if (words.compare(last, std::string::npos, cardinal) == 0)
            return words.replace(last, std::string::npos, ordinal);
    if (words.ends_with('y')) return words.replace(words.size() - 1, 1, "ieth");
    return words + "th";
}

std::string year_words(std::string_view digits) {
    if (digits.size() != 4 || digits[0] == '0') return cardinal_words(digits);
    const std::uint64_t year = std::stoull(std::string(digits)), century = year / 100, rest = year % 100;
    if (year % 1000 < 10) return in_words(year);
    if (rest == 0) return below_hundred(century) + " hundred";
    return below_hundred(century) + (rest < 10 ? " oh " : " ") + below_hundred(rest);
}

std::string decimal_words(std::string_view whole, std::string_view fraction) {
    const std::string words = whole.empty() ? "zero" : cardinal_words(whole);
    return fraction.empty() ? words : words + " point " + digit_words(fraction);
}

std::string plural_of(std::string word) {
    if (word.ends_with("y")) return word.replace(word.size() - 1, 1, "ies");
    return word + (word.ends_with("x") ? "es" : "s");
}

}  // namespace praxis::speech
