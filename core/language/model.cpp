#include "core/language/model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace praxis::language {
namespace {

// 1 / (1 + e^-x), by the same steps on every machine: e^x as 2^(x log2 e), the fraction by a polynomial.
float logistic(float clipped) {
    const float power = clipped * -1.44269504f + 127.0f;  // of two, as a float's exponent is written: above zero
    const auto whole = static_cast<std::int32_t>(power);
    const float part = power - static_cast<float>(whole);
    float fraction = 0.000154035f;
    fraction = fraction * part + 0.00133336f;
    fraction = fraction * part + 0.00961813f;
    fraction = fraction * part + 0.05550411f;
    fraction = fraction * part + 0.24022651f;
    fraction = fraction * part + 0.69314718f;
    fraction = fraction * part + 1.0f;
    return 1.0f / (1.0f + fraction * std::bit_cast<float>(whole << 23));
}

}  // namespace

template <int kLanes>
Layer<kLanes>::Layer(std::vector<Row> rows, const Scores& scales) : rows_(std::move(rows)), scales_(scales) {
    std::vector<Feature> features;
    features.reserve(rows_.size());
    for (const Row& row : rows_) features.push_back(row.feature);
    index_ = FeatureIndex(features);
}

// Rows are summed as 16-bit integers in batches that cannot overflow: 256 × 127 < 2^15.
template <int kLanes>
class Layer<kLanes>::Sum {
public:
    explicit Sum(const Layer& layer) : layer_(layer) {}

    void add(std::uint32_t row) {
        __builtin_prefetch(&layer_.rows_[row]);
        batch_[waiting_++] = row;
        ++known_;
        if (waiting_ == batch_.size()) add_batch();
    }
    Scores scores() {
        add_batch();
        const float share = known_ ? 1.0f / std::sqrt(static_cast<float>(known_)) : 0.0f;
        Scores scores{};
        for (int lane = 0; lane < kLanes; ++lane)
            scores[lane] = static_cast<float>(sums_[lane]) * layer_.scales_[lane] * share;
        return scores;
    }

private:
    void add_batch() {
        std::array<std::int16_t, kLanes> sums{};
        for (std::size_t i = 0; i < waiting_; ++i) {
            const auto& weights = layer_.rows_[batch_[i]].weights;
            for (int lane = 0; lane < kLanes; ++lane)
                sums[lane] = static_cast<std::int16_t>(sums[lane] + weights[lane]);
        }
        for (int lane = 0; lane < kLanes; ++lane) sums_[lane] += sums[lane];
        waiting_ = 0;
    }

    const Layer& layer_;
    std::array<std::uint32_t, 256> batch_;
    std::size_t waiting_ = 0;
    int known_ = 0;
    std::array<std::int32_t, kLanes> sums_{};
};

// By some at a time, so that what they need is on its way from memory while the ones before are looked at.
template <int kLanes>
template <class Take>
void Layer<kLanes>::each_row(std::span<const Feature> features, Take take) const {
    std::array<Feature, 64> known;
    while (!features.empty()) {
        const std::span<const Feature> some = features.first(std::min(features.size(), known.size()));
        features = features.subspan(some.size());
        std::size_t count = 0;
        for (const Feature feature : some) {
            known[count] = feature;
            count += index_.may_have(feature);
        }
        for (std::size_t i = 0; i < count; ++i) index_.ask_for(known[i]);
        for (std::size_t i = 0; i < count; ++i)
            if (const std::uint32_t row = index_.find(known[i]); row != FeatureIndex::kNowhere) take(row);
    }
}

template <int kLanes>
typename Layer<kLanes>::Scores Layer<kLanes>::score(std::span<const Feature> features) const {
    Sum sum(*this);
    each_row(features, [&](std::uint32_t row) { sum.add(row); });
    return sum.scores();
}

template <int kLanes>
typename Layer<kLanes>::Scores Layer<kLanes>::score_once(std::span<const Feature> features) const {
    Sum sum(*this);
    std::vector<std::uint64_t> added(rows_.size() / 64 + 1);  // a bit a row
    each_row(features, [&](std::uint32_t row) {
        if (added[row / 64] >> row % 64 & 1) return;
        added[row / 64] |= std::uint64_t{1} << row % 64;
        sum.add(row);
    });
    return sum.scores();
}

void sigmoids(std::span<float> values) {
    for (float& value : values) value = value < 30.0f ? value : 30.0f;  // apart, so that both loops become vectors
    for (float& value : values) value = value > -30.0f ? value : -30.0f;
    for (float& value : values) value = logistic(value);
}

float sigmoid(float x) {
    sigmoids({&x, 1});
    return x;
}

Stack::Inputs Stack::inputs(const ActScores& best_sentence, const ActScores& whole, const TurnShape& shape) {
    Inputs inputs{};
    for (int act = 0; act < kActCount; ++act) {
        const float best = std::clamp(best_sentence[act], -8.0f, 8.0f), all = std::clamp(whole[act], -8.0f, 8.0f);
        inputs[act] = best / 4;
        inputs[kActCount + act] = all / 4;
        inputs[2 * kActCount + act] = best;
        inputs[3 * kActCount + act] = all;
    }
    sigmoids(std::span(inputs).subspan(2 * kActCount, 2 * kActCount));
    inputs[4 * kActCount + static_cast<int>(shape.previous)] = 1;
    float* rest = &inputs[4 * kActCount + kPreviousKindCount];
    rest[0] = 1;
    rest[1] = shape.sentences == 1;
    rest[2] = shape.sentences == 2;
    rest[3] = shape.sentences == 3;
    rest[4] = shape.sentences > 3;
    rest[5] = shape.words < 6;
    rest[6] = shape.words >= 40;
    rest[7] = shape.words >= 80;
    rest[8] = shape.asks;
    rest[9] = shape.bare;
    rest[10] = static_cast<float>(std::min(shape.words, 200)) / 40.0f;
    return inputs;
}

std::array<float, kActCount> Stack::probabilities(const Inputs& inputs) const {
    ActScores sums{};
    for (int i = 0; i < kInputs; ++i)
        for (int act = 0; act < kActLanes; ++act) sums[act] += weights[i][act] * inputs[i];
    sigmoids(sums);
    std::array<float, kActCount> result;
    std::copy_n(sums.begin(), kActCount, result.begin());
    return result;
}

template class Layer<kActLanes>;
template class Layer<kKindLanes>;
template class Layer<kBreakLanes>;

bool Model::knows(std::uint64_t stem) const {
    return std::binary_search(vocabulary.begin(), vocabulary.end(), static_cast<std::uint32_t>(stem >> 32));
}

}  // namespace praxis::language
