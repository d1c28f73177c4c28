// Trains a linear layer: one logistic regression per label over hashed features, by stochastic gradient descent with
// AdaGrad's step sizes (Duchi et al. 2011; one per feature). Reproducible: fixed order, one thread, no fused or
// reordered sums. Labels are bits.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/language/model.hpp"

namespace praxis::train_language {

struct Example {
    std::vector<std::uint32_t> features;  // numbers given by a FeatureTable
    std::uint64_t labels = 0;
    float weight = 1;
};

// Gives every feature a small number, in order of appearance.
class FeatureTable {
public:
    std::vector<std::uint32_t> numbers(std::span<const language::Feature>);
    language::Feature feature(std::uint32_t number) const { return features_[number]; }
    std::size_t size() const { return features_.size(); }

private:
    std::unordered_map<language::Feature, std::uint32_t> numbers_;
    std::vector<language::Feature> features_;
};

struct Recipe {
    int epochs = 4;
    float rate = 1.0f;
    float decay = 1e-4f;       // L2
    std::uint32_t least = 2;   // a feature is kept when it is seen so often
    std::size_t rows_max = 0;  // 0: all; else the most telling are kept and trained again
    std::uint64_t seed = 1;
};

// Every epoch e goes through views[e % views.size()].
using Views = std::vector<std::vector<const Example*>>;

template <int kLanes>
language::Layer<kLanes> train(const Views&, int labels, const FeatureTable&, const Recipe&);

}  // namespace praxis::train_language
