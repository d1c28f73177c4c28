// The examples a linear layer learns from, side by side: of each the features, as small numbers given in order of
// appearance, and the labels, as bits. Filled by one thread; then any number may read.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/language/model.hpp"

namespace praxis::train_language {

class Examples {
public:
    using Number = std::uint32_t;

    // The number of the new example. The features are different from each other.
    Number add(std::span<const language::Feature>, std::uint64_t labels);

    std::size_t size() const { return labels_.size(); }
    std::span<const std::uint32_t> features(Number example) const {
        return {features_.data() + begins_[example], begins_[example + 1] - begins_[example]};
    }
    std::uint64_t labels(Number example) const { return labels_[example]; }

    // Of all examples together.
    std::size_t feature_count() const { return names_.size(); }
    language::Feature feature(std::uint32_t number) const { return names_[number]; }
    std::vector<language::Feature> named(Number example) const;

private:
    std::uint32_t number_of(language::Feature);
    void grow();

    std::vector<std::uint32_t> features_;
    std::vector<std::size_t> begins_ = {0};
    std::vector<std::uint64_t> labels_;
    std::vector<language::Feature> names_;  // by number
    std::vector<std::uint32_t> slots_;      // open addressing: number + 1; 0 = empty
};

}  // namespace praxis::train_language
