#include "adapters/speech/voice/reading/code_point.hpp"

namespace praxis::speech {
namespace {

// How many bytes the first one announces; 0: none begins so.
std::size_t announced(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t bytes = announced(byte(0));
    if (bytes == 0 || at + bytes > text.size()) return {};
    if (bytes == 1) return {byte(0), 1};
    char32_t value = byte(0) & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = value << 6 | (byte(i) & 0x3Fu);
    }
    return {value, bytes};
}

}  // namespace praxis::speech
