#include "tools/train_language/examples.hpp"

#include <gtest/gtest.h>

#include <random>

namespace praxis::train_language {
namespace {

using language::Feature;

TEST(Examples, numberFeaturesInOrderOfAppearance) {
    Examples examples;
    EXPECT_EQ(examples.add(std::vector<Feature>{70, 50}, 1), 0u);
    EXPECT_EQ(examples.add(std::vector<Feature>{}, 0), 1u);
    EXPECT_EQ(examples.add(std::vector<Feature>{50, 90}, 6), 2u);
    EXPECT_EQ(examples.size(), 3u);
    EXPECT_EQ(examples.feature_count(), 3u);
    EXPECT_TRUE(std::ranges::equal(examples.features(2), std::vector<std::uint32_t>{1, 2}));
    EXPECT_TRUE(examples.features(1).empty());
    EXPECT_EQ(examples.named(0), (std::vector<Feature>{70, 50}));
    EXPECT_EQ(examples.labels(2), 6u);
}

TEST(Examples, nameManyFeaturesBack) {
    std::mt19937 random(3);
    Examples examples;
    std::vector<std::vector<Feature>> added;
    for (int i = 0; i < 300; ++i) {
        std::vector<Feature> features;
        for (int k = 0; k < 50; ++k) features.push_back(static_cast<Feature>(random() % 5000) << 16);  // low bits alike
        examples.add(features, 0);
        added.push_back(std::move(features));
    }
    for (std::uint32_t i = 0; i < added.size(); ++i) EXPECT_EQ(examples.named(i), added[i]);
}

}  // namespace
}  // namespace praxis::train_language
