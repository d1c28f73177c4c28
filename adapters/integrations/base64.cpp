#include "adapters/integrations/base64.hpp"

namespace praxis::integrations {
namespace {

constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrl = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string written(std::string_view bytes, std::string_view letters) {
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8 | static_cast<unsigned char>(c)) & 0xffff;
        for (bits += 8; bits >= 6; bits -= 6) text += letters[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) text += letters[(held << (6 - bits)) & 63];
    return text;
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text = written(bytes, kPlain);
    while (text.size() % 4 != 0) text += '=';
    return text;
}

std::string to_base64url(std::string_view bytes) {
    return written(bytes, kUrl);
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t value = kUrl.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 6 | static_cast<unsigned>(value)) & 0xffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xff);
        }
    }
    if (bits >= 6 || (held & ((1u << bits) - 1)) != 0) return std::nullopt;
    return bytes;
}

}  // namespace praxis::integrations
