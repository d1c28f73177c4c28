#include "core/wording/grammar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace praxis::wording {
namespace {

GrammarSource smallest() {
    GrammarSource source;
    for (int i = 0; i < kBuyerMoveCount; ++i) {
        const std::string move(name(static_cast<BuyerMove>(i)));
        source.push_back({"moves", move, "any", "Line for " + std::string(move) + ".", {}});
        source.push_back({"short", move, "any", "Yes.", {}});
    }
    return source;
}

bool complains(const GrammarSource& source, std::string_view about) {
    const auto made = Grammar::make(source);
    return !made && std::ranges::any_of(made.error(), [&](const Problem& problem) {
        return (problem.what + problem.mend).find(about) != std::string::npos;
    });
}

TEST(Grammar, EveryMoveMustBeSayable) {
    EXPECT_TRUE(Grammar::make(smallest()));
    GrammarSource source = smallest();
    source.erase(source.begin());
    EXPECT_TRUE(complains(source, "'greet'"));
}

TEST(Grammar, NamesTheFaultAndItsPlace) {
    GrammarSource source = smallest();
    source.push_back({"moves", "greeet", "any", "Hello.", {"a.yaml", 7, 1}});
    const auto made = Grammar::make(source);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().front().place.line, 7);
    EXPECT_TRUE(complains(source, "did you mean 'greet'?"));
}

TEST(Grammar, RefusesWhatItDoesNotKnow) {
    const std::vector<std::pair<GrammarEntry, std::string>> rows = {
        {{"moves", "greet", "lukewarm", "Hello.", {}}, "unknown cell"},
        {{"moves", "greet", "any", "[fax] Hello.", {}}, "unknown condition"},
        {{"moves", "greet", "any", "[phone Hello.", {}}, "not closed"},
        {{"moves", "greet", "any", "Hello, {nmae}.", {}}, "unknown slot"},
        {{"moves", "greet", "any", "Hello, {name", {}}, "unknown slot"},
        {{"short", "greet", "any", "Hello to you all.", {}}, "three words"},
        {{"phrases", "middle", "any", "Well,", {}}, "unknown phrase"},
        {{"joins", "answer", "any", "But", {}}, "unknown join"},
        {{"words", "colours", "any", "red", {}}, "unknown word list"},
        {{"stories", "greet", "any", "Hello.", {}}, "unknown section"},
    };
    for (const auto& [entry, about] : rows) {
        GrammarSource source = smallest();
        source.push_back(entry);
        EXPECT_TRUE(complains(source, about)) << about;
    }
}

TEST(Grammar, ReadsCellsConditionsAndSlots) {
    GrammarSource source = smallest();
    source.push_back({"moves", "greet", "cold terse", "[phone opening] {name}.", {}});
    const auto made = Grammar::make(source);
    ASSERT_TRUE(made);
    const Cell& cell = made->of(BuyerMove::greet).back();
    EXPECT_EQ(cell.warmth, Warmth::cold);
    EXPECT_EQ(cell.style, strategy::Style::terse);
    EXPECT_EQ(cell.lines.front().text, "{name}.");
    EXPECT_TRUE(cell.lines.front().slots.has(Slot::name));
    EXPECT_EQ(cell.lines.front().conditions, (Conditions{Condition::phone, Condition::opening}));
}

TEST(Grammar, JoinsOnlyWhatMayBeWrittenSmall) {
    GrammarSource source = smallest();
    source.push_back({"words", "lowerable", "any", "the it's", {}});
    const auto made = Grammar::make(source);
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->joinable("It's fine."));
    EXPECT_EQ(made->after_lead("It's fine."), "it's fine.");
    EXPECT_TRUE(made->joinable("I'd say so."));
    EXPECT_EQ(made->after_lead("I'd say so."), "I'd say so.");
    EXPECT_FALSE(made->joinable("SAP has it."));
}

TEST(Grammar, TheDigestNamesItsContent) {
    GrammarSource source = smallest();
    const auto before = Grammar::make(source)->digest();
    EXPECT_EQ(before, Grammar::make(source)->digest());
    source.front().text = "Hullo.";
    EXPECT_NE(before, Grammar::make(source)->digest());
}

}  // namespace
}  // namespace praxis::wording
