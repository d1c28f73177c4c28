#include "app/rehearsal/heard_text.hpp"

namespace praxis::app {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// Bytes of the character at the beginning of `text`; 0 when they are no UTF-8 (RFC 3629: shortest form, no surrogates).
std::size_t character_size(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return 1;
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (!continues(text[i])) return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool surrogate = first == 0xed && second > 0x9f;
    const bool beyond = first == 0xf4 && second > 0x8f;
    return overlong || surrogate || beyond ? 0 : size;
}

bool controls(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character[0]);
    const bool latin = character.size() == 2 && byte == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
    return byte < 0x20 || byte == 0x7f || latin;
}

}  // namespace

std::string heard_text(std::string_view line, std::size_t most_bytes) {
    std::string heard;
    while (!line.empty()) {
        const std::size_t size = character_size(line);
        const std::string_view character = size ? line.substr(0, size) : kReplacement;
        const std::string_view kept = controls(character) ? std::string_view(" ") : character;
        if (heard.size() + kept.size() > most_bytes) break;
        heard += kept;
        line.remove_prefix(size ? size : 1);
    }
    return heard;
}

}  // namespace praxis::app
