// Behaviours as they are written: patterns, operators, windows, and how a strategy tunes the standard ones.
#include <gtest/gtest.h>

#include <algorithm>

#include "adapters/files/strategies/parts.hpp"

namespace praxis::files {
namespace {

using strategy::Behaviour;
using strategy::Indicator;
using strategy::Operator;

struct ReadIndicator {
    Indicator indicator;
    std::string problems;
};

ReadIndicator read_indicator(const std::string& rest) {
    Page page;
    ReadIndicator result;
    read(parse_node("{id: i, says: Says so, " + rest + "}", "b").value(), result.indicator, page);
    for (const Problem& problem : page.problems) result.problems += to_text(problem) + "\n";
    return result;
}

TEST(Indicators, ABareNameIsAnActAGroupAnEventOrAMove) {
    EXPECT_EQ(read_indicator("of: price_talk").indicator.of.acts, ActSet{Act::price_talk});
    EXPECT_EQ(read_indicator("of: any_question").indicator.of.acts, acts_of(ActGroup::any_question));
    EXPECT_EQ(read_indicator("of: step_accepted").indicator.of.derived, DerivedEventSet{DerivedEvent::step_accepted});
    const Indicator move = read_indicator("of: ask_price").indicator;
    EXPECT_EQ(move.of.moves, BuyerMoveSet{BuyerMove::ask_price});
    EXPECT_EQ(move.of.by, strategy::By::buyer);
    EXPECT_NE(read_indicator("of: price_tlk").problems.find("did you mean 'price_talk'?"), std::string::npos);
}

TEST(Indicators, ReadsTheWholePattern) {
    const auto [indicator, problems] = read_indicator(
        "of: {act: [insight, spin_deep], event: challenge, about: [\"@disclosed\", stops], stage: evaluation, role: "
        "[owner]}, "
        "at_most: 2, after: {event: pain_disclosed}, before: close, within: 3");
    EXPECT_EQ(problems, "");
    EXPECT_TRUE(indicator.of.acts.has(Act::implication_question));
    EXPECT_TRUE(indicator.of.acts.has(Act::insight));
    EXPECT_TRUE(indicator.of.derived.has(DerivedEvent::challenge));
    EXPECT_EQ(indicator.of.about.size(), 2u);
    EXPECT_EQ(indicator.of.stage, strategy::Stage::evaluation);
    EXPECT_EQ(indicator.op, Operator::at_most);
    EXPECT_EQ(indicator.n, 2);
    EXPECT_EQ(indicator.within, 3);
    EXPECT_TRUE(indicator.before->acts.has(Act::close));
}

TEST(Indicators, ReadsEachOperator) {
    EXPECT_EQ(read_indicator("of: summary").indicator.op, Operator::at_least);
    EXPECT_EQ(read_indicator("of: summary").indicator.n, 1);
    EXPECT_EQ(read_indicator("of: pressure, absent: true").indicator.op, Operator::absent);
    const Indicator ratio = read_indicator("of: open_question, ratio: 0.5, per: any_question").indicator;
    EXPECT_EQ(ratio.op, Operator::ratio);
    EXPECT_EQ(ratio.value, 0.5);
    EXPECT_TRUE(ratio.per);
}

TEST(Indicators, RefusesWhatDoesNotFit) {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"of: summary, at_least: 1, absent: true", "counts in more than one way"},
        {"of: summary, absent: false", "'absent' can only be true"},
        {"of: summary, ratio: 0.5", "'ratio' and 'per' belong together"},
        {"of: summary, per: close", "'ratio' and 'per' belong together"},
        {"of: summary, at_least: 0", "must lie between 1 and 50"},
        {"of: {about: [stops]}", "names nothing that could happen"},
        {"of: {act: summary, about: [\"@told\"]}", "'@told' is not known here"},
        {"of: {act: summary, event: close}", "'close' is not known here"},
        {"of: {act: summary, by: seller}", "'seller' is not known here"},
        {"at_least: 1", "has no 'of'"},
    };
    for (const auto& [text, says] : wrong)
        EXPECT_NE(read_indicator(text).problems.find(says), std::string::npos) << text << "\n"
                                                                               << read_indicator(text).problems;
}

std::vector<Behaviour> standard() {
    std::vector<Behaviour> behaviours(2);
    behaviours[0].id = "recaps";
    behaviours[0].name = "Says back";
    behaviours[0].tip = "Say it back.";
    behaviours[0].when.kinds = {strategy::ConversationKind::discovery};
    behaviours[0].indicators.resize(1);
    behaviours[1].id = "greets";
    for (Behaviour& behaviour : behaviours) behaviour.standard = true;
    return behaviours;
}

std::vector<Behaviour> merged(const std::string& text, std::string& problems) {
    Page page;
    auto behaviours = merge_behaviours(parse_node(text, "b").value(), standard(), page);
    for (const Problem& problem : page.problems) problems += to_text(problem) + "\n";
    return behaviours;
}

const Behaviour* find(const std::vector<Behaviour>& behaviours, std::string_view id) {
    const auto found = std::find_if(behaviours.begin(), behaviours.end(), [&](const auto& b) { return b.id == id; });
    return found == behaviours.end() ? nullptr : &*found;
}

constexpr std::string_view kOwn = "name: Own, skill: value, indicators: [{id: i, says: So, of: summary}]";

TEST(StandardBehaviours, AreTunedReplacedCopiedAndDropped) {
    std::string problems;
    const auto tuned = merged("behaviours: [{use: recaps, when: {segments: [a]}}]", problems);
    EXPECT_EQ(find(tuned, "recaps")->tip, "Say it back.") << "all else stays";
    EXPECT_EQ(find(tuned, "recaps")->when.kinds.size(), 1u);
    EXPECT_EQ(find(tuned, "recaps")->when.segments, strategy::Slugs{"a"});
    EXPECT_EQ(tuned.size(), 2u);

    const auto replaced = merged("behaviours: [{id: recaps, " + std::string(kOwn) + "}]", problems);
    EXPECT_EQ(find(replaced, "recaps")->name, "Own");
    EXPECT_FALSE(find(replaced, "recaps")->standard);
    EXPECT_EQ(replaced.size(), 2u);

    const auto copied = merged("behaviours: [{use: recaps, id: recaps-figures, tip: Figures too.}]", problems);
    EXPECT_EQ(find(copied, "recaps")->tip, "Say it back.");
    EXPECT_EQ(find(copied, "recaps-figures")->tip, "Figures too.");

    const auto dropped = merged("without: [greets]", problems);
    EXPECT_EQ(find(dropped, "greets"), nullptr);
    EXPECT_EQ(problems, "");
}

TEST(StandardBehaviours, UnknownOnesAreNamedWithTheNearest) {
    std::string problems;
    merged("{behaviours: [{use: recap}], without: [greet]}", problems);
    EXPECT_NE(problems.find("no standard behaviour 'recap' (did you mean 'recaps'?)"), std::string::npos) << problems;
    EXPECT_NE(problems.find("'greet' is not known here (did you mean 'greets'?)"), std::string::npos) << problems;
}

}  // namespace
}  // namespace praxis::files
