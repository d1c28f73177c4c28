#include "tools/train_language/linear.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/chance.hpp"

namespace praxis::train_language {
namespace {

constexpr std::uint32_t kDropped = 0xffffffff;
constexpr float kFirstStep = 0.01f;

template <int kLanes>
struct alignas(64) Weights {
    std::array<float, kLanes> of{};
};

template <int kLanes>
class Trainer {
public:
    Trainer(const Views& views, int labels, const FeatureTable& table, const Recipe& recipe)
        : views_(views), labels_(labels), table_(table), recipe_(recipe) {}

    language::Layer<kLanes> run() {
        keep_frequent();
        if (recipe_.rows_max && kept_ > recipe_.rows_max) {
            descend(std::max(1, recipe_.epochs / 2));
            keep_telling();
        }
        descend(recipe_.epochs);
        return quantised();
    }

private:
    void keep_frequent() {
        std::vector<std::uint32_t> seen(table_.size(), 0);
        for (const auto& view : views_)
            for (const Example* example : view)
                for (const std::uint32_t feature : example->features) ++seen[feature];
        rows_.assign(table_.size(), kDropped);
        kept_ = 0;
        const std::uint32_t least = recipe_.least * static_cast<std::uint32_t>(views_.size());
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (seen[i] >= least) rows_[i] = static_cast<std::uint32_t>(kept_++);
    }

    void keep_telling() {
        std::vector<std::pair<float, std::uint32_t>> telling;
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == kDropped) continue;
            float sum = 0;
            for (int lane = 0; lane < labels_; ++lane) sum += weights_[rows_[i]].of[lane] * weights_[rows_[i]].of[lane];
            telling.push_back({sum * std::sqrt(steps_[rows_[i]]), i});
        }
        std::sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        telling.resize(recipe_.rows_max);
        std::fill(rows_.begin(), rows_.end(), kDropped);
        std::sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        kept_ = 0;
        for (const auto& [sum, feature] : telling) rows_[feature] = static_cast<std::uint32_t>(kept_++);
    }

    void descend(int epochs) {
        weights_.assign(kept_, {});
        steps_.assign(kept_, kFirstStep);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            const auto& view = views_[static_cast<std::size_t>(epoch) % views_.size()];
            std::vector<std::uint32_t> order(view.size());
            for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1],
                          order[mix(recipe_.seed * 7919 + static_cast<std::uint64_t>(epoch) * 1000003 + i) % i]);
            const float rate = recipe_.rate * (1.0f - static_cast<float>(epoch) / static_cast<float>(epochs));
            for (const std::uint32_t i : order) learn(*view[i], rate);
        }
    }

    void learn(const Example& example, float rate) {
        known_.clear();
        for (const std::uint32_t feature : example.features)
            if (rows_[feature] != kDropped) known_.push_back(rows_[feature]);
        if (known_.empty()) return;
        const float share = 1.0f / std::sqrt(static_cast<float>(known_.size()));
        alignas(64) std::array<float, kLanes> error{};
        for (const std::uint32_t row : known_)
            for (int lane = 0; lane < kLanes; ++lane) error[lane] += weights_[row].of[lane];
        float length = 0;
        for (int lane = 0; lane < labels_; ++lane) {
            const float truth = example.labels >> lane & 1 ? 1.0f : 0.0f;
            error[lane] = (language::sigmoid(error[lane] * share) - truth) * share * example.weight;
            length += error[lane] * error[lane];
        }
        for (int lane = labels_; lane < kLanes; ++lane) error[lane] = 0;
        for (const std::uint32_t row : known_) {
            steps_[row] += length;
            const float step = rate / std::sqrt(steps_[row]);
            auto& weights = weights_[row].of;
            for (int lane = 0; lane < kLanes; ++lane)
                weights[lane] -= step * (error[lane] + recipe_.decay * weights[lane]);
        }
    }

    language::Layer<kLanes> quantised() const {
        typename language::Layer<kLanes>::Scores scales{};
        for (int lane = 0; lane < labels_; ++lane) {
            float most = 1e-6f;
            for (const auto& row : weights_) most = std::max(most, std::abs(row.of[lane]));
            scales[lane] = most / 127.0f;
        }
        std::vector<typename language::Layer<kLanes>::Row> rows(kept_);
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == kDropped) continue;
            auto& row = rows[rows_[i]];
            row.feature = table_.feature(i);
            for (int lane = 0; lane < labels_; ++lane)
                row.weights[lane] = static_cast<std::int8_t>(std::lround(weights_[rows_[i]].of[lane] / scales[lane]));
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
        return {std::move(rows), scales};
    }

    const Views& views_;
    const int labels_;
    const FeatureTable& table_;
    const Recipe recipe_;
    std::vector<std::uint32_t> rows_;  // by feature number
    std::size_t kept_ = 0;
    std::vector<Weights<kLanes>> weights_;
    std::vector<float> steps_;
    std::vector<std::uint32_t> known_;
};

}  // namespace

std::vector<std::uint32_t> FeatureTable::numbers(std::span<const language::Feature> features) {
    std::vector<std::uint32_t> result;
    result.reserve(features.size());
    for (const language::Feature feature : features) {
        const auto [at, added] = numbers_.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
        if (added) features_.push_back(feature);
        result.push_back(at->second);
    }
    return result;
}

template <int kLanes>
language::Layer<kLanes> train(const Views& views, int labels, const FeatureTable& table, const Recipe& recipe) {
    return Trainer<kLanes>(views, labels, table, recipe).run();
}

template language::Layer<language::kActLanes> train(const Views&, int, const FeatureTable&, const Recipe&);
template language::Layer<language::kKindLanes> train(const Views&, int, const FeatureTable&, const Recipe&);
template language::Layer<language::kBreakLanes> train(const Views&, int, const FeatureTable&, const Recipe&);

}  // namespace praxis::train_language
