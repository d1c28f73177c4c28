// One character at a time out of UTF-8, folded to what the ear would not tell apart: lower case, no accents, one kind
// of apostrophe, quote and dash. Never fails: a byte that is not UTF-8 is a character of its own. Any thread. Does not
// know: words, languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::language::text {

enum class Letter : std::uint8_t {
    space,
    letter,  // Latin, folded to a … z
    digit,
    apostrophe,
    stop,
    question,
    exclamation,
    comma,
    colon,  // and semicolon
    dash,
    quote,
    bracket,
    currency,
    percent,
    foreign,  // a letter of another script
    symbol,   // emoji and the rest
    control,  // control characters and broken bytes
};

struct Character {
    Letter letter{};
    bool capital = false;
    std::uint8_t bytes = 1;   // in the original
    std::string_view folded;  // into static text, or into the original
};

// The character that begins at `at`, which must be < text.size().
Character character_at(std::string_view text, std::size_t at);

// The whole text folded, words kept apart as they were; for comparing authored phrases.
std::string fold(std::string_view text);

}  // namespace praxis::language::text
