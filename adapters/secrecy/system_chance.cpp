#include "adapters/secrecy/system_chance.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace praxis::secrecy {
namespace {

template <std::size_t n>
std::array<unsigned char, n> random_bytes() {
    std::array<unsigned char, n> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(n)) != 1)
        throw std::runtime_error("the operating system gives no random bytes");
    return bytes;
}

}  // namespace

std::string SystemChance::next_id() {
    std::array<unsigned char, 16> bytes = random_bytes<16>();
    std::uint64_t stamp = 0;
    {
        const std::lock_guard guard(mutex_);
        // A fresh millisecond starts low in the counter's half, so that there is room to count on.
        const std::uint64_t now = static_cast<std::uint64_t>(std::max<std::int64_t>(0, clock_.now_ms())) << 12;
        last_ = std::max(last_ + 1, now | ((bytes[6] & 0x07u) << 8 | bytes[7]));
        stamp = last_;
    }
    const std::uint64_t ms = stamp >> 12;
    for (int i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<unsigned char>(0x70 | ((stamp >> 8) & 0x0f));
    bytes[7] = static_cast<unsigned char>(stamp);
    bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += "0123456789abcdef"[bytes[i] >> 4];
        text += "0123456789abcdef"[bytes[i] & 15];
    }
    return text;
}

std::string SystemChance::next_secret() {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const std::array<unsigned char, 32> bytes = random_bytes<32>();
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const unsigned char byte : bytes) {
        held = held << 8 | byte;
        for (bits += 8; bits >= 6; bits -= 6) text += kLetters[(held >> (bits - 6)) & 63];
    }
    text += kLetters[(held << (6 - bits)) & 63];
    return text;
}

}  // namespace praxis::secrecy
