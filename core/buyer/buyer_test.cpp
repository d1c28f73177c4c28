#include "core/buyer/buyer.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "core/buyer/talk.hpp"

namespace praxis::buyer {
namespace {

using namespace press_shop;
using conversation::EndReason;
using strategy::GoalLevel;

// ---- the worked example

Outcome good_example(std::uint64_t seed) {
    Talk talk(discovery(), seed);
    EXPECT_EQ("", missing(talk.rep(said({greeting, permission, closed_question, rapport})), BuyerMove::permit));
    EXPECT_EQ("", missing(talk.rep(said({agenda, closed_question})), BuyerMove::agree));
    talk.rep(ask(situation_question, {kPlanning}));
    EXPECT_TRUE(talk.told(kPrevent) || talk.told(kCrew));
    talk.rep(ask(problem_question, {kStops}));
    EXPECT_TRUE(talk.told(kUnplanned));
    talk.rep(said({empathy, implication_question, open_question}, {kStops}));
    EXPECT_TRUE(talk.told(kCost));
    EXPECT_EQ(standing(talk.state()).stage, strategy::Stage::evaluation);
    talk.rep(said({need_payoff_question, open_question, summary}, {kStops}));
    EXPECT_TRUE(talk.told(kDream));
    EXPECT_EQ("", missing(talk.rep(said({quantified_value}, {kStops})), BuyerMove::object));
    EXPECT_TRUE(objection_open(talk.state()));
    EXPECT_EQ("", missing(talk.rep(said({objection_acknowledged, objection_clarified, closed_question}, {kAdoption})),
                          BuyerMove::object_cause));
    const bool wants_proof = talk.state().causes[kGadget] == 1;
    Observation answer = said({objection_acknowledged, objection_answered, authority_question, closed_question},
                              {wants_proof ? kStops : kSap});
    answer.proofs = wants_proof ? 0b1 : 0;
    EXPECT_EQ("", missing(talk.rep(answer), BuyerMove::resolved));
    EXPECT_TRUE(talk.told(kSigns));
    Observation suggestion = propose();
    suggestion.recommends = true;  // "I'd suggest …"
    EXPECT_EQ("", missing(talk.rep(suggestion), BuyerMove::accept_step));
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
        EXPECT_EQ("", missing(talk.last(), BuyerMove::plain_words));
        talk.rep(said({feature_dump}));
        EXPECT_EQ("", missing(talk.last(), BuyerMove::object));
        EXPECT_EQ("", missing(talk.rep(ask_closed(budget_question, {kMoney})), BuyerMove::guard));
        EXPECT_EQ("", missing(talk.rep(said({price_talk}, {kMoney})), BuyerMove::object_again));
        Observation sap = ask_closed(situation_question, {kSap});
        sap.yes_no = true;
        EXPECT_EQ("", missing(talk.rep(sap), BuyerMove::disclose_short));
        EXPECT_EQ("", missing(talk.rep(said({steering})), BuyerMove::bemused));
        EXPECT_EQ("", missing(talk.rep(said({pressure})), BuyerMove::push_back));
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
    EXPECT_EQ("", missing(intention, BuyerMove::guard));
    EXPECT_EQ(intention.moves[0].argument, kBudget);
    EXPECT_FALSE(talk.told(kBudget));
}

TEST(Facts, WaitForWhatMustBeKnownBefore) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.trust = 90;
    const Intention first = talk.rep(ask(implication_question, {kStops}));
    EXPECT_EQ("", missing(first, BuyerMove::disclose)) << "begins at the beginning";
    EXPECT_FALSE(talk.told(kCost));
    talk.rep(ask(implication_question, {kStops}));
    EXPECT_TRUE(talk.told(kCost));
}

TEST(Facts, AnswerAQuestionAboutTheirTopicWhoseFunctionWasMisread) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.trust = 90;
    Observation misread = ask_closed(timeline_question, {kStops});
    misread.sure.erase(timeline_question);
    EXPECT_TRUE(talk.rep(misread).count > 0);
    EXPECT_FALSE(talk.told(kCost));
    EXPECT_NE(talk.state().disclosed, FactSet{0});
}

TEST(Facts, ClosedQuestionsAreAnsweredShortAndOpenOnesInFull) {
    Talk talk(discovery());
    talk.begin();
    Observation closed = ask_closed(situation_question, {kSap});
    closed.yes_no = true;
    const Intention brief = talk.rep(closed);
    ASSERT_EQ(brief.count, 1);
    EXPECT_EQ(brief.moves[0], (PlannedMove{BuyerMove::disclose_short, kSapPm}))
        << "whether that is a yes, the words say";
    EXPECT_EQ("", missing(talk.rep(ask(situation_question, {kSap})), BuyerMove::disclose))
        << "asked openly, tells the rest";
    const int patience = talk.feels().patience;
    EXPECT_EQ("", missing(talk.rep(ask(situation_question, {kSap})), BuyerMove::told_already));
    EXPECT_LT(talk.feels().patience, patience - 3);
}

TEST(Facts, OthersKnowWhatThisRoleDoesNot) {
    Talk talk(discovery());
    talk.begin();
    talk.state().feels.trust = 90;
    const Intention& intention = talk.rep(ask(competition_question, {kRivals}));
    EXPECT_EQ("", missing(intention, BuyerMove::not_my_field));
    EXPECT_FALSE(talk.told(kOemOffer));
}

TEST(Facts, NothingIsThereWhereNothingHurts) {
    Talk talk(discovery());
    talk.begin();
    EXPECT_EQ("", missing(talk.rep(ask(problem_question, {kShape})), BuyerMove::nothing_there));
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
    EXPECT_EQ("", missing(intention, BuyerMove::disclose));
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
    EXPECT_EQ("", missing(talk.rep(said({open_question, problem_question, pressure}, {kStops})), BuyerMove::guard));
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
        EXPECT_EQ("", missing(talk.last(), wrong ? BuyerMove::correct : BuyerMove::confirm));
        return talk.feels().trust;
    };
    EXPECT_GT(trust_after(true, false), trust_after(false, false));
    EXPECT_LT(trust_after(false, true), trust_after(false, false));
}

TEST(Listening, TheSameRecapAgainIsAnEcho) {
    Talk talk(discovery());
    talk.begin().disclose_pain();
    talk.rep(said({summary}, {kStops}));
    talk.state().pending = {};
    const Feelings before = talk.feels();
    talk.rep(said({summary}, {kStops}));
    EXPECT_EQ(talk.feels().trust, before.trust);
    EXPECT_LT(talk.feels().patience, before.patience - 1);
}

TEST(Pitch, ABenefitCountsOnlyWhereSomethingHurts) {
    Talk cold(discovery());
    cold.begin();
    EXPECT_EQ("", missing(cold.rep(said({quantified_value}, {kStops})), BuyerMove::shrug));
    EXPECT_EQ(cold.feels().value, 5);
    Talk warm(discovery());
    warm.begin().disclose_pain();
    const int value = warm.feels().value;
    EXPECT_EQ("", missing(warm.rep(said({quantified_value}, {kStops})), BuyerMove::interested));
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
    EXPECT_EQ("", missing(talk.rep(said({monologue, value_statement}, {kStops})), BuyerMove::cut_in));
    EXPECT_LE(talk.feels().patience, patience - 8);
}

TEST(Questions, AnExpertIsBoredBySituationQuestionsAndVolunteers) {
    Talk expert(well_read()), other(discovery());
    expert.begin();
    other.begin();
    const Intention& answer = expert.rep(ask(situation_question, {kPlanning}));
    ASSERT_EQ(answer.count, 2) << "goes on unasked";
    EXPECT_EQ(answer.moves[1].move, BuyerMove::disclose) << "in words that stand by themselves";
    other.rep(ask(situation_question, {kPlanning}));
    for (const std::uint8_t topic : {kSap, kMoney, kShape}) {
        expert.rep(ask_closed(situation_question, {topic}));
        other.rep(ask_closed(situation_question, {topic}));
    }
    EXPECT_LT(expert.feels().patience, other.feels().patience);
}

// ---- the scene's tables

bool has(FactSet set, std::size_t fact) {
    return (set >> fact & 1) != 0;
}

// Facts are kept a second time by what leads to them; looked through one by one they say the same.
TEST(Scene, SortsFactsByWhatLeadsToThem) {
    for (const auto scenario : {press_shop::discovery, press_shop::spot, press_shop::disqualifier}) {
        const Scene scene = *make_scene(scenario());
        for (std::size_t i = 0; i < kFactsMax; ++i) {
            const SceneFact& fact = scene.facts[i];
            const bool there = i < scene.fact_count;
            for (std::size_t act = 0; act < kActCount; ++act)
                EXPECT_EQ(has(scene.facts_asked_by[act], i), there && fact.asked_by.has(static_cast<Act>(act)));
            for (std::size_t layer = 0; layer < scene.facts_of_layer.size(); ++layer)
                EXPECT_EQ(has(scene.facts_of_layer[layer], i), there && static_cast<std::size_t>(fact.layer) == layer);
            for (std::uint8_t topic = 0; topic < kTopicsMax; ++topic) {
                EXPECT_EQ(has(scene.facts_of_topic[topic], i), there && fact.topic == TopicId{topic});
                EXPECT_EQ(has(scene.thread_of_topic[topic], i),
                          there && (fact.topic == TopicId{topic} || fact.thread.has({topic})));
            }
        }
    }
}

TEST(Scene, ListsItsPainsInOrder) {
    const Scene scene = *make_scene(press_shop::discovery());
    std::vector<TopicId> pains;
    for (std::uint8_t topic = 0; topic < kTopicsMax; ++topic)
        if (scene.pain_topics.has({topic})) pains.push_back({topic});
    EXPECT_EQ(pains, std::vector<TopicId>(scene.pains.begin(), scene.pains.begin() + scene.pain_count));
    EXPECT_EQ(pains, (std::vector<TopicId>{{press_shop::kStops}, {press_shop::kQuality}}));
}

}  // namespace
}  // namespace praxis::buyer
