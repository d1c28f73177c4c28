#include "core/language/feature_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace praxis::language {
namespace {

TEST(FeatureIndex, agreesWithAMap) {
    std::mt19937 random(9);
    for (int round = 0; round < 50; ++round) {
        std::map<Feature, std::uint32_t> places;
        std::vector<Feature> features;
        for (int i = 0; i < 1 + round * 20; ++i) {
            const auto feature = static_cast<Feature>(random() % 3000) << (round % 3 * 10);  // low bits alike
            if (feature < 2 || !places.emplace(feature, features.size()).second) continue;
            features.push_back(feature);
        }
        const FeatureIndex index(features);
        for (Feature n = 0; n < 3000; ++n) {
            const Feature feature = n << (round % 3 * 10);
            const auto known = places.find(feature);
            ASSERT_EQ(index.find(feature), known == places.end() ? FeatureIndex::kNowhere : known->second);
        }
    }
}

TEST(FeatureIndex, knowsNothingWhenEmptyAndFeatureZeroWhenTold) {
    EXPECT_EQ(FeatureIndex().find(0), FeatureIndex::kNowhere);
    EXPECT_EQ(FeatureIndex().find(77), FeatureIndex::kNowhere);
    EXPECT_EQ(FeatureIndex(std::vector<Feature>{5, 0}).find(0), 1u);
}

}  // namespace
}  // namespace praxis::language
