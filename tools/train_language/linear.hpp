// Trains a linear layer: one logistic regression per label over hashed features, by stochastic gradient descent with
// AdaGrad's step sizes (Duchi et al. 2011; one per feature). Reproducible: fixed order, one thread, no fused or
// reordered sums.
#pragma once

#include <cstdint>
#include <vector>

#include "core/language/model.hpp"
#include "tools/train_language/examples.hpp"

namespace praxis::train_language {

struct Recipe {
    int labels = 1;
    int epochs = 4;
    int trial_epochs = 2;  // of all features, to tell which are worth a row
    float rate = 1.0f;
    float decay = 1e-4f;       // L2
    std::uint32_t least = 2;   // a feature is kept when it is seen so often
    std::size_t rows_max = 0;  // 0: all; else the most telling are kept and trained again
    std::uint64_t seed = 1;
};

// Every epoch e goes through views[e % views.size()].
using Views = std::vector<std::vector<Examples::Number>>;

template <int kLanes>
language::Layer<kLanes> train(const Examples&, const Views&, const Recipe&);

}  // namespace praxis::train_language
