#include "wire/json_text.hpp"

#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdio>

namespace praxis::wire {
namespace {

namespace json = boost::json;

void append(std::string& text, const json::value& value);

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
        text += json::serialize(json::string(key)) + ":";
        append(text, value);
    }
    text += '}';
}

void append(std::string& text, const json::value& value) {
    switch (value.kind()) {
        case json::kind::array: return append_array(text, value.get_array());
        case json::kind::object: return append_object(text, value.get_object());
        case json::kind::double_: text += plain_number(value.get_double()); return;
        default: text += json::serialize(value);
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

}  // namespace praxis::wire
