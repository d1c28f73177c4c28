#include "core/language/model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace praxis::language {
namespace {

Model small_model() {
    Layer<kActLanes>::Scores scales{};
    scales.fill(0.5f);
    Model model;
    Layer<kActLanes>::Row one{.feature = 7}, two{.feature = 7 + 16};
    one.weights[3] = 100;
    two.weights[3] = -20;
    two.weights[41] = 127;
    model.acts = Layer<kActLanes>({one, two}, scales);
    model.break_threshold = -1.5f;
    model.stack.weights[5][2] = 0.25f;
    model.stack.thresholds[4] = 0.4f;
    model.vocabulary = {1, 5, 9};
    return model;
}

TEST(Layer, addsTheRowsOfKnownFeatures) {
    const Model model = small_model();
    EXPECT_FLOAT_EQ(model.acts.score(std::array<Feature, 1>{7})[3], 50.0f);
    const auto both = model.acts.score(std::array<Feature, 4>{7, 23, 8, 1000});
    EXPECT_NEAR(both[3], 80 * 0.5 / std::sqrt(2.0), 1e-4);
    EXPECT_NEAR(both[41], 127 * 0.5 / std::sqrt(2.0), 1e-4);
    EXPECT_FLOAT_EQ(model.acts.score({})[3], 0);
    EXPECT_FLOAT_EQ(Layer<kActLanes>().score(std::array<Feature, 1>{7})[3], 0);
}

TEST(Layer, countsAFeatureThatComesTwiceOnce) {
    const Model model = small_model();
    EXPECT_EQ(model.acts.score_once(std::array<Feature, 5>{7, 23, 7, 8, 23}),
              model.acts.score(std::array<Feature, 2>{7, 23}));
}

TEST(Layer, doesNotOverflowOnLongSentences) {
    std::vector<Layer<kActLanes>::Row> rows(2000);
    std::vector<Feature> features;
    for (Feature i = 0; i < rows.size(); ++i) {
        rows[i].feature = i;
        rows[i].weights[0] = 127;
        features.push_back(i);
    }
    Layer<kActLanes>::Scores scales{};
    scales[0] = 1;
    const Layer<kActLanes> layer(std::move(rows), scales);
    EXPECT_NEAR(layer.score(features)[0], 127 * std::sqrt(2000.0), 1.0);
}

TEST(Model, goesThroughBytesUnchanged) {
    const std::string bytes = to_bytes(small_model());
    const auto back = model_of(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(to_bytes(*back), bytes);
    EXPECT_FLOAT_EQ(back->stack.thresholds[4], 0.4f);
    EXPECT_TRUE(back->knows(std::uint64_t{5} << 32));
    EXPECT_FALSE(back->knows(std::uint64_t{6} << 32));
}

TEST(Model, refusesWhatIsNoModel) {
    const std::string bytes = to_bytes(small_model());
    EXPECT_FALSE(model_of(""));
    EXPECT_FALSE(model_of("praxis-language-model\n"));
    for (std::size_t at = 0; at < bytes.size(); at += 97) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        EXPECT_FALSE(model_of(damaged)) << at;
        EXPECT_FALSE(model_of(std::string_view(bytes).substr(0, at)));
    }
}

TEST(Sigmoid, isTheLogisticFunction) {
    for (double x = -40; x <= 40; x += 0.37) {
        const double clipped = std::max(-30.0, std::min(30.0, x));
        EXPECT_NEAR(sigmoid(static_cast<float>(x)), 1 / (1 + std::exp(-clipped)), 1e-5) << x;
    }
}

TEST(Sigmoid, isTheSameForManyAtOnce) {
    std::vector<float> many;
    for (int i = -45; i < 46; ++i) many.push_back(static_cast<float>(i) * 0.91f);
    const std::vector<float> alone = many;
    sigmoids(many);
    for (std::size_t i = 0; i < many.size(); ++i) EXPECT_EQ(many[i], sigmoid(alone[i])) << alone[i];
}

TEST(Stack, weighsEveryInputForEveryAct) {
    Stack stack;
    Stack::Inputs inputs{};
    for (int i = 0; i < Stack::kInputs; ++i) {
        inputs[i] = static_cast<float>(i % 7) - 3;
        for (int act = 0; act < kActCount; ++act) stack.weights[i][act] = static_cast<float>((i * 31 + act) % 11) / 100;
    }
    const auto probabilities = stack.probabilities(inputs);
    for (int act = 0; act < kActCount; ++act) {
        double sum = 0;
        for (int i = 0; i < Stack::kInputs; ++i) sum += static_cast<double>(stack.weights[i][act] * inputs[i]);
        EXPECT_NEAR(probabilities[act], 1 / (1 + std::exp(-sum)), 1e-5);
    }
}

}  // namespace
}  // namespace praxis::language
