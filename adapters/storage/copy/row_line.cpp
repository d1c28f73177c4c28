#include "adapters/storage/copy/row_line.hpp"

#include <array>
#include <charconv>

namespace praxis::storage {
namespace {

template <class Number>
void add_number(std::string& line, Number number) {
    std::array<char, 40> digits{};
    line.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

constexpr std::string_view kHex = "0123456789abcdef";

void add_text(std::string& line, std::string_view text) {
    line += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (c == '\n') {
            line += "\\n";
        } else if (byte < 0x20) {
            line += "\\u00";
            line += kHex[byte >> 4];
            line += kHex[byte & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

void add(std::string& line, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        add_number(line, *whole);
    else if (const auto* real = std::get_if<double>(&value))
        add_number(line, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        add_text(line, *text);
    else
        line += "null";
}

class LineReader {
public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    bool at_end() const { return rest_.empty(); }
    std::optional<Value> value(ColumnKind kind) {
        if (take("null")) return Value{};
        if (kind == ColumnKind::text) return text();
        return kind == ColumnKind::whole ? number<std::int64_t>() : number<double>();
    }

private:
    template <class Number>
    std::optional<Value> number() {
        Number number{};
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (error != std::errc()) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return Value(number);
    }
    std::optional<Value> text() {
        if (!take("\"")) return std::nullopt;
        std::string text;
        while (true) {
            const std::size_t plain = rest_.find_first_of("\"\\");
            if (plain == std::string_view::npos) return std::nullopt;
            text.append(rest_.substr(0, plain));
            rest_.remove_prefix(plain);
            if (take("\"")) return Value(std::move(text));
            if (!take_escaped(text)) return std::nullopt;
        }
    }
    bool take_escaped(std::string& text) {
        if (take("\\\""))
            text += '"';
        else if (take("\\\\"))
            text += '\\';
        else if (take("\\n"))
            text += '\n';
        else
            return take_control(text);
        return true;
    }
    bool take_control(std::string& text) {
        if (!take("\\u00") || rest_.size() < 2) return false;
        const std::size_t high = kHex.find(rest_[0]), low = kHex.find(rest_[1]);
        if (high > 1 || low == std::string_view::npos) return false;
        text += static_cast<char>(high * 16 + low);
        rest_.remove_prefix(2);
        return true;
    }
    std::string_view rest_;
};

}  // namespace

Value as_kept(const Value& value, ColumnKind kind) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    if (kind == ColumnKind::real && whole) return static_cast<double>(*whole);
    if (kind == ColumnKind::real && real) return *real + 0.0;  // no engine promises to keep the sign of zero
    if (kind == ColumnKind::whole && real) return static_cast<std::int64_t>(*real);
    return value;
}

std::string to_line(const std::vector<Value>& values) {
    std::string line = "[";
    for (const Value& value : values) {
        if (line.size() > 1) line += ',';
        add(line, value);
    }
    return line + "]";
}

std::optional<std::vector<Value>> from_line(std::string_view line, const Table& table) {
    LineReader reader(line);
    if (!reader.take("[")) return std::nullopt;
    std::vector<Value> values;
    for (const Column& column : table.columns) {
        if (!values.empty() && !reader.take(",")) return std::nullopt;
        auto value = reader.value(column.kind);
        if (!value) return std::nullopt;
        values.push_back(std::move(*value));
    }
    if (!reader.take("]") || !reader.at_end()) return std::nullopt;
    return values;
}

}  // namespace praxis::storage
