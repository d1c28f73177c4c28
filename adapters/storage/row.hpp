// What goes into a statement and what comes out: values, and rows whose columns are read by place or by name. The two
// engines name some types differently (a sum may come as a whole number or as a real one), so reading converts. A
// column that is not there is a mistake of the program: std::out_of_range. Values only; any thread.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace praxis::storage {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

inline Value to_value(std::nullptr_t) {
    return {};
}
inline Value to_value(Value value) {
    return value;
}
inline Value to_value(std::string text) {
    return text;
}
inline Value to_value(std::string_view text) {
    return std::string(text);
}
inline Value to_value(const char* text) {
    return std::string(text);
}
inline Value to_value(double number) {
    return number;
}
template <std::integral T>
Value to_value(T number) {
    return static_cast<std::int64_t>(number);
}
template <class T>
Value to_value(const std::optional<T>& maybe) {
    return maybe ? to_value(*maybe) : Value{};
}

template <class... Parameters>
std::vector<Value> values_of(Parameters&&... parameters) {
    std::vector<Value> values;
    values.reserve(sizeof...(parameters));
    (values.push_back(to_value(std::forward<Parameters>(parameters))), ...);
    return values;
}

// Throws StorageError (check) unless every text is UTF-8 without NUL and every number finite: what PostgreSQL cannot
// keep is refused on both engines, so that an installation can always be moved.
void require_storable(std::span<const Value>);

class Row {
public:
    using Names = std::shared_ptr<const std::vector<std::string>>;

    // A column by its place (0 …) or by its name.
    class Column {
    public:
        template <std::integral T>
        Column(T place) : place_(static_cast<std::size_t>(place)) {}
        Column(const char* name) : name_(name) {}
        Column(std::string_view name) : name_(name) {}
        Column(const std::string& name) : name_(name) {}

    private:
        friend class Row;
        std::size_t place_ = 0;
        std::string_view name_;
    };

    Row(Names names, std::vector<Value> values) : names_(std::move(names)), values_(std::move(values)) {}

    const Value& value(Column) const;
    bool null(Column column) const { return std::holds_alternative<std::monostate>(value(column)); }
    std::int64_t whole(Column column) const { return maybe_whole(column).value_or(0); }
    double number(Column column) const { return maybe_number(column).value_or(0); }
    std::string text(Column column) const { return maybe_text(column).value_or(std::string()); }
    std::string take_text(Column);  // the same, moved out: the column is empty afterwards
    std::optional<std::int64_t> maybe_whole(Column) const;
    std::optional<double> maybe_number(Column) const;
    std::optional<std::string> maybe_text(Column) const;
    const std::vector<std::string>& names() const { return *names_; }
    const std::vector<Value>& values() const { return values_; }

private:
    std::size_t place_of(const Column&) const;

    Names names_;
    std::vector<Value> values_;
};
using Rows = std::vector<Row>;

// What a statement did.
struct Outcome {
    Rows rows;
    std::int64_t changed = 0;  // rows inserted, updated or deleted
};

}  // namespace praxis::storage
