#include "app/rehearsal/cues/cue.hpp"

#include <gtest/gtest.h>

#include "core/behaviour/conversation_builder.hpp"

namespace praxis::app {
namespace {

using behaviour::ConversationBuilder;
using strategy::FactLayer;

constexpr FactId kSituation{0}, kProblem{1}, kImpact{2}, kPayoff{3}, kWhoSigns{4}, kBudget{5}, kSheets{6};

strategy::Scenario scenario() {
    strategy::Scenario scenario;
    scenario.topics = {{"stops", "unplanned stops", {}, true, {}}, {"money", "the budget", {}, false, {}}};
    const auto add = [&](FactLayer layer, std::uint8_t topic) {
        strategy::ScenarioFact fact;
        fact.fact.layer = layer;
        fact.topic = TopicId{topic};
        scenario.facts.push_back(fact);
    };
    for (const FactLayer layer : {FactLayer::situation, FactLayer::problem, FactLayer::implication, FactLayer::payoff})
        add(layer, 0);
    add(FactLayer::authority, 1);
    add(FactLayer::money, 1);
    scenario.gates.step_trust = scenario.gates.step_interest = 40;
    return scenario;
}

CueTexts texts() {
    CueTexts texts;
    for (int i = 0; i < kCueKindCount; ++i) texts.texts[i] = std::string(name(static_cast<CueKind>(i))) + " {topic}";
    texts.that = "that";
    return texts;
}

std::string cue_after(ConversationBuilder talk, const strategy::Scenario& scenario) {
    const auto cue = choose_cue(talk.done(), scenario, texts());
    return cue ? cue->text : "none";
}

ConversationBuilder talk() {
    ConversationBuilder talk;
    talk.rep("Hello.");
    return talk;
}

struct Answer {
    BuyerMove move;
    CueKind cue;
    bool warns;
};
class CueForMove : public testing::TestWithParam<Answer> {};

TEST_P(CueForMove, AnswersWhatTheBuyerDid) {
    const auto conversation = talk().buyer("Well then.").move(GetParam().move).done();
    const auto cue = choose_cue(conversation, scenario(), texts());
    ASSERT_TRUE(cue);
    EXPECT_EQ(name(cue->kind), name(GetParam().cue));
    EXPECT_EQ(cue->warns, GetParam().warns);
}

INSTANTIATE_TEST_SUITE_P(Table, CueForMove,
                         testing::Values(Answer{BuyerMove::offended, CueKind::apologise, true},
                                         Answer{BuyerMove::bemused, CueKind::stay_with_customer, true},
                                         Answer{BuyerMove::object_again, CueKind::answer_objection, true},
                                         Answer{BuyerMove::object, CueKind::acknowledge_objection, true},
                                         Answer{BuyerMove::object_cause, CueKind::answer_cause, false},
                                         Answer{BuyerMove::guard, CueKind::earn_trust, true},
                                         Answer{BuyerMove::cut_in, CueKind::shorter, true},
                                         Answer{BuyerMove::promise_vaguely, CueKind::pin_down, true},
                                         Answer{BuyerMove::ask, CueKind::answer_question, false},
                                         Answer{BuyerMove::greet, CueKind::ask_problem, false}));

TEST(Cue, BeforeAnythingWasSaidHelpsToOpen) {
    EXPECT_EQ(cue_after(ConversationBuilder(), scenario()), "open_call that");
}

TEST(Cue, FollowsTheProblemDown) {
    auto conversation = talk().buyer("By the calendar.").move(BuyerMove::disclose, 0).discloses(kSituation);
    EXPECT_EQ(cue_after(conversation, scenario()), "ask_problem unplanned stops");
    conversation.rep("And?").buyer("It stops.").move(BuyerMove::disclose, 1).discloses(kProblem);
    EXPECT_EQ(cue_after(conversation, scenario()), "ask_impact unplanned stops");
    conversation.rep("And?").buyer("It costs.").move(BuyerMove::disclose, 2).discloses(kImpact);
    EXPECT_EQ(cue_after(conversation, scenario()), "ask_payoff unplanned stops");
    conversation.rep("And?").buyer("I'd sleep.").move(BuyerMove::disclose, 3).discloses(kPayoff);
    EXPECT_EQ(cue_after(conversation, scenario()), "link_offer unplanned stops");
}

TEST(Cue, ProposesAStepOnlyWhenTheBuyerIsReadyAndTheDecisionIsKnown) {
    auto conversation = talk().buyer("It stops.").move(BuyerMove::disclose, 1).discloses(kProblem);
    conversation.rep("And?").buyer("It costs.").move(BuyerMove::disclose, 2).discloses(kImpact);
    conversation.rep("Right.").buyer("Yes.").move(BuyerMove::yes).standing({.trust = 60, .interest = 60});
    EXPECT_EQ(cue_after(conversation, scenario()), "ask_decision unplanned stops");
    conversation.rep("Who?").buyer("I do.").move(BuyerMove::disclose, 4).discloses(kWhoSigns);
    conversation.standing({.trust = 60, .interest = 60});
    EXPECT_EQ(cue_after(conversation, scenario()), "propose_step the budget");
}

TEST(Cue, ToASpotBuyerIsToQuoteOnceTheSpecificationIsKnown) {
    strategy::Scenario spot = scenario();
    spot.rules.quote_wins = true;
    strategy::ScenarioFact sheets;
    sheets.fact.layer = FactLayer::request;
    sheets.topic = TopicId{0};
    spot.facts.push_back(sheets);
    auto conversation = talk().buyer("Morning.").move(BuyerMove::greet);
    EXPECT_EQ(cue_after(conversation, spot), "ask_specification that");
    conversation.rep("What?").buyer("Forty.").move(BuyerMove::disclose, 6).discloses(kSheets);
    EXPECT_EQ(cue_after(conversation, spot), "quote_now unplanned stops");
}

TEST(Cue, NamesOnlyTopicsThatWereSpokenOf) {
    const auto conversation = talk().buyer("I'd rather not.").move(BuyerMove::guard, kBudget.value);
    EXPECT_EQ(cue_after(conversation, scenario()), "earn_trust that");
}

TEST(Cue, LeavesOutATopicThatWouldMakeItLong) {
    strategy::Scenario wordy = scenario();
    wordy.topics[0].name = "the way in which every press of the line is kept up";
    const auto conversation = talk().buyer("It stops.").move(BuyerMove::disclose, 1).discloses(kProblem);
    EXPECT_EQ(cue_after(conversation, wordy), "ask_impact that");
}

}  // namespace
}  // namespace praxis::app
