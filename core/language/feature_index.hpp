// Where the row of a feature is. Most features of a text are in no row: a few bits of each that is, all together small
// enough to stay near the processor, say so without a look at the table. Immutable once made; any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace praxis::language {

// A feature of a text, by the hash of what it says.
using Feature = std::uint32_t;

class FeatureIndex {
public:
    static constexpr std::uint32_t kNowhere = 0xffffffff;

    FeatureIndex() : FeatureIndex(std::span<const Feature>()) {}
    explicit FeatureIndex(std::span<const Feature> features)  // different from each other
        : slots_(std::bit_ceil(features.size() * 2 + 1)),
          mask_(static_cast<std::uint32_t>(slots_.size() - 1)),
          present_(std::bit_ceil(features.size() * kBitsEach / 64 + 1)) {
        for (std::uint32_t i = 0; i < features.size(); ++i) {
            const Feature key = key_of(features[i]);
            std::uint32_t at = key & mask_;
            while (slots_[at].key) at = (at + 1) & mask_;
            slots_[at] = {key, i};
            present_[word_of(key)] |= bit_of(key);
        }
    }

    // False: find() would give kNowhere. True: hardly ever in vain.
    bool may_have(Feature feature) const {
        const Feature key = key_of(feature);
        return present_[word_of(key)] & bit_of(key);
    }
    // Its place in the list, or kNowhere.
    std::uint32_t find(Feature feature) const {
        const Feature key = key_of(feature);
        for (std::uint32_t at = key & mask_; slots_[at].key; at = (at + 1) & mask_)
            if (slots_[at].key == key) return slots_[at].place;
        return kNowhere;
    }
    // Have what find() will look at brought near.
    void ask_for(Feature feature) const { __builtin_prefetch(&slots_[key_of(feature) & mask_]); }

private:
    struct Slot {
        Feature key = 0;  // 0: empty
        std::uint32_t place = 0;
    };
    static constexpr std::size_t kBitsEach = 8;

    static Feature key_of(Feature feature) { return feature ? feature : 1; }
    // The table goes by the low bits of a hash, so these go by the high ones.
    std::size_t word_of(Feature key) const { return (key >> 14) & (present_.size() - 1); }
    static std::uint64_t bit_of(Feature key) { return std::uint64_t{1} << (key >> 8 & 63); }

    std::vector<Slot> slots_;
    std::uint32_t mask_;
    std::vector<std::uint64_t> present_;
};

}  // namespace praxis::language
