// A set of enumerators with at most 64 values, as one machine word. Values only; any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>

namespace praxis {

template <class E>
class EnumSet {
public:
    constexpr EnumSet() = default;
    constexpr EnumSet(std::initializer_list<E> values) {
        for (const E value : values) insert(value);
    }
    static constexpr EnumSet of_bits(std::uint64_t bits) {
        EnumSet set;
        set.bits_ = bits;
        return set;
    }
    constexpr void insert(E value) { bits_ |= bit(value); }
    constexpr void erase(E value) { bits_ &= ~bit(value); }
    constexpr bool has(E value) const { return (bits_ & bit(value)) != 0; }
    constexpr bool any(EnumSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr int size() const { return std::popcount(bits_); }
    constexpr std::uint64_t bits() const { return bits_; }
    friend constexpr EnumSet operator|(EnumSet a, EnumSet b) { return of_bits(a.bits_ | b.bits_); }
    friend constexpr EnumSet operator&(EnumSet a, EnumSet b) { return of_bits(a.bits_ & b.bits_); }
    friend constexpr EnumSet operator-(EnumSet a, EnumSet b) { return of_bits(a.bits_ & ~b.bits_); }
    friend constexpr bool operator==(EnumSet, EnumSet) = default;

private:
    static constexpr std::uint64_t bit(E value) { return std::uint64_t{1} << static_cast<unsigned>(value); }
    std::uint64_t bits_ = 0;
};

}  // namespace praxis
