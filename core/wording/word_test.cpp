#include "core/wording/word.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace praxis::wording {
namespace {

class Wording : public testing::Test {
protected:
    Wording() {
        for (int i = 0; i < kBuyerMoveCount; ++i) {
            const std::string move(name(static_cast<BuyerMove>(i)));
            source.push_back({"moves", move, "any", "A line of its own for " + move + ".", {}});
            source.push_back({"short", move, "any", "Yes.", {}});
        }
        source.push_back({"words", "lowerable", "any", "the a we eleven by", {}});
        strategy::ScenarioFact cost;
        cost.fact = {.id = "cost",
                     .key = {"eleven grand"},
                     .full = {"We lose eleven grand an hour."},
                     .brief = {"Eleven grand an hour."}};
        cost.topic = {0};
        scenario.facts = {cost};
        scenario.topics = {{"downtime", "unplanned stops", {}, true, {{0}}}};
        scenario.people = {{"Dave Kerrigan", "plant manager", "Kerrigan Pressings", {}}};
        scenario.people[0].persona.style = strategy::Style::terse;
    }

    void add(BuyerMove move, std::string cell, std::string line) {
        source.push_back({"moves", std::string(name(move)), std::move(cell), std::move(line), {}});
    }

    Worded say(const Intention& intention, const Observation& heard = {}) {
        const auto grammar = Grammar::make(source);
        return word(intention, heard, ++turn, {scenario, scenario.people[0], {}, Seed{4}}, *grammar, memory);
    }

    static Intention only(BuyerMove move, std::uint8_t argument = 0xff) {
        Intention made;
        made.add(move, argument);
        return made;
    }

    GrammarSource source;
    strategy::Scenario scenario;
    WordingMemory memory;
    std::uint32_t turn = 0;
};

TEST_F(Wording, AFactSpeaksInItsOwnWords) {
    EXPECT_EQ(say(only(BuyerMove::disclose, 0)).text, "We lose eleven grand an hour.");
    EXPECT_EQ(say(only(BuyerMove::disclose_short, 0)).text, "Eleven grand an hour.");
}

TEST_F(Wording, OneSpanForEachMove) {
    Intention made = only(BuyerMove::acknowledge);
    made.add(BuyerMove::disclose, 0);
    made.add(BuyerMove::ask_price);
    source.push_back({"joins", "react answer", "any", "So", {}});
    source.push_back({"joins", "answer ask", "any", "And", {}});
    const Worded reply = say(made);
    ASSERT_EQ(reply.spans.size(), 3u);
    EXPECT_EQ(quote(reply.text, reply.spans[0]), "A line of its own for acknowledge.");
    EXPECT_TRUE(quote(reply.text, reply.spans[1]).ends_with("e lose eleven grand an hour."));
    EXPECT_EQ(reply.spans[0].begin, 0u);
    EXPECT_LT(reply.spans[0].end, reply.spans[1].begin);
    EXPECT_EQ(reply.spans[2].end, reply.text.size());
}

TEST_F(Wording, ReferringBackJoinsTheFactToTheSentence) {
    source.erase(std::ranges::find(source, std::string("told_already"), &GrammarEntry::name));
    add(BuyerMove::told_already, "any", "As I said about {fact_topic}, {brief}");
    EXPECT_EQ(say(only(BuyerMove::told_already, 0)).text, "As I said about unplanned stops, eleven grand an hour.");
}

TEST_F(Wording, TheMostFittingCellSpeaksFirst) {
    add(BuyerMove::greet, "cold", "Yes, what is it.");
    add(BuyerMove::greet, "cold formal", "Good day to you, sir.");
    Intention cold = only(BuyerMove::greet);
    cold.mood.warmth = 0;
    scenario.people[0].persona.style = strategy::Style::formal;
    EXPECT_EQ(say(cold).text, "Good day to you, sir.");
    Intention warm = only(BuyerMove::greet);
    warm.mood.warmth = 4;
    EXPECT_EQ(say(warm).text, "A line of its own for greet.");
}

TEST_F(Wording, NothingLongIsSaidTwice) {
    source.push_back({"phrases", "again", "any", "As I said,", {}});
    EXPECT_EQ(say(only(BuyerMove::guard, 0)).text, "A line of its own for guard.");
    EXPECT_EQ(say(only(BuyerMove::guard, 0)).text, "As I said, a line of its own for guard.");
    EXPECT_EQ(say(only(BuyerMove::guard, 0)).text, "Yes.");
    EXPECT_EQ(say(only(BuyerMove::guard, 0)).text, "Yes.");
}

TEST_F(Wording, WhatWasNotHeardMayBeSaidAgain) {
    const Intention tells = only(BuyerMove::disclose, 0);
    const std::string first = say(tells).text;
    deliver(memory, tells, 0);
    EXPECT_EQ(say(tells).text, first);
}

TEST_F(Wording, GrammarNeverHoldsAKeyOfAnUntoldFact) {
    add(BuyerMove::vague, "any", "Could be eleven grand for all I know.");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(say(only(BuyerMove::vague)).text.find("eleven"), std::string::npos);
    say(only(BuyerMove::disclose, 0));
    EXPECT_EQ(say(only(BuyerMove::vague)).text, "Could be eleven grand for all I know.");
}

TEST_F(Wording, IdsBeyondTheScenarioAreSurvived) {
    for (int i = 0; i < kBuyerMoveCount; ++i)
        for (const int argument : {7, 200, 255})
            EXPECT_FALSE(say(only(static_cast<BuyerMove>(i), static_cast<std::uint8_t>(argument))).text.empty());
    EXPECT_TRUE(say(Intention{}).text.empty());
}

TEST_F(Wording, WhoeverIsToBeAskedIsNamed) {
    strategy::ScenarioFact firewall;
    firewall.topic = {0};
    firewall.known_to_role = false;
    firewall.ask_role = "IT manager";
    scenario.facts.push_back(firewall);
    source.erase(std::ranges::find(source, std::string("not_my_field"), &GrammarEntry::name));
    add(BuyerMove::not_my_field, "any", "I'd have to ask {role}.");
    EXPECT_EQ(say(only(BuyerMove::not_my_field, 0)).text, "I'd have to ask the IT manager.");
    source.push_back({"words", "departments", "any", "finance", {}});
    scenario.facts.back().ask_role = "finance";
    memory = {};
    EXPECT_EQ(say(only(BuyerMove::not_my_field, 0)).text, "I'd have to ask finance.");
}

TEST_F(Wording, SameInputsSameBytes) {
    const Intention made = only(BuyerMove::disclose, 0);
    const std::string first = say(made).text;
    memory = {};
    turn = 0;
    EXPECT_EQ(say(made).text, first);
}

}  // namespace
}  // namespace praxis::wording
