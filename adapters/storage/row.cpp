#include "adapters/storage/row.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "adapters/storage/fault.hpp"

namespace praxis::storage {
namespace {

template <class Number>
std::optional<Number> number_in(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<Number>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return static_cast<Number>(*real);
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return std::nullopt;
    Number number{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size())
        throw StorageError(Fault::broken, "a column holds a text where a number was expected");
    return number;
}

// How many bytes the character at `at` has; 0: this is not UTF-8 (RFC 3629), or NUL.
std::size_t character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const unsigned char first = byte(at), second = byte(at + 1);
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    if (first < 0x80) return first != 0 ? 1 : 0;
    if (first < 0xc2 || first > 0xf4 || !follows(at + 1)) return 0;
    if (first < 0xe0) return 2;
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || !follows(at + 2)) return 0;
    if (first < 0xf0) return 3;
    if ((first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f) || !follows(at + 3)) return 0;
    return 4;
}

bool storable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = character_at(text, at);
        if (bytes == 0) return false;
        at += bytes;
    }
    return true;
}

}  // namespace

void require_storable(std::span<const Value> values) {
    for (const Value& value : values) {
        const auto* text = std::get_if<std::string>(&value);
        if (text && !storable(*text)) throw StorageError(Fault::check, "a text is not UTF-8, or holds a NUL");
        const auto* real = std::get_if<double>(&value);
        if (real && !std::isfinite(*real)) throw StorageError(Fault::check, "a number is not finite");
    }
}

std::size_t Row::place_of(const Column& column) const {
    if (column.name_.empty()) return column.place_;
    const auto found = std::find(names_->begin(), names_->end(), column.name_);
    if (found == names_->end()) throw std::out_of_range("no column " + std::string(column.name_));
    return static_cast<std::size_t>(found - names_->begin());
}

const Value& Row::value(Column column) const {
    return values_.at(place_of(column));
}

std::string Row::take_text(Column column) {
    auto* text = std::get_if<std::string>(&values_.at(place_of(column)));
    return text ? std::move(*text) : this->text(column);
}

std::optional<std::int64_t> Row::maybe_whole(Column column) const {
    return number_in<std::int64_t>(value(column));
}

std::optional<double> Row::maybe_number(Column column) const {
    return number_in<double>(value(column));
}

std::optional<std::string> Row::maybe_text(Column column) const {
    const Value& found = value(column);
    if (const auto* text = std::get_if<std::string>(&found)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&found)) return std::to_string(*whole);
    const auto* real = std::get_if<double>(&found);
    if (!real) return std::nullopt;
    std::array<char, 32> digits{};
    return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
}

}  // namespace praxis::storage
