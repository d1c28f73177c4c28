#include "adapters/storage/database.hpp"

#include <array>
#include <charconv>

namespace praxis::storage {

std::string_view name(Fault fault) {
    static constexpr std::array<std::string_view, 8> kNames = {"unique",      "foreign_key", "check", "conflict",
                                                               "unavailable", "full",        "newer", "broken"};
    return kNames[static_cast<std::size_t>(fault)];
}

std::optional<std::int64_t> Row::maybe_whole(std::size_t column) const {
    const Value& value = values_.at(column);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* real = std::get_if<double>(&value)) return static_cast<std::int64_t>(*real);
    if (const auto* text = std::get_if<std::string>(&value)) {
        std::int64_t number = 0;
        std::from_chars(text->data(), text->data() + text->size(), number);
        return number;
    }
    return std::nullopt;
}

std::int64_t Row::whole(std::size_t column) const {
    return maybe_whole(column).value_or(0);
}

double Row::number(std::size_t column) const {
    const Value& value = values_.at(column);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return static_cast<double>(whole(column));
}

std::optional<std::string> Row::maybe_text(std::size_t column) const {
    const Value& value = values_.at(column);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real);
    return std::nullopt;
}

std::string Row::text(std::size_t column) const {
    return maybe_text(column).value_or(std::string());
}

}  // namespace praxis::storage
