// Numbers in English words, blanks between them. Digits come as text, so that a number of any length can be said. Any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace praxis::speech {

// "1,250" → "one thousand two hundred and fifty"; above fifteen digits, or with a zero in front, digit by digit.
std::string cardinal_words(std::string_view digits);
std::string ordinal_words(std::string_view digits);    // "23" → "twenty third"
std::string year_words(std::string_view four_digits);  // "2025" → "twenty twenty five"
std::string digit_words(std::string_view digits);      // "407" → "four zero seven"; what is no digit is passed over
// "12" and "5" → "twelve point five"; an empty fraction is none.
std::string decimal_words(std::string_view whole, std::string_view fraction);
std::string plural_of(std::string word);  // of the last word: "twenty" → "twenties"

}  // namespace praxis::speech
