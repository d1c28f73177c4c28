#include "tools/train_language/linear.hpp"

#include <gtest/gtest.h>

#include <random>

namespace praxis::train_language {
namespace {

using language::Feature;
using language::kKindLanes;

constexpr int kLabels = 3;
constexpr Recipe kRecipe{.labels = kLabels, .epochs = 6, .rows_max = 40};

// Label k where feature 100 + k is; a hundred other features say nothing.
Examples telling_and_noise(std::size_t count) {
    std::mt19937 random(11);
    Examples examples;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<Feature> features;
        const auto labels = static_cast<std::uint64_t>(random() % (1u << kLabels));
        for (Feature k = 0; k < kLabels; ++k)
            if (labels >> k & 1) features.push_back(100 + k);
        for (Feature noise = 0; noise < 100; ++noise)
            if (random() % 10 == 0) features.push_back(1000 + noise);
        examples.add(features, labels);
    }
    return examples;
}

Views all_of(const Examples& examples) {
    Views views(1);
    for (Examples::Number i = 0; i < examples.size(); ++i) views[0].push_back(i);
    return views;
}

TEST(Linear, findsWhatTells) {
    const Examples examples = telling_and_noise(2000);
    const auto layer = train<kKindLanes>(examples, all_of(examples), kRecipe);
    EXPECT_EQ(layer.rows().size(), kRecipe.rows_max);
    for (Feature k = 0; k < kLabels; ++k) {
        const auto with = layer.score(std::array<Feature, 3>{100 + k, 1003, 1007});
        const auto without = layer.score(std::array<Feature, 2>{1003, 1007});
        EXPECT_GT(with[k], 1) << k;
        EXPECT_LT(without[k], -0.5) << k;
    }
    EXPECT_EQ(layer.score(std::array<Feature, 1>{100})[kLabels], 0);
}

TEST(Linear, leavesOutWhatIsSeenOnce) {
    Examples examples = telling_and_noise(50);
    examples.add(std::vector<Feature>{7777}, 1);
    const auto layer = train<kKindLanes>(examples, all_of(examples), kRecipe);
    for (const auto& row : layer.rows()) EXPECT_NE(row.feature, 7777u);
}

TEST(Linear, isReproducible) {
    const Examples examples = telling_and_noise(500);
    const auto once = train<kKindLanes>(examples, all_of(examples), kRecipe),
               again = train<kKindLanes>(examples, all_of(examples), kRecipe);
    ASSERT_EQ(once.rows().size(), again.rows().size());
    for (std::size_t i = 0; i < once.rows().size(); ++i) {
        EXPECT_EQ(once.rows()[i].feature, again.rows()[i].feature);
        EXPECT_EQ(once.rows()[i].weights, again.rows()[i].weights);
    }
    EXPECT_EQ(once.scales(), again.scales());
}

}  // namespace
}  // namespace praxis::train_language
