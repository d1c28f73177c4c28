#include "wire/json/scalars.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace praxis::wire {
namespace {

void append_escaped(std::string& json, char c) {
    constexpr std::string_view kPlain = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
    json += '\\';
    const std::size_t known = kPlain.find(c);
    if (known != std::string_view::npos) {
        json += kLetters[known];
        return;
    }
    json += "u00";
    json += kHex[static_cast<unsigned char>(c) >> 4];
    json += kHex[static_cast<unsigned char>(c) & 0x0f];
}

constexpr bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

template <class Whole>
void append_whole(std::string& json, Whole number) {
    std::array<char, 24> digits{};
    json.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

}  // namespace

void append(std::string& json, std::string_view text) {
    json += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_plain(text[i])) continue;
        json.append(text, begin, i - begin);
        append_escaped(json, text[i]);
        begin = i + 1;
    }
    json.append(text, begin);
    json += '"';
}

void append(std::string& json, std::nullptr_t) {
    json += "null";
}

void append(std::string& json, double number) {
    if (!std::isfinite(number)) return append(json, nullptr);
    std::array<char, 400> digits;  // the largest has 309 before its point
    const char* const begin = digits.data();
    const char* end =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, 3).ptr;
    while (end[-1] == '0') --end;
    if (end[-1] == '.') --end;
    const std::string_view text(begin, end);
    json += text == "-0" ? "0" : text;
}

void append(std::string& json, std::int64_t number) {
    append_whole(json, number);
}

void append(std::string& json, std::uint64_t number) {
    append_whole(json, number);
}

std::string plain_number(double number) {
    std::string text;
    append(text, number);
    return text;
}

}  // namespace praxis::wire
