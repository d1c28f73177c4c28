#include "adapters/integrations/public_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace praxis::integrations {
namespace {

using Six = std::array<std::uint8_t, 16>;

struct Net {
    std::uint32_t address;
    int bits;
};
constexpr std::uint32_t four(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    return a << 24 | b << 16 | c << 8 | d;
}
constexpr std::array<Net, 16> kNotPublic = {{{four(0, 0, 0, 0), 8},
                                             {four(10, 0, 0, 0), 8},
                                             {four(100, 64, 0, 0), 10},
                                             {four(127, 0, 0, 0), 8},
                                             {four(169, 254, 0, 0), 16},
                                             {four(172, 16, 0, 0), 12},
                                             {four(192, 0, 0, 0), 24},
                                             {four(192, 0, 2, 0), 24},
                                             {four(192, 88, 99, 0), 24},
                                             {four(192, 168, 0, 0), 16},
                                             {four(198, 18, 0, 0), 15},
                                             {four(198, 51, 100, 0), 24},
                                             {four(203, 0, 113, 0), 24},
                                             {four(224, 0, 0, 0), 4},
                                             {four(240, 0, 0, 0), 4},
                                             {four(255, 255, 255, 255), 32}}};

bool public_four(std::uint32_t address) {
    return std::none_of(kNotPublic.begin(), kNotPublic.end(), [&](const Net& net) {
        const std::uint32_t mask = ~std::uint32_t{0} << (32 - net.bits);
        return (address & mask) == net.address;
    });
}

std::uint32_t four_at(const Six& bytes, std::size_t at) {
    return four(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool begins(const Six& bytes, std::initializer_list<std::uint8_t> with) {
    return std::equal(with.begin(), with.end(), bytes.begin());
}

// Only 2000::/3 is given out, and some of it is for tunnels and books.
bool public_six(const Six& bytes) {
    if (begins(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) return public_four(four_at(bytes, 12));
    if (begins(bytes, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) return public_four(four_at(bytes, 12));
    if (begins(bytes, {0x20, 0x02})) return public_four(four_at(bytes, 2));
    if (begins(bytes, {0x20, 0x01}) && bytes[2] < 2) return false;            // Teredo, benchmarks, ORCHID: 2001::/23
    if (begins(bytes, {0x20, 0x01, 0x0d, 0xb8})) return false;                // documentation
    if (begins(bytes, {0x3f, 0xff}) && (bytes[2] & 0xf0) == 0) return false;  // likewise
    return (bytes[0] & 0xe0) == 0x20;
}

}  // namespace

bool is_public(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof in);
        return public_four(ntohl(in.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return false;
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    Six bytes{};
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return public_six(bytes);
}

bool is_public_or_name(const std::string& host) {
    in_addr in{};
    if (inet_pton(AF_INET, host.c_str(), &in) == 1) return public_four(ntohl(in.s_addr));
    in6_addr in6{};
    if (inet_pton(AF_INET6, host.c_str(), &in6) != 1) return true;
    Six bytes{};
    std::memcpy(bytes.data(), &in6, bytes.size());
    return public_six(bytes);
}

}  // namespace praxis::integrations
