// One character of UTF-8 text, and which ASCII a byte is. Broken bytes are passed over one at a time. Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace praxis::speech {

struct CodePoint {
    std::optional<char32_t> value;  // nothing: the byte is no UTF-8
    std::size_t bytes = 1;
};

// `at` lies inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
inline bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
inline bool is_ascii_letter(char c) {
    return is_capital(c) || is_small(c);
}
inline char small(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace praxis::speech
