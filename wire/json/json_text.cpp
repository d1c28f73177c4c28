#include "wire/json/json_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace praxis::wire {
namespace {

namespace json = boost::json;

void append(std::string& text, const json::value& value);

// Only what JSON makes be escaped (RFC 8259, 7).
void append_escaped(std::string& text, char c) {
    constexpr std::string_view kPlain = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
    text += '\\';
    const std::size_t known = kPlain.find(c);
    if (known != std::string_view::npos) {
        text += kLetters[known];
        return;
    }
    text += "u00";
    text += kHex[static_cast<unsigned char>(c) >> 4];
    text += kHex[static_cast<unsigned char>(c) & 0x0f];
}

constexpr bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void append_string(std::string& text, std::string_view plain) {
    text += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (is_plain(plain[i])) continue;
        text.append(plain, begin, i - begin);
        append_escaped(text, plain[i]);
        begin = i + 1;
    }
    text.append(plain, begin);
    text += '"';
}

template <class Whole>
void append_whole(std::string& text, Whole number) {
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_array(std::string& text, const json::array& array) {
    text += '[';
    bool first = true;
    for (const json::value& item : array) {
        if (!first) text += ',';
        first = false;
        append(text, item);
    }
    text += ']';
}

void append_object(std::string& text, const json::object& object) {
    text += '{';
    bool first = true;
    for (const auto& [key, value] : object) {
        if (!first) text += ',';
        first = false;
        append_string(text, key);
        text += ':';
        append(text, value);
    }
    text += '}';
}

void append(std::string& text, const json::value& value) {
    switch (value.kind()) {
        case json::kind::array: return append_array(text, value.get_array());
        case json::kind::object: return append_object(text, value.get_object());
        case json::kind::string: return append_string(text, value.get_string());
        case json::kind::int64: return append_whole(text, value.get_int64());
        case json::kind::uint64: return append_whole(text, value.get_uint64());
        case json::kind::double_: text += plain_number(value.get_double()); return;
        case json::kind::bool_: text += value.get_bool() ? "true" : "false"; return;
        case json::kind::null: text += "null"; return;
    }
}

}  // namespace

std::string plain_number(double number) {
    if (!std::isfinite(number)) return "null";
    char digits[400];
    std::snprintf(digits, sizeof digits, "%.3f", number);
    std::string text = digits;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string to_text(const json::value& value) {
    std::string text;
    append(text, value);
    return text;
}

std::string to_text(const json::object& object) {
    std::string text;
    append_object(text, object);
    return text;
}

}  // namespace praxis::wire
