#include "core/wording/amount.hpp"

#include <array>
#include <string_view>

namespace praxis::wording {
namespace {

constexpr std::array<std::string_view, 20> kSmall = {
    "nought", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                    "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

// A tenth of a percent is what a listener lets pass as exact.
std::string about(std::int64_t exact, std::int64_t rounded) {
    if (exact == rounded) return "";
    return exact > rounded ? "just over " : "nearly ";
}

std::string thousands(std::int64_t number) {
    const std::int64_t rounded = (number + 500) / 1000;
    const std::string lead = about(number, rounded * 1000);
    if (rounded < 100) return lead + number_words(static_cast<int>(rounded)) + " thousand";
    return lead + std::to_string(rounded) + " thousand";
}

std::string millions(std::int64_t number) {
    const std::int64_t tenths = (number + 50'000) / 100'000;
    std::string text = about(number, tenths * 100'000) + std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text + " million";
}

std::string money(std::int64_t number) {
    if (number <= 20) return number_words(static_cast<int>(number));
    if (number < 10'000) return number % 1000 == 0 ? thousands(number) : grouped(number);
    return number < 999'500 ? thousands(number) : millions(number);
}

}  // namespace

std::string number_words(int number) {
    if (number < 20) return std::string(kSmall[static_cast<std::size_t>(number)]);
    std::string text(kTens[static_cast<std::size_t>(number / 10)]);
    if (number % 10 != 0) text += "-" + std::string(kSmall[static_cast<std::size_t>(number % 10)]);
    return text;
}

std::optional<std::string> spoken(const HeardAmount& amount) {
    if (amount.milli <= 0) return std::nullopt;
    const std::int64_t whole = (amount.milli + 500) / 1000;
    if (amount.kind == AmountKind::money && whole > 0) return money(whole);
    if (amount.kind != AmountKind::percent || whole < 1 || whole > 99) return std::nullopt;
    return number_words(static_cast<int>(whole)) + " per cent";
}

}  // namespace praxis::wording
