// Where the row of a feature is: open addressing over hashes, keys apart from places, since most features of a text are
// not known and a key then is all that is looked at. Immutable once made; any thread.
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

    FeatureIndex() = default;
    explicit FeatureIndex(std::span<const Feature> features)  // different from each other
        : keys_(std::bit_ceil(features.size() * 2 + 1), 0),
          places_(keys_.size(), kNowhere),
          mask_(static_cast<std::uint32_t>(keys_.size() - 1)) {
        for (std::uint32_t i = 0; i < features.size(); ++i) {
            std::uint32_t at = key_of(features[i]) & mask_;
            while (keys_[at]) at = (at + 1) & mask_;
            keys_[at] = key_of(features[i]);
            places_[at] = i;
        }
    }

    // Its place in the list, or kNowhere.
    std::uint32_t find(Feature feature) const {
        const Feature key = key_of(feature);
        for (std::uint32_t at = key & mask_; keys_[at]; at = (at + 1) & mask_)
            if (keys_[at] == key) return places_[at];
        return kNowhere;
    }
    // Have what find() will look at brought near.
    void ask_for(Feature feature) const { __builtin_prefetch(&keys_[key_of(feature) & mask_]); }

private:
    static Feature key_of(Feature feature) { return feature ? feature : 1; }  // 0 marks an empty slot

    std::vector<Feature> keys_ = {0};
    std::vector<std::uint32_t> places_ = {kNowhere};
    std::uint32_t mask_ = 0;
};

}  // namespace praxis::language
