#include "core/language/feature_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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
            ASSERT_TRUE(known == places.end() || index.may_have(feature));
        }
    }
}

TEST(FeatureIndex, passesMostOfWhatItDoesNotHave) {
    std::mt19937 random(4);
    std::vector<Feature> features(40'000);
    for (Feature& feature : features) feature = static_cast<Feature>(random());
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    const FeatureIndex index(features);
    int in_vain = 0;
    for (int i = 0; i < 10'000; ++i) in_vain += index.may_have(static_cast<Feature>(random()));
    EXPECT_LT(in_vain, 1'500);
}

TEST(FeatureIndex, knowsNothingWhenEmptyAndFeatureZeroWhenTold) {
    EXPECT_EQ(FeatureIndex().find(0), FeatureIndex::kNowhere);
    EXPECT_EQ(FeatureIndex().find(77), FeatureIndex::kNowhere);
    EXPECT_EQ(FeatureIndex(std::vector<Feature>{5, 0}).find(0), 1u);
}

}  // namespace
}  // namespace praxis::language
