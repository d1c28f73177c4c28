#include "core/behaviour/derive.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "core/behaviour/conversation_builder.hpp"
#include "core/behaviour/press_plant.hpp"

namespace praxis::behaviour {
namespace {

using namespace press_plant;
using conversation::Conversation;
using enum Act;
using enum DerivedEvent;
using Builder = ConversationBuilder;

bool has(const std::vector<DerivedSeen>& all, DerivedEvent wanted, bool certain = true) {
    return std::any_of(all.begin(), all.end(),
                       [&](const DerivedSeen& seen) { return seen.event == wanted && seen.certain == certain; });
}

bool any(const std::vector<DerivedSeen>& all, DerivedEvent wanted) {
    return has(all, wanted, true) || has(all, wanted, false);
}

Builder after_the_pain() {
    return Builder()
        .rep("What goes wrong?")
        .act(problem_question)
        .buyer("We get two or three stops a month.")
        .move(BuyerMove::disclose, kStops.value)
        .discloses(kStops);
}

Builder after(BuyerMove move, std::uint8_t argument) {
    return Builder().rep("It is 48 thousand.").act(price_talk).buyer("Too much.").move(move, argument);
}

struct DeriveCase {
    std::string name;
    DerivedEvent event;
    bool expected;
    std::function<Conversation()> make;
};

class Derive : public testing::TestWithParam<DeriveCase> {};

TEST_P(Derive, SeesItWhenItIsThereAndNotOtherwise) {
    const auto found = derive(GetParam().make(), scenario());
    EXPECT_EQ(any(found, GetParam().event), GetParam().expected) << GetParam().name;
}

template <class Change>
std::function<Conversation()> said(std::string text, Change change) {
    return [=] { return Builder().rep(text).seen(change).done(); };
}

const std::vector<DeriveCase> kRepCases = {
    {"TradeTied", trade, true, said("If you take two years I can do five percent.", [](auto& o) { o.trade = true; })},
    {"DiscountIsNoTrade", trade, false, [] { return Builder().rep("Ten percent off.").act(discount_offer).done(); }},
    {"Recommends", recommendation, true, said("I would start with press 4.", [](auto& o) { o.recommends = true; })},
    {"LimitAdmitted", limit_admitted, true,
     said("It does not see electrical faults.", [](auto& o) { o.limit_admitted = true; })},
    {"Disqualified", disqualified, true, said("Then we are not for you.", [](auto& o) { o.disqualifies = true; })},
    {"Overclaim", overclaim, true, said("No more downtime, ever.", [](auto& o) { o.overclaim = true; })},
    {"Disparages", competitor_disparaged, true, said("Theirs breaks.", [](auto& o) { o.disparages = true; })},
    {"PriceHeld", price_held, true,
     [] { return after(BuyerMove::ask_discount, 0xff).rep("The price stands.").act(price_talk).done(); }},
    {"PloyHeld", price_held, true,
     [] { return after(BuyerMove::object, kTooDear.value).rep("Dearer than whom?").act(closed_question).done(); }},
    {"PriceGivenAway", price_held, false,
     [] { return after(BuyerMove::ask_discount, 0xff).rep("Ten percent off.").act(discount_offer).done(); }},
    {"PriceTraded", price_held, false,
     [] {
         return after(BuyerMove::ask_discount, 0xff)
             .rep("If you sign two years, five percent.")
             .seen([](auto& o) { o.trade = true; })
             .done();
     }},
    {"PriceNotChallenged", price_held, false,
     [] { return after(BuyerMove::acknowledge, 0xff).rep("The price stands.").act(price_talk).done(); }},
    {"AnotherObjectionIsNoPriceChallenge", price_held, false,
     [] { return after(BuyerMove::object, kGadget.value).rep("Fair.").act(objection_acknowledged).done(); }},
    {"ChallengeOnWhatWasSaid", challenge, true,
     [] {
         return after_the_pain()
             .rep("Most stops start in the clutch, not the press.")
             .act(insight)
             .topic(kDowntime, "stops")
             .done();
     }},
    {"InsightOutOfTheBlue", challenge, false,
     [] { return after_the_pain().rep("Budgets get cut in March.").act(insight).topic(kBudget, "Budgets").done(); }},
    {"StepWithOwnerAndDate", concrete_next_step, true,
     [] {
         return Builder()
             .rep("You and I walk the line on Wednesday.")
             .act(next_step)
             .seen([](auto& o) { o.names_owner = o.names_date = true; })
             .done();
     }},
    {"StepWithoutDate", concrete_next_step, false,
     [] {
         return Builder()
             .rep("You and I should walk the line.")
             .act(next_step)
             .seen([](auto& o) { o.names_owner = true; })
             .done();
     }},
    {"StepWithoutDateIsVague", vague_next_step, true,
     [] { return Builder().rep("Let's talk again.").act(next_step).done(); }},
    {"RecapRight", recap_right, true,
     [] {
         return after_the_pain().rep("So two or three stops a month.").act(summary).topic(kDowntime, "stops").done();
     }},
    {"RecapByWordsShared", recap_right, true,
     [] { return after_the_pain().rep("So that often.").act(summary).seen([](auto& o) { o.overlap = 40; }).done(); }},
    {"RecapOfNothingTold", recap_right, false,
     [] { return Builder().rep("So, to sum up.").act(summary).seen([](auto& o) { o.overlap = 40; }).done(); }},
    {"RecapWrong", recap_wrong, true,
     [] {
         return after_the_pain()
             .rep("So five a month.")
             .act(summary)
             .seen([](auto& o) { o.wrong_recap = true; })
             .done();
     }},
    {"RecapWrongIsNotRight", recap_right, false,
     [] {
         return after_the_pain()
             .rep("So five stops.")
             .act(summary)
             .seen([](auto& o) { o.wrong_recap = true; })
             .topic(kDowntime, "stops")
             .done();
     }},
    {"SegmentTested", segment_tested, true,
     [] { return Builder().rep("Do you live by the schedule here?").act(closed_question).done(); }},
    {"SegmentTestedOnceFirmographic", segment_tested, true,
     [] { return Builder().rep("I saw a planning board outside, who keeps it?").act(closed_question).done(); }},
    {"SegmentTestedAfterPitch", segment_tested, false,
     [] {
         return Builder()
             .rep("You will save days.")
             .act(value_statement)
             .buyer("Hm.")
             .move(BuyerMove::shrug)
             .rep("Do you live by the schedule here?")
             .act(closed_question)
             .done();
     }},
    {"QuestionWithoutCue", segment_tested, false,
     [] { return Builder().rep("How is maintenance run?").act(open_question).done(); }},
    {"PitchFirst", pitch_before_pain, true,
     [] { return Builder().rep("You will save days.").act(value_statement).done(); }},
    {"PitchAfterPain", pitch_before_pain, false,
     [] { return after_the_pain().rep("You will save days.").act(value_statement).done(); }},
    {"ProofFits", proof_matched, true, said("We work it out with you.", [](auto& o) { o.proofs = 2; })},
    {"ProofDoesNotFit", proof_matched, false, said("Two press shops will call.", [](auto& o) { o.proofs = 1; })},
    {"ProofThatSettled", proof_matched, true,
     [] {
         return Builder()
             .rep("Two press shops will call.")
             .seen([](auto& o) { o.proofs = 1; })
             .buyer("Fine.")
             .move(BuyerMove::resolved, kGadget.value)
             .done();
     }},
    {"SilenceAfterPrice", silence_after_price, true,
     [] {
         return Builder()
             .rep("Thanks. It is 48 thousand a year.")
             .act(price_talk, "It is 48 thousand a year")
             .seen([](auto& o) { o.quotes_price = true; })
             .done();
     }},
    {"TalksOnAfterPrice", silence_after_price, false,
     [] {
         return Builder()
             .rep("It is 48 thousand a year. But there is room.")
             .act(price_talk, "It is 48 thousand a year")
             .seen([](auto& o) { o.quotes_price = true; })
             .done();
     }},
};

std::function<Conversation()> told(FactId fact) {
    return [=] {
        return Builder().rep("And?").buyer("This.").move(BuyerMove::disclose, fact.value).discloses(fact).done();
    };
}

std::function<Conversation()> did(BuyerMove move) {
    return [=] { return Builder().rep("And?").buyer("This.").move(move, 0).done(); };
}

const std::vector<DeriveCase> kBuyerCases = {
    {"ProblemIsPain", pain_disclosed, true, told(kStops)},
    {"SituationIsNoPain", pain_disclosed, false, told(kInspection)},
    {"CostIsImpact", impact_disclosed, true, told(kCost)},
    {"CostAloneIsAlsoPain", pain_disclosed, true, told(kCost)},
    {"ProblemIsNoImpact", impact_disclosed, false, told(kStops)},
    {"FigureOfImpact", number_stated, true, told(kCost)},
    {"NoFigure", number_stated, false, told(kStops)},
    {"Payoff", payoff_disclosed, true, told(kSunday)},
    {"Objection", objection_raised, true, did(BuyerMove::object)},
    {"ComingBackIsNotRaising", objection_raised, false, did(BuyerMove::object_again)},
    {"Resolved", objection_resolved, true, did(BuyerMove::resolved)},
    {"Step", step_accepted, true, did(BuyerMove::accept_step)},
    {"FalseYesIsNoStep", step_accepted, false, did(BuyerMove::promise_vaguely)},
    {"Order", order_accepted, true, did(BuyerMove::accept_order)},
    {"TradeIsNoOrder", order_accepted, false, did(BuyerMove::accept_trade)},
    {"UnheardMoveDidNotHappen", step_accepted, false,
     [] { return Builder().rep("And?").buyer("This.").move(BuyerMove::accept_step).heard(0).done(); }},
};

std::function<Conversation()> real(std::string rep_said, std::vector<Act> acts, std::string text, PreviousKind kind) {
    return [=] {
        Builder builder;
        builder.rep(rep_said);
        for (const Act act : acts) builder.act(act);
        return builder.customer(text, kind).done();
    };
}

const std::vector<DeriveCase> kRealCases = {
    {"RealPain", pain_disclosed, true, real("And?", {}, "It breaks all the time.", PreviousKind::pain)},
    {"RealInfoIsNoPain", pain_disclosed, false, real("And?", {}, "We have eight.", PreviousKind::info)},
    {"RealImpact", impact_disclosed, true,
     [] {
         return Builder()
             .rep("And?")
             .customer("It costs 500 an hour.", PreviousKind::pain)
             .amount(AmountKind::money, 500, "EUR", "500")
             .done();
     }},
    {"RealNumberOfPainTopic", number_stated, true,
     [] {
         return Builder()
             .rep("How often?")
             .customer("3 stops a week.", PreviousKind::info)
             .amount(AmountKind::number, 3, "", "3")
             .topic(kDowntime, "stops")
             .done();
     }},
    {"RealNumberOfAnotherTopic", number_stated, false,
     [] {
         return Builder()
             .rep("How many?")
             .customer("3 signers.", PreviousKind::info)
             .amount(AmountKind::number, 3, "", "3")
             .topic(kDecision, "signers")
             .done();
     }},
    {"RealPayoff", payoff_disclosed, true,
     real("What would that be worth?", {need_payoff_question}, "We would sleep.", PreviousKind::info)},
    {"RealObjection", objection_raised, true, real("It pays.", {}, "I doubt it.", PreviousKind::objection)},
    {"RealStep", step_accepted, true, real("Wednesday?", {next_step}, "Fine.", PreviousKind::commit)},
    {"RealOrder", order_accepted, true, real("Shall we sign?", {close}, "Yes.", PreviousKind::commit)},
    {"RealYesToNothingAsked", order_accepted, false, real("Hm.", {}, "Yes.", PreviousKind::commit)},
    {"RealResolved", objection_resolved, true,
     [] {
         return Builder()
             .rep("It pays.")
             .customer("I doubt it.", PreviousKind::objection)
             .rep("Here is why.")
             .act(objection_answered)
             .customer("All right, go on then.", PreviousKind::commit)
             .done();
     }},
    {"RealPriceHeld", price_held, true,
     [] {
         return Builder()
             .rep("It is 48 thousand.")
             .act(price_talk)
             .customer("Too dear.", PreviousKind::objection)
             .rep("Dearer than what?")
             .act(closed_question)
             .done();
     }},
};

const auto kName = [](const auto& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Rep, Derive, testing::ValuesIn(kRepCases), kName);
INSTANTIATE_TEST_SUITE_P(Buyer, Derive, testing::ValuesIn(kBuyerCases), kName);
INSTANTIATE_TEST_SUITE_P(Real, Derive, testing::ValuesIn(kRealCases), kName);

TEST(DeriveAll, EveryEventHasAWorkedCase) {
    DerivedEventSet worked;
    for (const auto& cases : {kRepCases, kBuyerCases, kRealCases})
        for (const DeriveCase& each : cases)
            if (each.expected) worked.insert(each.event);
    for (int i = 0; i < kDerivedEventCount; ++i)
        EXPECT_TRUE(worked.has(static_cast<DerivedEvent>(i))) << name(static_cast<DerivedEvent>(i));
}

TEST(DeriveAll, WhatHangsOnAPossibleActIsNotCertain) {
    const auto found = derive(Builder().rep("Let's talk on Monday.").possible(next_step).done(), scenario());
    EXPECT_TRUE(has(found, vague_next_step, false));
    EXPECT_FALSE(has(found, vague_next_step, true));
}

TEST(DeriveAll, AProofThatFitsOnlySomeOfThePeopleIsNotCertain) {
    strategy::Scenario s = scenario();
    s.people.push_back(s.people.front());
    s.people.back().persona.logic = strategy::Logic::references;
    const auto found =
        derive(Builder().rep("Two press shops will call.").seen([](auto& o) { o.proofs = 1; }).done(), s);
    EXPECT_TRUE(has(found, proof_matched, false));
}

TEST(DeriveAll, PointsAtTheWordsAndTheSide) {
    const auto talk = Builder()
                          .rep("Right. And what does that cost you?")
                          .act(implication_question)
                          .buyer("Well. Finance says eleven grand an hour.")
                          .move(BuyerMove::acknowledge, 0xff, "Well.")
                          .move(BuyerMove::disclose, kCost.value, "Finance says eleven grand an hour.")
                          .discloses(kCost)
                          .done();
    const auto found = derive(talk, scenario());
    const auto cost = std::find_if(found.begin(), found.end(), [](auto& e) { return e.event == impact_disclosed; });
    ASSERT_NE(cost, found.end());
    const Evidence evidence = evidence_of(talk.events[cost->index], cost->span);
    EXPECT_EQ(evidence.quote, "Finance says eleven grand an hour.");
    EXPECT_EQ(evidence.who, kFirstBuyer);
    EXPECT_EQ(evidence.turn, 1U);
    EXPECT_TRUE(cost->topics[kDowntime.value]);
}

TEST(DeriveAll, APainKnownFromTheStartIsNoEarlyPitch) {
    strategy::Scenario s = scenario();
    s.facts_known = {kStops};
    EXPECT_FALSE(any(derive(Builder().rep("You will save days.").act(value_statement).done(), s), pitch_before_pain));
}

}  // namespace
}  // namespace praxis::behaviour
