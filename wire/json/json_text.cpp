#include "wire/json/json_text.hpp"

#include <boost/json/array.hpp>
#include <string_view>

namespace praxis::wire {

namespace json = boost::json;

namespace {

void append_value(std::string& text, const json::value&);

void append_array(std::string& text, const json::array& array) {
    text += '[';
    bool first = true;
    for (const json::value& item : array) {
        if (!first) text += ',';
        first = false;
        append_value(text, item);
    }
    text += ']';
}

void append_value(std::string& text, const json::value& value) {
    switch (value.kind()) {
        case json::kind::array: return append_array(text, value.get_array());
        case json::kind::object: return append(text, value.get_object());
        case json::kind::string: return append(text, std::string_view(value.get_string()));
        case json::kind::int64: return append(text, value.get_int64());
        case json::kind::uint64: return append(text, value.get_uint64());
        case json::kind::double_: return append(text, value.get_double());
        case json::kind::bool_: return append(text, value.get_bool());
        case json::kind::null: return append(text, nullptr);
    }
}

}  // namespace

void append(std::string& text, const json::object& object) {
    text += '{';
    bool first = true;
    for (const auto& [key, value] : object) {
        if (!first) text += ',';
        first = false;
        append(text, std::string_view(key));
        text += ':';
        append_value(text, value);
    }
    text += '}';
}

std::string to_text(const json::value& value) {
    std::string text;
    append_value(text, value);
    return text;
}

std::string to_text(const json::object& object) {
    std::string text;
    append(text, object);
    return text;
}

}  // namespace praxis::wire
