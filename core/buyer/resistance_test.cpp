// Objections, commitment, other kinds of buyers, and the end of a talk.
#include <gtest/gtest.h>

#include "core/buyer/talk.hpp"

namespace praxis::buyer {
namespace {

using namespace press_shop;
using conversation::EndReason;
using strategy::GoalLevel;

// ---- objections

// A talk with the objection on the table and a chosen cause.
Talk objected(const strategy::Scenario& scenario, std::uint8_t objection, std::uint8_t cause) {
    Talk talk(scenario);
    talk.begin().disclose_pain();
    talk.state().causes[objection] = cause;
    talk.state().open = {objection};
    talk.state().handle({objection}, Handled::raised);
    return talk;
}

TEST(Objections, AreSettledByListeningAndAnsweringOnTheCause) {
    Talk talk = objected(discovery(), kGadget, 0);
    EXPECT_EQ("", missing(talk.rep(said({objection_answered}, {kSap})), BuyerMove::half_answer)) << "not heard out";
    EXPECT_EQ("", missing(talk.rep(said({objection_acknowledged, objection_clarified, open_question}, {kAdoption})),
                          BuyerMove::object_cause));
    EXPECT_EQ("", missing(talk.rep(said({objection_answered}, {kSap})), BuyerMove::resolved));
    EXPECT_FALSE(objection_open(talk.state()));
}

TEST(Objections, ALuckyGuessAtTheCauseSettlesWhenAcknowledged) {
    Talk talk = objected(discovery(), kGadget, 0);
    EXPECT_EQ("", missing(talk.rep(said({objection_acknowledged, objection_answered}, {kSap})), BuyerMove::resolved));
}

TEST(Objections, TheSameWordsWithAnotherCauseNeedAnotherAnswer) {
    Talk talk = objected(discovery(), kGadget, 1);
    EXPECT_FALSE(talk.rep(said({objection_acknowledged, objection_answered}, {kSap})).has(BuyerMove::resolved));
    talk.rep(said({objection_clarified, open_question}, {kAdoption}));
    EXPECT_FALSE(talk.rep(said({objection_answered}, {kStops})).has(BuyerMove::resolved)) << "wants to see it";
    Observation proof = said({objection_answered, social_proof}, {kStops});
    proof.proofs = 0b1;
    EXPECT_EQ("", missing(talk.rep(proof), BuyerMove::resolved));
}

TEST(Objections, ComeBackWhenPassedOver) {
    Talk talk = objected(discovery(), kGadget, 0);
    const Feelings before = talk.feels();
    EXPECT_EQ("", missing(talk.rep(said({value_statement}, {kQuality})), BuyerMove::object_again));
    EXPECT_LT(talk.feels().trust, before.trust);
    EXPECT_LT(talk.feels().patience, before.patience - 5);
}

TEST(Objections, NoddingAtAPloyConcedesIt) {
    Talk nods = objected(negotiation(), kTooDear, 0);
    EXPECT_EQ("", missing(nods.rep(said({objection_acknowledged})), BuyerMove::ask_discount));
    EXPECT_TRUE(nods.state().handling({kTooDear}).has(Handled::conceded));
    Talk holds = objected(negotiation(), kTooDear, 0);
    EXPECT_EQ("", missing(holds.rep(said({objection_clarified, open_question}, {kMoney})), BuyerMove::resolved));
    EXPECT_TRUE(holds.state().seen.has(DerivedEvent::price_held));
}

TEST(Objections, AConditionIsNotArguedAway) {
    Talk argues = objected(discovery(), kItRule, 0);
    const int trust = argues.feels().trust;
    EXPECT_EQ("", missing(argues.rep(said({objection_answered}, {kSap})), BuyerMove::half_answer));
    EXPECT_LT(argues.feels().trust, trust);
    Talk accepts = objected(discovery(), kItRule, 0);
    Observation trade = said({objection_acknowledged}, {kSap});
    trade.trade = true;
    EXPECT_EQ("", missing(accepts.rep(trade), BuyerMove::resolved));
}

TEST(Objections, AreFewerWhereValueWasBuilt) {
    const auto raised = [](std::uint8_t value) {
        int times = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Talk talk(discovery(), seed);
            talk.begin().disclose_pain();
            talk.state().feels.value = value;
            times += talk.rep(said({value_statement}, {kStops})).has(BuyerMove::object) ? 1 : 0;
        }
        return times;
    };
    EXPECT_EQ(raised(10), 100);
    EXPECT_LT(raised(80), 40);
}

TEST(Casting, ChoosesCausesByWeightAndSeed) {
    strategy::Scenario scenario = discovery();
    scenario.objections[kGadget].causes[0].cause.weight = 3;
    int first = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Casting casting = cast(scenario, {seed});
        EXPECT_EQ(casting.causes, open(*make_scene(scenario), {seed}).causes);
        first += casting.causes[kGadget] == 0 ? 1 : 0;
    }
    EXPECT_NEAR(first, 300, 40);
}

// ---- commitment

TEST(Steps, AreRefusedBeforeThereIsAReason) {
    Talk talk(discovery());
    talk.begin();
    EXPECT_EQ("", missing(talk.rep(propose()), BuyerMove::not_yet));
    EXPECT_TRUE(refused(talk.state()));
    const int trust = talk.feels().trust;
    talk.rep(propose());
    EXPECT_LT(talk.feels().trust, trust - 3) << "asking again at once is badgering";
}

TEST(Steps, APleasingBuyerPromisesAndMeansNothing) {
    Talk talk(pleasing());
    talk.begin();
    EXPECT_EQ("", missing(talk.rep(propose()), BuyerMove::promise_vaguely));
    EXPECT_EQ(talk.result().level, GoalLevel::lost);
    talk.disclose_pain();
    talk.rep(said({summary, empathy}, {kStops}));
    EXPECT_EQ("", missing(talk.rep(said({next_step})), BuyerMove::promise_vaguely)) << "no date, nobody to do it";
}

TEST(Steps, IndecisionIsHelpedByARecommendationNotByAPush) {
    const auto prepared = [] {
        Talk talk(discovery());
        talk.begin().disclose_pain();
        talk.rep(said({summary}, {kStops}));
        talk.state().marks.insert(Mark::undecided);
        talk.state().feels.interest = 50;
        return talk;
    };
    Talk pushed = prepared(), advised = prepared();
    Observation push = propose(), advice = propose();
    push.acts.insert(pressure);
    advice.recommends = true;
    EXPECT_FALSE(pushed.rep(push).has(BuyerMove::accept_step));
    EXPECT_EQ("", missing(advised.rep(advice), BuyerMove::accept_step));
}

Talk ready_to_buy() {
    Talk talk(negotiation());
    talk.begin();
    talk.state().marks.erase(Mark::undecided);
    talk.state().marks.insert(Mark::price_heard);
    talk.state().feels.trust = 75;
    talk.state().feels.value = 75;
    for (const std::uint8_t objection : {kGadget, kTooDear, kItRule}) talk.state().handle({objection}, Handled::raised);
    return talk;
}

TEST(Orders, NeedTheWayToADecisionToBeKnown) {
    Talk talk = ready_to_buy();
    EXPECT_FALSE(talk.rep(closing()).has(BuyerMove::accept_order));
    talk.rep(ask(authority_question));
    EXPECT_EQ("", missing(talk.rep(closing()), BuyerMove::accept_order));
    EXPECT_TRUE(over(talk.state()));
    EXPECT_EQ(talk.result().level, GoalLevel::won);
    EXPECT_EQ(talk.result().reason, EndReason::accepted);
}

TEST(Orders, NeedSureUnderstanding) {
    Talk talk = ready_to_buy();
    talk.rep(ask(authority_question));
    Observation unsure = closing();
    unsure.sure = {};
    EXPECT_FALSE(talk.rep(unsure).has(BuyerMove::accept_order));
}

TEST(Concessions, AGiftLosesValueAndMarginATradeDoesNot) {
    Talk gives = ready_to_buy(), trades = ready_to_buy();
    gives.state().marks.insert(Mark::discount_asked);
    trades.state().marks.insert(Mark::discount_asked);
    Observation gift = said({discount_offer}), trade = gift;
    gift.amounts[gift.amount_count++] = {AmountKind::percent, 15'000, {}, false};
    trade.trade = true;
    gives.rep(gift);
    EXPECT_EQ("", missing(trades.rep(trade), BuyerMove::accept_trade));
    EXPECT_LT(gives.feels().value, trades.feels().value);
    for (Talk* talk : {&gives, &trades}) {
        talk->rep(ask(authority_question));
        talk->rep(closing());
    }
    EXPECT_EQ(gives.result().level, GoalLevel::advanced) << "sold below target";
    EXPECT_EQ(trades.result().level, GoalLevel::won);
}

TEST(Concessions, ADiscountBeforeValueLowersIt) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.value = 20;
    talk.rep(said({discount_offer}));
    EXPECT_LT(talk.feels().value, 15);
}

Observation quote(std::int64_t euros, bool recap, bool delivery) {
    Observation heard = said(recap ? ActSet{price_talk, summary} : ActSet{price_talk});
    heard.quotes_price = true;
    heard.names_date = delivery;
    heard.amounts[heard.amount_count++] = {AmountKind::money, euros * 1000, {}, false};
    return heard;
}

TEST(SpotBuyers, VolunteerTheRequestAndWantAPrice) {
    Talk talk(spot());
    EXPECT_EQ("", missing(talk.rep(said({greeting})), BuyerMove::disclose));
    EXPECT_EQ("", missing(talk.rep(said({agenda})), BuyerMove::ask_price));
    EXPECT_EQ(disclosed(talk.state()).size(), 2U);
}

TEST(SpotBuyers, TakeAFastAccurateAndCompleteQuote) {
    const auto answer_to = [](const Observation& heard) {
        Talk talk(spot());
        talk.rep(said({greeting}));
        talk.rep(said({agenda}));
        talk.rep(heard);
        return talk.result().level;
    };
    EXPECT_EQ(answer_to(quote(1150, true, true)), GoalLevel::won);
    EXPECT_NE(answer_to(quote(1150, false, true)), GoalLevel::won) << "of what?";
    EXPECT_NE(answer_to(quote(1150, true, false)), GoalLevel::won) << "when?";
    EXPECT_NE(answer_to(quote(1290, true, true)), GoalLevel::won) << "too dear";
    EXPECT_NE(answer_to(quote(900, true, true)), GoalLevel::won) << "too cheap to be the same";
}

TEST(Parting, IsRightWhenADisqualifierIsKnown) {
    Observation goodbye = said({sign_off});
    goodbye.disqualifies = true;
    Talk blind(disqualifier());
    blind.begin().rep(goodbye);
    EXPECT_NE(blind.result().level, GoalLevel::right_disqualified);
    Talk knowing(disqualifier());
    knowing.begin();
    knowing.rep(ask(timeline_question, {kTiming}));
    knowing.rep(ask(timeline_question, {kTiming}));
    ASSERT_TRUE(knowing.told(kFactCount));
    EXPECT_EQ("", missing(knowing.rep(goodbye), BuyerMove::part_friendly));
    EXPECT_EQ(knowing.result().level, GoalLevel::right_disqualified);
    EXPECT_EQ(knowing.result().reason, EndReason::parted);
}

// ---- safety, time, the buyer's own agenda

TEST(Unclear, IsAskedBackAndNeverPunished) {
    Talk talk(discovery());
    talk.begin();
    const Feelings before = talk.feels();
    Observation unclear = said({});
    unclear.unknown_words = 60;
    EXPECT_EQ("", missing(talk.rep(unclear), BuyerMove::ask_back));
    EXPECT_TRUE(talk.feels() == before);
}

TEST(OwnQuestions, MustBeAnswered) {
    const auto asked = [] {
        Talk talk(discovery());
        talk.begin().disclose_pain();
        talk.state().pending = {0};
        talk.state().questions_asked = 1;
        return talk;
    };
    Talk answered = asked(), ignored = asked();
    answered.rep(said({social_proof}));
    ignored.rep(said({value_statement}, {kStops}));
    EXPECT_EQ(answered.state().questions_answered, 1);
    EXPECT_LT(ignored.feels().patience, answered.feels().patience);
    EXPECT_EQ(ignored.state().questions_answered, 0);
}

TEST(Time, IsWarnedOfAndThenUp) {
    strategy::Scenario scenario = discovery();
    scenario.rules.turns = 6;
    Talk talk(scenario);
    talk.begin();
    EXPECT_EQ("", missing(talk.rep(ask(problem_question, {kStops})), BuyerMove::hurry));
    while (!over(talk.state())) talk.rep(said({summary}));
    EXPECT_EQ(talk.state().turn, 6);
    EXPECT_EQ(talk.result().reason, EndReason::time_up);
}

TEST(Phone, ACallOutOfTheBlueThatSaysNothingIsBrushedOff) {
    Talk talk(cold_call());
    talk.rep(said({greeting}));
    EXPECT_EQ("", missing(talk.rep(said({rapport})), BuyerMove::brush_off));
    EXPECT_TRUE(refused(talk.state()));
}

TEST(End, NothingMovesAfterIt) {
    Talk talk(discovery());
    talk.rep(said({sign_off}));
    ASSERT_TRUE(over(talk.state()));
    EXPECT_EQ(talk.result().reason, EndReason::goodbye);
    const std::uint64_t before = digest(talk.state());
    EXPECT_TRUE(talk.rep(ask(problem_question, {kStops})).ends);
    EXPECT_EQ(digest(talk.state()), before);
}

TEST(MakeScene, RefusesWhatAMindCannotHold) {
    strategy::Scenario crowded = discovery();
    crowded.facts.resize(kFactsMax + 1);
    ASSERT_FALSE(make_scene(crowded));
    strategy::Scenario empty = discovery();
    empty.people.clear();
    ASSERT_FALSE(make_scene(empty));
    EXPECT_NE(make_scene(empty).error().front().what.find("nobody"), std::string::npos);
}

}  // namespace
}  // namespace praxis::buyer
