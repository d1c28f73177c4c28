// Waits as a histogram whose buckets grow with them: 128 of each power of two, so a figure is true to 1 %. Never
// forgets an outlier and never grows. One thread.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace praxis::bench::crowd {

class Latency {
public:
    void add(std::int64_t us) {
        const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(0, us));
        ++buckets_[std::min(place_of(value), buckets_.size() - 1)];
        ++count_;
        most_us_ = std::max(most_us_, us);
    }
    std::uint64_t count() const { return count_; }
    double most_ms() const { return static_cast<double>(most_us_) / 1000; }
    // The wait that this share of all stay below, in milliseconds.
    double at_ms(double share) const {
        const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(count_));
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < buckets_.size(); ++i)
            if ((seen += buckets_[i]) > wanted) return static_cast<double>(upper_end_of(i)) / 1000;
        return most_ms();
    }

private:
    static constexpr int kSub_bits = 7;
    static constexpr std::uint64_t kSub = 1 << kSub_bits;

    static std::size_t place_of(std::uint64_t value) {
        if (value < 2 * kSub) return value;
        const int shift = static_cast<int>(std::bit_width(value)) - 1 - kSub_bits;
        return static_cast<std::size_t>(shift) * kSub + (value >> shift);
    }
    static std::uint64_t upper_end_of(std::size_t place) {
        if (place < 2 * kSub) return place;
        const std::size_t shift = place / kSub - 1;
        return (place - shift * kSub + 1) << shift;
    }

    std::array<std::uint64_t, 32 * kSub> buckets_{};
    std::uint64_t count_ = 0;
    std::int64_t most_us_ = 0;
};

}  // namespace praxis::bench::crowd
