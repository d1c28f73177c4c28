#include "core/language/text/folding.hpp"

#include <array>

namespace praxis::language::text {
namespace {

constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

// U+00C0 … U+017F, two cells each; a space stands for "no Latin letter".
constexpr std::string_view kLatin =
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ijijj j k k q l l l l l l l "
    "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";
static_assert(kLatin.size() == 2 * (0x180 - 0xC0));

struct Decoded {
    char32_t code = 0xFFFD;
    std::uint8_t bytes = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const int length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (length == 1 || first >= 0xF5 || at + static_cast<std::size_t>(length) > text.size()) return {};
    char32_t code = first & (0xFFu >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((byte(static_cast<std::size_t>(i)) & 0xC0) != 0x80) return {};
        code = (code << 6) | (byte(static_cast<std::size_t>(i)) & 0x3Fu);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return {};
    return {code, static_cast<std::uint8_t>(length)};
}

Character ascii(unsigned char c) {
    const auto plain = [](Letter letter, std::string_view folded) { return Character{letter, false, 1, folded}; };
    if (c >= 'a' && c <= 'z') return plain(Letter::letter, kAlphabet.substr(c - 'a', 1));
    if (c >= 'A' && c <= 'Z') return {Letter::letter, true, 1, kAlphabet.substr(c - 'A', 1)};
    if (c >= '0' && c <= '9') return plain(Letter::digit, kAlphabet.substr(26 + c - '0', 1));
    switch (c) {
        case ' ':
        case '\t': return plain(Letter::space, " ");
        case '\n':
        case '\r':
        case '\f':
        case '\v': return plain(Letter::stop, "\n");
        case '\'':
        case '`': return plain(Letter::apostrophe, "'");
        case '.': return plain(Letter::stop, ".");
        case '?': return plain(Letter::question, "?");
        case '!': return plain(Letter::exclamation, "!");
        case ',': return plain(Letter::comma, ",");
        case ':':
        case ';': return plain(Letter::colon, ";");
        case '-': return plain(Letter::dash, "-");
        case '"': return plain(Letter::quote, "\"");
        case '(':
        case ')':
        case '[':
        case ']':
        case '{':
        case '}':
        case '<':
        case '>': return plain(Letter::bracket, "|");
        case '$': return plain(Letter::currency, "$");
        case '%': return plain(Letter::percent, "%");
        default: return c < 0x20 || c == 0x7F ? plain(Letter::control, " ") : plain(Letter::symbol, "*");
    }
}

Character beyond_latin(char32_t code, std::uint8_t bytes, std::string_view original) {
    const auto is = [&](Letter letter, std::string_view folded) { return Character{letter, false, bytes, folded}; };
    switch (code) {
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x00B4: return is(Letter::apostrophe, "'");
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB: return is(Letter::quote, "\"");
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return is(Letter::dash, "-");
        case 0x2026: return is(Letter::stop, "...");
        case 0x00A3: return is(Letter::currency, "£");
        case 0x20AC: return is(Letter::currency, "€");
        case 0x00A5: return is(Letter::currency, "¥");
        case 0x20B9: return is(Letter::currency, "₹");
        case 0x20A6: return is(Letter::currency, "₦");
        case 0x00A0:
        case 0x202F:
        case 0x2009:
        case 0x200A:
        case 0x3000: return is(Letter::space, " ");
        case 0x00BF: return is(Letter::symbol, "*");
        case 0x3002:
        case 0x0964:
        case 0xFF0E: return is(Letter::stop, ".");
        case 0xFF1F:
        case 0x061F: return is(Letter::question, "?");
        case 0xFF01: return is(Letter::exclamation, "!");
        case 0xFF0C:
        case 0x3001:
        case 0x060C: return is(Letter::comma, ",");
        case 0xFFFD: return is(Letter::control, " ");
        default: break;
    }
    if (code < 0xA0 || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || code == 0xFEFF)
        return is(Letter::control, " ");
    const bool script = (code >= 0x0180 && code < 0x2000) || (code >= 0x2C00 && code < 0xE000) ||
                        (code >= 0xF900 && code < 0xFE00) || (code >= 0xFF66 && code < 0xFFE0) ||
                        (code >= 0x20000 && code < 0x30000);
    return script ? is(Letter::foreign, original) : is(Letter::symbol, "*");
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return ascii(first);
    const Decoded decoded = decode(text, at);
    if (decoded.code >= 0xC0 && decoded.code < 0x180) {
        const std::string_view cell = kLatin.substr(2 * (decoded.code - 0xC0), 2);
        const bool capital = decoded.code < 0xDF || (decoded.code >= 0x100 && decoded.code % 2 == 0);
        if (cell[0] == ' ') return {Letter::symbol, false, decoded.bytes, "*"};
        return {Letter::letter, capital, decoded.bytes, cell.substr(0, cell[1] == ' ' ? 1 : 2)};
    }
    return beyond_latin(decoded.code, decoded.bytes, text.substr(at, decoded.bytes));
}

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        folded += character.folded;
        at += character.bytes;
    }
    return folded;
}

}  // namespace praxis::language::text
