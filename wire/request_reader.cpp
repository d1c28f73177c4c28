#include "wire/request_reader.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

namespace praxis::wire {

namespace json = boost::json;

void RequestReader::complain(std::string_view key, std::string what, std::string mend) {
    problems_.push_back({Severity::error, {pointer_ + "/" + std::string(key), 0, 0}, std::move(what), std::move(mend)});
}

const json::value* RequestReader::asked(std::string_view key) {
    asked_.emplace(key);
    const json::value* value = object_.if_contains(key);
    return value && !value->is_null() ? value : nullptr;
}

std::optional<std::string> RequestReader::maybe_text(std::string_view key) {
    const json::value* value = asked(key);
    if (!value) return std::nullopt;
    if (!value->is_string() || value->get_string().find('\0') != json::string::npos) {
        complain(key, value->is_string() ? "holds a NUL" : "must be a text");
        return std::nullopt;
    }
    return std::string(value->get_string());
}

std::string RequestReader::text(std::string_view key) {
    const json::value* value = asked(key);
    if (!value) complain(key, "is missing");
    return maybe_text(key).value_or(std::string());
}

bool RequestReader::flag(std::string_view key) {
    if (!asked(key)) complain(key, "is missing");
    return maybe_flag(key).value_or(false);
}

std::optional<bool> RequestReader::maybe_flag(std::string_view key) {
    const json::value* value = asked(key);
    if (!value) return std::nullopt;
    if (value->is_bool()) return value->get_bool();
    complain(key, "must be true or false");
    return std::nullopt;
}

std::optional<std::int64_t> RequestReader::maybe_whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const json::value* value = asked(key);
    if (!value) return std::nullopt;
    json::error_code error;
    const auto number = value->to_number<std::int64_t>(error);
    if (!error && number >= least && number <= most) return number;
    complain(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::vector<std::string>> RequestReader::maybe_texts(std::string_view key) {
    const json::value* value = asked(key);
    if (!value) return std::nullopt;
    std::vector<std::string> texts;
    bool sound = value->is_array();
    if (sound)
        for (const json::value& one : value->get_array()) {
            sound = sound && one.is_string() && one.get_string().find('\0') == json::string::npos;
            if (sound) texts.emplace_back(one.get_string());
        }
    if (sound) return texts;
    complain(key, "must be a list of texts");
    return std::nullopt;
}

const json::object* RequestReader::maybe_object(std::string_view key) {
    const json::value* value = asked(key);
    if (value && !value->is_object()) complain(key, "must be an object");
    return value ? value->if_object() : nullptr;
}

const json::object* RequestReader::object(std::string_view key) {
    if (!asked(key)) complain(key, "is missing");
    return maybe_object(key);
}

const json::array* RequestReader::maybe_objects(std::string_view key) {
    const json::value* value = asked(key);
    if (!value) return nullptr;
    const json::array* list = value->if_array();
    const bool sound = list && std::all_of(list->begin(), list->end(), [](const auto& one) { return one.is_object(); });
    if (!sound) complain(key, "must be a list of objects");
    return sound ? list : nullptr;
}

void RequestReader::refuse_the_rest() {
    for (const auto& field : object_)
        if (!asked_.contains(std::string_view(field.key()))) complain(field.key(), "is not known here", "leave it out");
}

}  // namespace praxis::wire
