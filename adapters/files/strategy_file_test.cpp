#include "adapters/files/strategy_file.hpp"

#include <gtest/gtest.h>

#include "core/strategy/compile.hpp"

namespace praxis::files {
namespace {

const std::filesystem::path kSource = PRAXIS_SOURCE;
const std::filesystem::path kData = PRAXIS_DATA;

std::string shown(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

TEST(StrategyFile, LoadsACompleteStrategyAndCompilesIt) {
    const auto strategy = load_strategy(kSource / "tests/strategies/vantix.yaml", kData);
    ASSERT_TRUE(strategy) << shown(strategy.error());
    EXPECT_EQ(strategy->segments.size(), 1u);
    EXPECT_EQ(strategy->version.size(), 16u);
    const auto scenario = strategy::compile(*strategy, "enterprise-plant/plant-manager/discovery/normal");
    ASSERT_TRUE(scenario) << shown(scenario.error());
    EXPECT_EQ(scenario->people.size(), 1u);
    EXPECT_EQ(scenario->brief.title, "The drawer");
}

}  // namespace
}  // namespace praxis::files
