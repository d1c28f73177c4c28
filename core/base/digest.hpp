// A 64-bit content digest (FNV-1a): names a version of a text or of a folded state. Not for security. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis {

class Digest {
public:
    constexpr Digest& add(std::string_view bytes) {
        for (const char c : bytes) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        return *this;
    }
    constexpr Digest& add(std::uint64_t number) {
        for (int shift = 0; shift < 64; shift += 8) value_ = (value_ ^ ((number >> shift) & 0xff)) * 0x100000001b3ULL;
        return *this;
    }
    constexpr std::uint64_t value() const { return value_; }
    std::string hex() const {  // 16 lower-case digits
        std::string text(16, '0');
        for (int i = 0; i < 16; ++i) text[15 - i] = "0123456789abcdef"[(value_ >> (4 * i)) & 0xf];
        return text;
    }

private:
    std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace praxis
