#include "core/buyer/buyer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/buyer/press_shop.hpp"

namespace praxis::buyer {
namespace {

using namespace press_shop;
using enum Act;
using conversation::EndReason;
using strategy::GoalLevel;

Observation said(ActSet acts, std::vector<std::uint8_t> topics = {}) {
    Observation heard;
    heard.acts = heard.sure = acts;
    heard.open_questions = acts.has(open_question) ? 1 : 0;
    heard.closed_questions = acts.has(closed_question) ? 1 : 0;
    for (const std::uint8_t topic : topics) heard.topics[heard.topic_count++] = {topic};
    heard.words = 15;
    return heard;
}

Observation ask(Act function, std::vector<std::uint8_t> topics = {}) {
    return said({open_question, function}, std::move(topics));
}

Observation ask_closed(Act function, std::vector<std::uint8_t> topics = {}) {
    return said({closed_question, function}, std::move(topics));
}

Observation propose() {
    Observation heard = said({next_step, closed_question});
    heard.names_date = heard.names_owner = true;
    return heard;
}

Observation closing() {
    return said({close, closed_question});
}

// One conversation under test: says what the rep says, keeps what the buyer meant.
class Talk {
public:
    explicit Talk(const strategy::Scenario& scenario, std::uint64_t seed = 1)
        : scene_(*make_scene(scenario)), seed_{seed}, state_(open(scene_, seed_)) {}

    const Intention& rep(const Observation& heard, int heard_moves = Intention::kMovesMax) {
        const Step next = step(state_, heard, scene_, seed_);
        last_ = next.intention;
        state_ = deliver(next.state, last_, heard_moves, scene_);
        return last_;
    }
    Talk& begin() {
        rep(said({greeting, permission, closed_question, rapport}));
        rep(said({agenda, closed_question}));
        return *this;
    }
    Talk& disclose_pain() {
        rep(ask(problem_question, {kStops}));
        rep(said({open_question, implication_question, empathy}, {kStops}));
        return *this;
    }
    const Intention& last() const { return last_; }
    const State& state() const { return state_; }
    State& state() { return state_; }
    Feelings feels() const { return state_.feels; }
    bool told(std::uint8_t fact) const { return state_.told({fact}); }
    Outcome result() const { return outcome(state_, scene_); }

private:
    Scene scene_;
    Seed seed_;
    State state_;
    Intention last_;
};

testing::AssertionResult does(const Intention& intention, BuyerMove move) {
    if (intention.has(move)) return testing::AssertionSuccess();
    auto failure = testing::AssertionFailure() << "wanted " << name(move) << ", got";
    for (int i = 0; i < intention.count; ++i) failure << " " << name(intention.moves[i].move);
    return failure;
}

// ---- the worked example

Outcome good_example(std::uint64_t seed) {
    Talk talk(discovery(), seed);
    EXPECT_TRUE(does(talk.rep(said({greeting, permission, closed_question, rapport})), BuyerMove::permit));
    EXPECT_TRUE(does(talk.rep(said({agenda, closed_question})), BuyerMove::agree));
    talk.rep(ask(situation_question, {kPlanning}));
    EXPECT_TRUE(talk.told(kPrevent) || talk.told(kCrew));
    talk.rep(ask(problem_question, {kStops}));
    EXPECT_TRUE(talk.told(kUnplanned));
    talk.rep(said({empathy, implication_question, open_question}, {kStops}));
    EXPECT_TRUE(talk.told(kCost));
    EXPECT_EQ(standing(talk.state()).stage, strategy::Stage::evaluation);
    talk.rep(said({need_payoff_question, open_question, summary}, {kStops}));
    EXPECT_TRUE(talk.told(kDream));
    EXPECT_TRUE(does(talk.rep(said({quantified_value}, {kStops})), BuyerMove::object));
    EXPECT_TRUE(objection_open(talk.state()));
    EXPECT_TRUE(does(talk.rep(said({objection_acknowledged, objection_clarified, closed_question}, {kAdoption})),
                     BuyerMove::object_cause));
    const bool wants_proof = talk.state().causes[kGadget] == 1;
    Observation answer = said({objection_acknowledged, objection_answered, authority_question, closed_question},
                              {wants_proof ? kStops : kSap});
    answer.proofs = wants_proof ? 0b1 : 0;
    EXPECT_TRUE(does(talk.rep(answer), BuyerMove::resolved));
    EXPECT_TRUE(talk.told(kSigns));
    Observation suggestion = propose();
    suggestion.recommends = true;  // "I'd suggest …"
    EXPECT_TRUE(does(talk.rep(suggestion), BuyerMove::accept_step));
    EXPECT_GE(talk.feels().trust, 70);
    EXPECT_GE(talk.feels().value, 40);
    return talk.result();
}

TEST(WorkedExample, GoodReachesTheStepForEverySeed) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) EXPECT_EQ(good_example(seed).level, GoalLevel::won);
}

TEST(WorkedExample, BadIsLostWithinTenTurnsForEverySeed) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Talk talk(discovery(), seed);
        talk.rep(said({greeting, small_talk}));
        talk.rep(said({jargon}));
        EXPECT_TRUE(does(talk.last(), BuyerMove::plain_words));
        talk.rep(said({feature_dump}));
        EXPECT_TRUE(does(talk.last(), BuyerMove::object));
        EXPECT_TRUE(does(talk.rep(ask_closed(budget_question, {kMoney})), BuyerMove::guard));
        EXPECT_TRUE(does(talk.rep(said({price_talk}, {kMoney})), BuyerMove::object_again));
        Observation sap = ask_closed(situation_question, {kSap});
        sap.yes_no = true;
        EXPECT_TRUE(does(talk.rep(sap), BuyerMove::disclose_short));
        EXPECT_TRUE(does(talk.rep(said({steering})), BuyerMove::bemused));
        EXPECT_TRUE(does(talk.rep(said({pressure})), BuyerMove::push_back));
        talk.rep(said({close, discount_offer}));
        talk.rep(said({close, disrespect, closed_question, situation_question}));
        EXPECT_TRUE(over(talk.state()));
        EXPECT_EQ(talk.result().level, GoalLevel::lost);
        EXPECT_EQ(talk.result().reason, EndReason::walked_out);
        EXPECT_EQ(disclosed(talk.state()), std::vector<FactId>{{kSapPm}});
    }
}

// ---- facts

TEST(Facts, AreToldToAFittingQuestionAboutTheirTopic) {
    Talk talk(discovery());
    talk.begin();
    talk.rep(ask(problem_question, {kPlanning}));
    EXPECT_FALSE(talk.told(kUnplanned)) << "another topic";
    talk.rep(ask(situation_question, {kStops}));
    EXPECT_FALSE(talk.told(kUnplanned)) << "another question";
    talk.rep(ask(problem_question, {kStops}));
    EXPECT_TRUE(talk.told(kUnplanned));
}

TEST(Facts, AreGuardedBelowTrust) {
    Talk talk(discovery());
    const Intention& intention = talk.rep(ask(budget_question, {kMoney}));
    EXPECT_TRUE(does(intention, BuyerMove::guard));
    EXPECT_EQ(intention.moves[0].argument, kBudget);
    EXPECT_FALSE(talk.told(kBudget));
}

TEST(Facts, WaitForWhatMustBeKnownBefore) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.trust = 90;
    EXPECT_TRUE(does(talk.rep(ask(implication_question, {kStops})), BuyerMove::vague));
    EXPECT_FALSE(talk.told(kCost));
}

TEST(Facts, ClosedQuestionsAreAnsweredShortAndOpenOnesInFull) {
    Talk talk(discovery());
    talk.begin();
    Observation closed = ask_closed(situation_question, {kSap});
    closed.yes_no = true;
    const Intention brief = talk.rep(closed);
    ASSERT_EQ(brief.count, 2);
    EXPECT_EQ(brief.moves[0].move, BuyerMove::yes);
    EXPECT_EQ(brief.moves[1], (PlannedMove{BuyerMove::disclose_short, kSapPm}));
    EXPECT_TRUE(does(talk.rep(ask(situation_question, {kSap})), BuyerMove::disclose)) << "asked openly, tells the rest";
    const int patience = talk.feels().patience;
    EXPECT_TRUE(does(talk.rep(ask(situation_question, {kSap})), BuyerMove::told_already));
    EXPECT_LT(talk.feels().patience, patience - 3);
}

TEST(Facts, OthersKnowWhatThisRoleDoesNot) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.trust = 90;
    const Intention& intention = talk.rep(ask(competition_question, {kRivals}));
    EXPECT_TRUE(does(intention, BuyerMove::not_my_field));
    EXPECT_FALSE(talk.told(kOemOffer));
}

TEST(Facts, NothingIsThereWhereNothingHurts) {
    Talk talk(discovery());
    talk.begin();
    EXPECT_TRUE(does(talk.rep(ask(problem_question, {kShape})), BuyerMove::nothing_there));
}

TEST(Facts, ThatPointsBackToTheLastTopic) {
    Talk talk(discovery());
    talk.begin();
    talk.rep(ask(problem_question, {kStops}));
    Observation elliptical = ask(implication_question);
    elliptical.refers_back = true;
    talk.rep(elliptical);
    EXPECT_TRUE(talk.told(kCost));
}

TEST(Facts, OfTwoQuestionsTheDeeperIsAnswered) {
    Talk talk(discovery());
    talk.begin();
    const Intention& intention = talk.rep(said({open_question, situation_question, problem_question}, {kStops, kSap}));
    EXPECT_TRUE(does(intention, BuyerMove::disclose));
    EXPECT_TRUE(talk.told(kUnplanned));
    EXPECT_FALSE(talk.told(kSapPm));
}

TEST(Facts, AreDisclosedOnlyWhenTheirWordsWereHeard) {
    Talk talk(discovery());
    talk.begin();
    talk.rep(ask(problem_question, {kStops}), 0);
    EXPECT_FALSE(talk.told(kUnplanned));
    EXPECT_TRUE(disclosed(talk.state()).empty());
    talk.rep(ask(problem_question, {kStops}));
    EXPECT_TRUE(talk.told(kUnplanned));
}

TEST(Facts, AreNotToldToWhoPressesInTheSameBreath) {
    Talk talk(discovery());
    talk.begin();
    EXPECT_TRUE(does(talk.rep(said({open_question, problem_question, pressure}, {kStops})), BuyerMove::guard));
    EXPECT_FALSE(talk.told(kUnplanned));
}

// ---- listening, pitch

TEST(Listening, ExactRecallEarnsMoreThanARecapAndAWrongOneCosts) {
    const auto trust_after = [](bool figure, bool wrong) {
        Talk talk(discovery());
        talk.begin().disclose_pain();
        Observation recap = said({summary}, {kStops});
        recap.wrong_recap = wrong;
        if (figure) recap.amounts[recap.amount_count++] = {AmountKind::money, 11'000'000, {kStops}, true};
        talk.rep(recap);
        EXPECT_TRUE(does(talk.last(), wrong ? BuyerMove::correct : BuyerMove::confirm));
        return talk.feels().trust;
    };
    EXPECT_GT(trust_after(true, false), trust_after(false, false));
    EXPECT_LT(trust_after(false, true), trust_after(false, false));
}

TEST(Pitch, ABenefitCountsOnlyWhereSomethingHurts) {
    Talk cold(discovery());
    cold.begin();
    EXPECT_TRUE(does(cold.rep(said({quantified_value}, {kStops})), BuyerMove::shrug));
    EXPECT_EQ(cold.feels().value, 5);
    Talk warm(discovery());
    warm.begin().disclose_pain();
    const int value = warm.feels().value;
    EXPECT_TRUE(does(warm.rep(said({quantified_value}, {kStops})), BuyerMove::interested));
    EXPECT_GE(warm.feels().value, value + 10);
    EXPECT_FALSE(warm.rep(said({quantified_value}, {kStops})).has(BuyerMove::interested)) << "once a topic";
}

TEST(Pitch, ChallengeIsRewardedBySome) {
    Talk plain(discovery()), challenged(well_read());
    plain.begin().rep(said({insight}, {kStops}));
    challenged.begin().rep(said({insight}, {kStops}));
    EXPECT_GT(challenged.feels().interest, plain.feels().interest);
    EXPECT_TRUE(challenged.state().seen.has(DerivedEvent::challenge));
}

TEST(Pitch, AnAdmittedLimitEarnsTrustAndAnOverclaimCostsIt) {
    Talk honest(discovery()), boastful(discovery());
    Observation limit = said({value_statement}), claim = limit;
    limit.limit_admitted = true;
    claim.overclaim = true;
    honest.begin().rep(limit);
    boastful.begin().rep(claim);
    EXPECT_GE(honest.feels().trust, boastful.feels().trust + 12);
}

TEST(Pitch, MonologuesAreCutInOn) {
    Talk talk(discovery());
    talk.begin();
    const int patience = talk.feels().patience;
    EXPECT_TRUE(does(talk.rep(said({monologue, value_statement}, {kStops})), BuyerMove::cut_in));
    EXPECT_LE(talk.feels().patience, patience - 8);
}

TEST(Questions, AnExpertIsBoredBySituationQuestionsAndVolunteers) {
    Talk expert(well_read()), other(discovery());
    expert.begin();
    other.begin();
    const Intention& answer = expert.rep(ask(situation_question, {kPlanning}));
    EXPECT_TRUE(does(answer, BuyerMove::disclose_short)) << "goes on unasked";
    other.rep(ask(situation_question, {kPlanning}));
    for (const std::uint8_t topic : {kSap, kMoney, kShape}) {
        expert.rep(ask_closed(situation_question, {topic}));
        other.rep(ask_closed(situation_question, {topic}));
    }
    EXPECT_LT(expert.feels().patience, other.feels().patience);
}

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
    EXPECT_TRUE(does(talk.rep(said({objection_answered}, {kSap})), BuyerMove::half_answer)) << "not heard out";
    EXPECT_TRUE(does(talk.rep(said({objection_acknowledged, objection_clarified, open_question}, {kAdoption})),
                     BuyerMove::object_cause));
    EXPECT_TRUE(does(talk.rep(said({objection_answered}, {kSap})), BuyerMove::resolved));
    EXPECT_FALSE(objection_open(talk.state()));
}

TEST(Objections, ALuckyGuessAtTheCauseSettlesWhenAcknowledged) {
    Talk talk = objected(discovery(), kGadget, 0);
    EXPECT_TRUE(does(talk.rep(said({objection_acknowledged, objection_answered}, {kSap})), BuyerMove::resolved));
}

TEST(Objections, TheSameWordsWithAnotherCauseNeedAnotherAnswer) {
    Talk talk = objected(discovery(), kGadget, 1);
    EXPECT_FALSE(talk.rep(said({objection_acknowledged, objection_answered}, {kSap})).has(BuyerMove::resolved));
    talk.rep(said({objection_clarified, open_question}, {kAdoption}));
    EXPECT_FALSE(talk.rep(said({objection_answered}, {kStops})).has(BuyerMove::resolved)) << "wants to see it";
    Observation proof = said({objection_answered, social_proof}, {kStops});
    proof.proofs = 0b1;
    EXPECT_TRUE(does(talk.rep(proof), BuyerMove::resolved));
}

TEST(Objections, ComeBackWhenPassedOver) {
    Talk talk = objected(discovery(), kGadget, 0);
    const Feelings before = talk.feels();
    EXPECT_TRUE(does(talk.rep(said({value_statement}, {kQuality})), BuyerMove::object_again));
    EXPECT_LT(talk.feels().trust, before.trust);
    EXPECT_LT(talk.feels().patience, before.patience - 5);
}

TEST(Objections, NoddingAtAPloyConcedesIt) {
    Talk nods = objected(negotiation(), kTooDear, 0);
    EXPECT_TRUE(does(nods.rep(said({objection_acknowledged})), BuyerMove::ask_discount));
    EXPECT_TRUE(nods.state().handling({kTooDear}).has(Handled::conceded));
    Talk holds = objected(negotiation(), kTooDear, 0);
    EXPECT_TRUE(does(holds.rep(said({objection_clarified, open_question}, {kMoney})), BuyerMove::resolved));
    EXPECT_TRUE(holds.state().seen.has(DerivedEvent::price_held));
}

TEST(Objections, AConditionIsNotArguedAway) {
    Talk argues = objected(discovery(), kItRule, 0);
    const int trust = argues.feels().trust;
    EXPECT_TRUE(does(argues.rep(said({objection_answered}, {kSap})), BuyerMove::half_answer));
    EXPECT_LT(argues.feels().trust, trust);
    Talk accepts = objected(discovery(), kItRule, 0);
    Observation trade = said({objection_acknowledged}, {kSap});
    trade.trade = true;
    EXPECT_TRUE(does(accepts.rep(trade), BuyerMove::resolved));
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
    EXPECT_TRUE(does(talk.rep(propose()), BuyerMove::not_yet));
    EXPECT_TRUE(refused(talk.state()));
    const int trust = talk.feels().trust;
    talk.rep(propose());
    EXPECT_LT(talk.feels().trust, trust - 3) << "asking again at once is badgering";
}

TEST(Steps, APleasingBuyerPromisesAndMeansNothing) {
    Talk talk(pleasing());
    talk.begin();
    EXPECT_TRUE(does(talk.rep(propose()), BuyerMove::promise_vaguely));
    EXPECT_EQ(talk.result().level, GoalLevel::lost);
    talk.disclose_pain();
    talk.rep(said({summary, empathy}, {kStops}));
    EXPECT_TRUE(does(talk.rep(said({next_step})), BuyerMove::promise_vaguely)) << "no date, nobody to do it";
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
    EXPECT_TRUE(does(advised.rep(advice), BuyerMove::accept_step));
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
    EXPECT_TRUE(does(talk.rep(closing()), BuyerMove::accept_order));
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
    EXPECT_TRUE(does(trades.rep(trade), BuyerMove::accept_trade));
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
    EXPECT_TRUE(does(talk.rep(said({greeting})), BuyerMove::disclose));
    EXPECT_TRUE(does(talk.rep(said({agenda})), BuyerMove::ask_price));
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
    EXPECT_TRUE(does(knowing.rep(goodbye), BuyerMove::part_friendly));
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
    EXPECT_TRUE(does(talk.rep(unclear), BuyerMove::ask_back));
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
    EXPECT_TRUE(does(talk.rep(ask(problem_question, {kStops})), BuyerMove::hurry));
    while (!over(talk.state())) talk.rep(said({summary}));
    EXPECT_EQ(talk.state().turn, 6);
    EXPECT_EQ(talk.result().reason, EndReason::time_up);
}

TEST(Phone, ACallOutOfTheBlueThatSaysNothingIsBrushedOff) {
    Talk talk(cold_call());
    talk.rep(said({greeting}));
    EXPECT_TRUE(does(talk.rep(said({rapport})), BuyerMove::brush_off));
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
