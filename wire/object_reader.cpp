#include "wire/object_reader.hpp"

#include <boost/json/array.hpp>

namespace praxis::wire {

namespace json = boost::json;

void ObjectReader::complain(std::string_view key, std::string_view what) {
    if (complaint_.empty()) complaint_ = "'" + std::string(key) + "' " + std::string(what);
}

std::string ObjectReader::text(std::string_view key, bool required) {
    const json::value* value = object_.if_contains(key);
    if (!value || value->is_null()) {
        if (required) complain(key, "is missing");
        return {};
    }
    if (!value->is_string()) {
        complain(key, "must be a text");
        return {};
    }
    return std::string(value->get_string());
}

double ObjectReader::real(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (!value || value->is_null()) return 0;
    if (value->is_number()) return value->to_number<double>();
    complain(key, "must be a number");
    return 0;
}

bool ObjectReader::flag(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (!value || value->is_null()) return false;
    if (value->is_bool()) return value->get_bool();
    complain(key, "must be true or false");
    return false;
}

std::int64_t ObjectReader::whole_between(std::string_view key, std::int64_t fallback, std::int64_t low,
                                         std::int64_t high) {
    const json::value* value = object_.if_contains(key);
    if (!value) return fallback;
    json::error_code error;
    const auto number = value->to_number<std::int64_t>(error);
    if (!error && number >= low && number <= high) return number;
    complain(key, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return fallback;
}

std::uint64_t ObjectReader::unsigned_whole(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (!value) return 0;
    json::error_code error;
    const auto number = value->to_number<std::uint64_t>(error);
    if (error) complain(key, "must be a whole number, 0 or more");
    return error ? 0 : number;
}

const json::array* ObjectReader::list(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_array()) complain(key, "must be a list");
    return value->if_array();
}

const json::object* ObjectReader::object(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_object()) complain(key, "must be an object");
    return value->if_object();
}

std::optional<Span> ObjectReader::span(std::string_view key) {
    const json::value* value = object_.if_contains(key);
    const std::optional<Span> read = value ? span_from(*value) : std::nullopt;
    if (!read) complain(key, "must be [begin, end] in bytes");
    return read;
}

json::array to_json(Span span) {
    return {span.begin, span.end};
}

std::optional<Span> span_from(const json::value& value) {
    const json::array* pair = value.if_array();
    if (!pair || pair->size() != 2) return std::nullopt;
    json::error_code bad_begin, bad_end;
    const auto begin = (*pair)[0].to_number<std::uint32_t>(bad_begin);
    const auto end = (*pair)[1].to_number<std::uint32_t>(bad_end);
    if (bad_begin || bad_end || begin > end) return std::nullopt;
    return Span{begin, end};
}

}  // namespace praxis::wire
