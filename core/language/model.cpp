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
    const std::size_t size = std::bit_ceil(rows_.size() * 2 + 2);
    slots_.assign(size, {});
    mask_ = static_cast<std::uint32_t>(size - 1);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        std::uint32_t at = rows_[i].feature & mask_;
        while (slots_[at].row) at = (at + 1) & mask_;
        slots_[at] = {rows_[i].feature, i + 1};
    }
}

template <int kLanes>
const typename Layer<kLanes>::Row* Layer<kLanes>::find(Feature feature) const {
    for (std::uint32_t at = feature & mask_; slots_[at].row; at = (at + 1) & mask_)
        if (slots_[at].feature == feature) return &rows_[slots_[at].row - 1];
    return nullptr;
}

// Most of the time goes into waiting for rows: they are asked for well before they are added. Rows are summed as 16-bit
// integers in batches that cannot overflow: 256 × 127 < 2^15.
template <int kLanes>
typename Layer<kLanes>::Scores Layer<kLanes>::score(std::span<const Feature> features) const {
    constexpr std::size_t kBatch = 256, kAhead = 16;
    std::array<std::int32_t, kLanes> sums{};
    int known = 0;
    for (std::size_t begin = 0; begin < features.size() && !slots_.empty(); begin += kBatch) {
        const std::size_t end = std::min(features.size(), begin + kBatch);
        std::array<const Row*, kBatch> found;
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (i + kAhead < features.size()) __builtin_prefetch(&slots_[features[i + kAhead] & mask_]);
            if (const Row* row = find(features[i])) {
                __builtin_prefetch(reinterpret_cast<const char*>(row) + sizeof(Row) - 1);
                found[count++] = row;
            }
        }
        std::array<std::int16_t, kLanes> batch{};
        for (std::size_t i = 0; i < count; ++i)
            for (int lane = 0; lane < kLanes; ++lane)
                batch[lane] = static_cast<std::int16_t>(batch[lane] + found[i]->weights[lane]);
        known += static_cast<int>(count);
        for (int lane = 0; lane < kLanes; ++lane) sums[lane] += batch[lane];
    }
    const float share = known ? 1.0f / std::sqrt(static_cast<float>(known)) : 0.0f;
    Scores scores{};
    for (int lane = 0; lane < kLanes; ++lane) scores[lane] = static_cast<float>(sums[lane]) * scales_[lane] * share;
    return scores;
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
