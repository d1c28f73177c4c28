#include "tools/train_language/linear.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/chance.hpp"

namespace praxis::train_language {
namespace {

constexpr std::uint32_t kDropped = 0xffffffff;
constexpr float kFirstStep = 0.01f;

// A feature's weights and, in the lane behind the last label, the sum that its step size comes from: what is needed
// together lies together.
template <int kLanes>
struct alignas(kLanes % 16 == 0 ? 64 : 4 * kLanes) Weights {
    std::array<float, kLanes> of{};
};

template <int kLanes>
class Trainer {
public:
    Trainer(const Examples& examples, const Views& views, const Recipe& recipe)
        : examples_(examples), views_(views), recipe_(recipe) {}

    language::Layer<kLanes> run() {
        keep_frequent();
        if (recipe_.rows_max && kept_ > recipe_.rows_max) {
            descend(recipe_.trial_epochs);
            keep_telling();
        }
        descend(recipe_.epochs);
        return quantised();
    }

private:
    static constexpr int kStep = kLanes - 1;
    using Row = Weights<kLanes>;

    void keep_frequent() {
        std::vector<std::uint32_t> seen(examples_.feature_count(), 0);
        for (const auto& view : views_)
            for (const Examples::Number example : view)
                for (const std::uint32_t feature : examples_.features(example)) ++seen[feature];
        rows_.assign(seen.size(), kDropped);
        kept_ = 0;
        const std::uint32_t least = recipe_.least * static_cast<std::uint32_t>(views_.size());
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (seen[i] >= least) rows_[i] = static_cast<std::uint32_t>(kept_++);
    }

    void keep_telling() {
        std::vector<std::pair<float, std::uint32_t>> telling;
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == kDropped) continue;
            const auto& weights = weights_[rows_[i]].of;
            float sum = 0;
            for (int lane = 0; lane < recipe_.labels; ++lane) sum += weights[lane] * weights[lane];
            telling.push_back({sum * std::sqrt(weights[kStep]), i});
        }
        const auto before = [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        };
        std::nth_element(telling.begin(), telling.begin() + static_cast<std::ptrdiff_t>(recipe_.rows_max),
                         telling.end(), before);
        telling.resize(recipe_.rows_max);
        std::fill(rows_.begin(), rows_.end(), kDropped);
        std::sort(telling.begin(), telling.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        kept_ = 0;
        for (const auto& [sum, feature] : telling) rows_[feature] = static_cast<std::uint32_t>(kept_++);
    }

    void descend(int epochs) {
        Row fresh;
        fresh.of[kStep] = kFirstStep;
        weights_.assign(kept_, fresh);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            std::vector<Examples::Number> order = views_[static_cast<std::size_t>(epoch) % views_.size()];
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1],
                          order[mix(recipe_.seed * 7919 + static_cast<std::uint64_t>(epoch) * 1000003 + i) % i]);
            go_through(order, recipe_.rate * (1.0f - static_cast<float>(epoch) / static_cast<float>(epochs)));
        }
    }

    // Most of the time would go into waiting for memory; so what later examples need is asked for early.
    void go_through(const std::vector<Examples::Number>& order, float rate) {
        constexpr std::size_t kFar = 12, kNear = 4, kNumbersPerLine = 16;
        std::vector<Row*> known, next;
        for (std::size_t i = 0; i <= order.size(); ++i) {
            if (i + kFar < order.size()) {
                const auto far = examples_.features(order[i + kFar]);
                for (std::size_t k = 0; k < far.size(); k += kNumbersPerLine) __builtin_prefetch(&far[k]);
            }
            if (i + kNear < order.size())
                for (const std::uint32_t near : examples_.features(order[i + kNear])) __builtin_prefetch(&rows_[near]);
            std::swap(known, next);
            if (i < order.size()) look_up(order[i], next);
            if (i > 0) learn(known, examples_.labels(order[i - 1]), rate);
        }
    }

    void look_up(Examples::Number example, std::vector<Row*>& known) {
        known.clear();
        for (const std::uint32_t feature : examples_.features(example)) {
            if (rows_[feature] == kDropped) continue;
            Row* row = &weights_[rows_[feature]];
            for (std::size_t line = 0; line < sizeof(Row); line += 64)
                __builtin_prefetch(reinterpret_cast<const char*>(row) + line, 1);
            known.push_back(row);
        }
    }

    void learn(const std::vector<Row*>& known, std::uint64_t labels, float rate) {
        if (known.empty()) return;
        const float share = 1.0f / std::sqrt(static_cast<float>(known.size()));
        Row error{};
        for (const Row* row : known)
            for (int lane = 0; lane < kLanes; ++lane) error.of[lane] += row->of[lane];
        for (float& sum : error.of) sum *= share;
        language::sigmoids(error.of);
        float length = 0;
        for (int lane = 0; lane < recipe_.labels; ++lane) {
            error.of[lane] = (error.of[lane] - static_cast<float>(labels >> lane & 1)) * share;
            length += error.of[lane] * error.of[lane];
        }
        std::fill(error.of.begin() + recipe_.labels, error.of.end(), 0.0f);
        for (Row* row : known) {
            const float steps = row->of[kStep] + length, step = rate / std::sqrt(steps),
                        kept = 1 - step * recipe_.decay;
            for (int lane = 0; lane < kLanes; ++lane) row->of[lane] = row->of[lane] * kept - step * error.of[lane];
            row->of[kStep] = steps;
        }
    }

    language::Layer<kLanes> quantised() const {
        typename language::Layer<kLanes>::Scores scales{};
        for (int lane = 0; lane < recipe_.labels; ++lane) {
            float most = 1e-6f;
            for (const Row& row : weights_) most = std::max(most, std::abs(row.of[lane]));
            scales[lane] = most / 127.0f;
        }
        std::vector<typename language::Layer<kLanes>::Row> rows(kept_);
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == kDropped) continue;
            auto& row = rows[rows_[i]];
            row.feature = examples_.feature(i);
            for (int lane = 0; lane < recipe_.labels; ++lane)
                row.weights[lane] = static_cast<std::int8_t>(std::lround(weights_[rows_[i]].of[lane] / scales[lane]));
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
        return {std::move(rows), scales};
    }

    const Examples& examples_;
    const Views& views_;
    const Recipe recipe_;
    std::vector<std::uint32_t> rows_;  // by feature number
    std::size_t kept_ = 0;
    std::vector<Row> weights_;
};

}  // namespace

template <int kLanes>
language::Layer<kLanes> train(const Examples& examples, const Views& views, const Recipe& recipe) {
    return Trainer<kLanes>(examples, views, recipe).run();
}

template language::Layer<language::kActLanes> train(const Examples&, const Views&, const Recipe&);
template language::Layer<language::kKindLanes> train(const Examples&, const Views&, const Recipe&);
template language::Layer<language::kBreakLanes> train(const Examples&, const Views&, const Recipe&);

}  // namespace praxis::train_language
