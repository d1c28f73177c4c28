// Seeded chance without state: every choice is a hash of where it is made, so it does not depend on the order of calls
// and replays exactly on every machine. The mixer is SplitMix64's finaliser (Steele, Lea, Flood 2014).
// Not for secrets. Any thread.
#pragma once

#include <cstdint>

namespace praxis {

struct Seed {
    std::uint64_t value = 1;
    friend bool operator==(Seed, Seed) = default;
};

constexpr std::uint64_t mix(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// The number that belongs to (seed, who, when, what for); `slot` keeps two choices of one turn apart.
constexpr std::uint64_t chance(Seed seed, std::uint32_t participant, std::uint32_t turn, std::uint32_t slot) {
    return mix(mix(mix(seed.value) ^ (std::uint64_t{participant} << 32 | turn)) ^ slot);
}

// 0 … n-1; n must be at least 1.
constexpr std::uint32_t pick(std::uint64_t number, std::uint32_t n) {
    return static_cast<std::uint32_t>(((number >> 32) * n) >> 32);
}

}  // namespace praxis
