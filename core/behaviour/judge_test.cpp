#include "core/behaviour/judge.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "core/behaviour/conversation_builder.hpp"
#include "core/behaviour/press_plant.hpp"

namespace praxis::behaviour {
namespace {

using namespace press_plant;
using conversation::Conversation;
using strategy::EventPattern;
using strategy::Indicator;
using strategy::Operator;
using enum Act;
using Builder = ConversationBuilder;

EventPattern acts(ActSet set, std::vector<std::string> about = {}) {
    EventPattern pattern;
    pattern.acts = set;
    pattern.about = std::move(about);
    return pattern;
}

EventPattern event(DerivedEvent derived) {
    EventPattern pattern;
    pattern.derived = {derived};
    return pattern;
}

EventPattern move(BuyerMove wanted) {
    EventPattern pattern;
    pattern.by = strategy::By::buyer;
    pattern.moves = {wanted};
    return pattern;
}

Indicator indicator(EventPattern of, Operator op = Operator::at_least, int n = 1) {
    Indicator made;
    made.id = "i";
    made.says = "does it";
    made.of = std::move(of);
    made.op = op;
    made.n = n;
    return made;
}

IndicatorVerdict judged(const Indicator& each, const Conversation& talk, strategy::Scenario s = scenario()) {
    strategy::Behaviour behaviour;
    behaviour.id = "b";
    behaviour.indicators = {each};
    s.criteria = {behaviour};
    return judge(talk, s).front().indicators.front();
}

// Pitch, price, pain, cost, price again; then an objection, answered and settled.
Conversation course() {
    return Builder()
        .rep("Morning Dave. You will love our sensors.")
        .act(greeting, "Morning Dave.")
        .act(value_statement, "You will love our sensors.")
        .buyer("Go on.")
        .move(BuyerMove::permit)
        .standing({.trust = 30, .stage = strategy::Stage::discovery})
        .rep("It is 48 thousand. What goes wrong with stops?")
        .act(price_talk, "It is 48 thousand.")
        .act(problem_question, "What goes wrong with stops?")
        .act(open_question, "What goes wrong with stops?")
        .topic(kDowntime, "stops")
        .buyer("Two or three stops a month.")
        .move(BuyerMove::disclose, kStops.value)
        .discloses(kStops)
        .rep("And what does that cost you?")
        .act(implication_question)
        .act(open_question)
        .seen([](Observation& o) { o.refers_back = true; })
        .buyer("Eleven grand an hour.")
        .move(BuyerMove::disclose, kCost.value)
        .discloses(kCost)
        .standing({.trust = 45, .stage = strategy::Stage::evaluation})
        .rep("So it is 48 thousand against four stops. Do you see it?")
        .act(price_talk, "48 thousand")
        .act(closed_question, "Do you see it?")
        .topic(kDowntime, "stops")
        .buyer("The last one ended up in a drawer.")
        .move(BuyerMove::object, kGadget.value)
        .rep("Fair. Was it the sensors?")
        .act(objection_acknowledged, "Fair.")
        .act(objection_clarified, "Was it the sensors?")
        .act(closed_question, "Was it the sensors?")
        .buyer("All right.")
        .move(BuyerMove::resolved, kGadget.value)
        .done();
}

struct JudgeCase {
    std::string name;
    Indicator indicator;
    Verdict verdict;
    Grounds grounds;
};

class Judge : public testing::TestWithParam<JudgeCase> {};

TEST_P(Judge, WorkedCase) {
    const IndicatorVerdict verdict = judged(GetParam().indicator, course());
    EXPECT_EQ(name(verdict.verdict), name(GetParam().verdict));
    EXPECT_EQ(name(verdict.grounds), name(GetParam().grounds));
}

Indicator with(Indicator made, const std::function<void(Indicator&)>& change) {
    change(made);
    return made;
}

Indicator ratio(EventPattern of, EventPattern per, double value) {
    return with(indicator(std::move(of), Operator::ratio), [&](Indicator& i) {
        i.per = std::move(per);
        i.value = value;
    });
}

Indicator before(Indicator made, EventPattern anchor, std::optional<int> within = {}) {
    made.before = std::move(anchor);
    made.within = within;
    return made;
}

Indicator after(Indicator made, EventPattern anchor, std::optional<int> within = {}) {
    made.after = std::move(anchor);
    made.within = within;
    return made;
}

const EventPattern kPrice_ = acts({price_talk});
const EventPattern kOpen = acts({open_question});
const EventPattern kImpact = event(DerivedEvent::impact_disclosed);
const EventPattern kObjectionRaised = event(DerivedEvent::objection_raised);

EventPattern in_stage(EventPattern pattern, strategy::Stage stage) {
    pattern.stage = stage;
    return pattern;
}

EventPattern in_role(EventPattern pattern, std::string role) {
    pattern.role = {std::move(role)};
    return pattern;
}

using enum Verdict;
const std::vector<JudgeCase> kCases = {
    {"AtLeastReached", indicator(kOpen, Operator::at_least, 2), pass, Grounds::enough},
    {"AtLeastMissed", indicator(kOpen, Operator::at_least, 3), fail, Grounds::too_few},
    {"AtMostKept", indicator(kPrice_, Operator::at_most, 2), pass, Grounds::few_enough},
    {"AtMostBroken", indicator(kPrice_, Operator::at_most, 1), fail, Grounds::too_many},
    {"AbsentKept", indicator(acts({pressure}), Operator::absent), pass, Grounds::kept_off},
    {"AbsentBroken", indicator(kPrice_, Operator::absent), fail, Grounds::happened},
    {"RatioReached", ratio(kOpen, acts({open_question, closed_question}), 0.5), pass, Grounds::ratio_reached},
    {"RatioMissed", ratio(kOpen, acts({open_question, closed_question}), 0.6), fail, Grounds::ratio_missed},
    {"RatioOfNothing", ratio(kOpen, acts({pressure}), 0.5), not_applicable, Grounds::nothing_to_count},
    {"RatioBefore", before(ratio(kOpen, acts({open_question, closed_question}), 1.0), kImpact), pass,
     Grounds::ratio_reached},
    {"AbsentBefore", before(indicator(kPrice_, Operator::absent), kImpact), fail, Grounds::happened},
    {"AbsentBeforeSomethingEarlier", before(indicator(kPrice_, Operator::absent), kOpen), fail, Grounds::happened},
    {"AbsentBeforeInTheSameTurn", before(indicator(kOpen, Operator::absent), kPrice_), pass, Grounds::kept_off},
    {"BeforeWhatNeverCame", before(indicator(kOpen), acts({close})), pass, Grounds::enough},
    {"AtLeastBefore", before(indicator(acts({implication_question})), kPrice_), fail, Grounds::too_few},
    {"WithinBefore", before(indicator(acts({value_statement})), kImpact, 1), fail, Grounds::too_few},
    {"WithinBeforeWider", before(indicator(acts({value_statement})), kImpact, 2), pass, Grounds::enough},
    {"After", after(indicator(kPrice_), kImpact), pass, Grounds::enough},
    {"AfterNeverHappened", after(indicator(kPrice_), acts({close})), not_applicable, Grounds::no_anchor},
    {"AfterIsStrict", after(indicator(acts({greeting})), acts({value_statement})), fail, Grounds::too_few},
    {"WithinAfter", after(indicator(acts({objection_acknowledged})), kObjectionRaised, 1), pass, Grounds::enough},
    {"WithinAfterTooLate", after(indicator(acts({objection_acknowledged})), kImpact, 1), fail, Grounds::too_few},
    {"WithinAlone", with(indicator(kPrice_), [](Indicator& i) { i.within = 1; }), fail, Grounds::too_few},
    {"WithinAloneWider", with(indicator(kPrice_), [](Indicator& i) { i.within = 2; }), pass, Grounds::enough},
    {"About", indicator(acts({problem_question}, {"downtime"})), pass, Grounds::enough},
    {"AboutAnother", indicator(acts({problem_question}, {"budget"})), fail, Grounds::too_few},
    {"AboutByReference", indicator(acts({implication_question}, {"downtime"})), pass, Grounds::enough},
    {"AboutUnknownTopic", indicator(acts({problem_question}, {"weather"})), not_applicable, Grounds::topic_absent},
    {"AboutDisclosed", indicator(acts({price_talk}, {"@disclosed"})), pass, Grounds::enough},
    {"AboutDisclosedTooEarly", indicator(acts({value_statement}, {"@disclosed"})), fail, Grounds::too_few},
    {"AboutObjection", indicator(acts({objection_acknowledged}, {"@objection"})), pass, Grounds::enough},
    {"BuyerMove", indicator(move(BuyerMove::permit)), pass, Grounds::enough},
    {"BuyerMoveMissing", indicator(move(BuyerMove::accept_step)), fail, Grounds::too_few},
    {"InStage", indicator(in_stage(kPrice_, strategy::Stage::evaluation)), pass, Grounds::enough},
    {"InStageNotDone", indicator(in_stage(acts({greeting}), strategy::Stage::evaluation)), fail, Grounds::too_few},
    {"StageNotReached", indicator(in_stage(kPrice_, strategy::Stage::negotiation)), not_applicable,
     Grounds::stage_not_reached},
    {"ThisRole", indicator(in_role(kPrice_, "plant-manager")), pass, Grounds::enough},
    {"OtherRole", indicator(in_role(kPrice_, "finance")), not_applicable, Grounds::other_role},
};
INSTANTIATE_TEST_SUITE_P(Operators, Judge, testing::ValuesIn(kCases), [](const auto& each) { return each.param.name; });

TEST(JudgeEvidence, QuotesTheSideItSaysWithItsTurn) {
    const auto verdict = judged(before(indicator(kPrice_, Operator::absent), kImpact), course());
    ASSERT_EQ(verdict.evidence.size(), 1U);
    EXPECT_EQ(verdict.evidence[0].quote, "It is 48 thousand.");
    EXPECT_EQ(verdict.evidence[0].turn, 2U);
    EXPECT_EQ(verdict.evidence[0].who, kRep);
}

TEST(JudgeEvidence, AFailByAbsenceNamesTheNearestMoment) {
    const auto late = judged(before(indicator(acts({implication_question})), kPrice_), course());
    ASSERT_TRUE(late.nearest);
    EXPECT_EQ(late.nearest->quote, "And what does that cost you?");
    const auto kin = judged(indicator(acts({need_payoff_question})), course());
    ASSERT_TRUE(kin.nearest);
    EXPECT_EQ(kin.nearest->turn, 3U) << "a question of the same family, nearest to where the pain was told";
    const auto none = judged(after(indicator(acts({empathy})), event(DerivedEvent::pain_disclosed), 1), course());
    ASSERT_TRUE(none.nearest);
    EXPECT_EQ(none.nearest->turn, 3U) << "the turn that called for it";
    EXPECT_TRUE(none.evidence.empty());
}

TEST(JudgeUncertain, APossibleActThatWouldChangeTheVerdict) {
    const auto talk = Builder().rep("And the cost, what is it?").possible(implication_question).done();
    const auto verdict = judged(indicator(acts({implication_question})), talk);
    EXPECT_EQ(verdict.verdict, uncertain);
    EXPECT_EQ(verdict.grounds, Grounds::only_possible);
    ASSERT_EQ(verdict.evidence.size(), 1U);
    EXPECT_EQ(verdict.evidence[0].quote, talk.events[0].text);
    EXPECT_EQ(judged(indicator(acts({implication_question}), Operator::absent), talk).verdict, uncertain);
}

TEST(JudgeUncertain, APossibleActThatChangesNothingLeavesTheVerdict) {
    const auto talk = Builder().rep("And the cost?").act(implication_question).possible(implication_question).done();
    EXPECT_EQ(judged(indicator(acts({implication_question})), talk).verdict, pass);
    EXPECT_EQ(judged(indicator(acts({implication_question}), Operator::at_least, 3), talk).verdict, fail);
}

TEST(JudgeUncertain, APossibleAnchorThatWouldChangeTheVerdict) {
    const auto talk = Builder()
                          .rep("Monday then?")
                          .possible(next_step)
                          .buyer("Hm.")
                          .move(BuyerMove::vague)
                          .rep("It is 48.")
                          .act(price_talk)
                          .done();
    EXPECT_EQ(judged(before(indicator(kPrice_), acts({next_step})), talk).verdict, uncertain);
}

Builder misheard() {
    return Builder().rep("Wibble frotz gantry plonk the zib.").seen([](Observation& o) { o.unknown_words = 80; });
}

TEST(JudgeUncertain, AMisheardTurnMayHoldWhatIsMissing) {
    const auto verdict = judged(indicator(kOpen), misheard().done());
    EXPECT_EQ(verdict.verdict, uncertain);
    EXPECT_EQ(verdict.grounds, Grounds::not_understood);
    EXPECT_EQ(judged(indicator(kOpen, Operator::at_least, 2), misheard().done()).verdict, fail)
        << "one cannot hold two";
}

TEST(JudgeUncertain, AMisheardTurnNeverTakesAPassAway) {
    EXPECT_EQ(judged(indicator(kPrice_, Operator::absent), misheard().done()).verdict, pass);
}

TEST(JudgeUncertain, AMisheardTurnOutsideTheWindowDecidesNothing) {
    const auto talk =
        misheard().buyer("Eleven grand.").move(BuyerMove::disclose, kCost.value).discloses(kCost).rep("I see.").done();
    EXPECT_EQ(judged(after(indicator(acts({empathy})), kImpact), talk).verdict, fail);
}

TEST(JudgeUncertain, ATurnTheBuyerAskedBackAboutWasNotUnderstood) {
    const auto talk = Builder().rep("The thing there.").buyer("Sorry, which thing?").move(BuyerMove::ask_back).done();
    EXPECT_EQ(judged(indicator(kOpen), talk).grounds, Grounds::not_understood);
}

TEST(JudgeReal, StagesAndMovesOfARealCustomerAreUnknowable) {
    const auto talk = Builder().rep("It is 48.").act(price_talk).customer("Fine.", PreviousKind::commit).done();
    EXPECT_EQ(judged(indicator(in_stage(kPrice_, strategy::Stage::evaluation)), talk).grounds, Grounds::unknowable);
    EXPECT_EQ(judged(indicator(move(BuyerMove::accept_step)), talk).grounds, Grounds::unknowable);
    EXPECT_EQ(judged(indicator(kPrice_), talk).verdict, pass);
}

TEST(JudgeNotApplicable, AboutWhatWasNeverDisclosedOrObjected) {
    const auto talk = Builder().rep("It pays.").act(value_statement).buyer("Hm.").move(BuyerMove::vague).done();
    EXPECT_EQ(judged(indicator(acts({value_statement}, {"@disclosed"})), talk).grounds, Grounds::nothing_disclosed);
    EXPECT_EQ(judged(indicator(acts({objection_answered}, {"@objection"})), talk).grounds, Grounds::no_objection);
}

struct Sum {
    std::vector<Verdict> verdicts;
    int needed;
    Verdict all;
};

// Indicators whose verdicts over misheard() plus a greeting are known.
Indicator that_is(Verdict verdict) {
    switch (verdict) {
        case pass: return indicator(acts({greeting}));
        case fail: return indicator(acts({greeting}), Operator::absent);
        case uncertain: return indicator(acts({empathy}));
        case not_applicable: return indicator(in_role(kOpen, "finance"));
    }
    return {};
}

TEST(JudgeBehaviour, AddsUpItsIndicators) {
    const auto talk = misheard().buyer("Hm?").move(BuyerMove::ask_back).rep("Morning.").act(greeting).done();
    for (const Sum& sum : std::vector<Sum>{{{pass, pass}, 0, pass},
                                           {{pass, fail}, 0, fail},
                                           {{pass, uncertain}, 0, uncertain},
                                           {{fail, uncertain}, 0, fail},
                                           {{pass, not_applicable}, 0, pass},
                                           {{not_applicable}, 0, not_applicable},
                                           {{pass, fail}, 1, pass},
                                           {{fail, uncertain}, 1, uncertain},
                                           {{pass, not_applicable}, 2, pass},
                                           {{}, 0, not_applicable}}) {
        strategy::Scenario s = scenario();
        s.criteria.resize(1);
        s.criteria[0].needed = sum.needed;
        for (const Verdict each : sum.verdicts) s.criteria[0].indicators.push_back(that_is(each));
        const auto verdicts = judge(talk, s);
        for (std::size_t i = 0; i < sum.verdicts.size(); ++i)
            ASSERT_EQ(verdicts[0].indicators[i].verdict, sum.verdicts[i]);
        EXPECT_EQ(verdicts[0].verdict, sum.all)
            << testing::PrintToString(sum.verdicts.size()) << " needed " << sum.needed;
    }
}

// Random conversations under random indicators: whatever is quoted was said, there, by that side.
TEST(JudgeProperty, EveryQuoteIsAnExactSubstringOfThatSpeakersTurn) {
    int quotes = 0;
    for (std::uint32_t round = 0; round < 2000; ++round) {
        std::uint32_t slot = 0;
        const auto roll = [&](std::uint32_t n) { return pick(chance(Seed{7}, 0, round, slot++), n); };
        Builder builder;
        for (std::uint32_t turn = 0, turns = 1 + roll(9); turn < turns; ++turn) {
            builder.rep("Turn " + std::to_string(turn) + " says this. And asks what?");
            for (std::uint32_t a = roll(4); a > 0; --a) {
                const Act act = static_cast<Act>(roll(kActCount));
                roll(3) == 0 ? builder.possible(act) : builder.act(act, roll(2) ? "And asks what?" : "says this");
            }
            if (roll(2)) builder.topic(TopicId{static_cast<std::uint8_t>(roll(6))}, "this");
            builder.buyer("Answer " + std::to_string(turn) + ".")
                .move(static_cast<BuyerMove>(roll(kBuyerMoveCount)), 1);
            if (roll(2)) builder.discloses(FactId{static_cast<std::uint8_t>(roll(8))});
        }
        const Conversation talk = builder.done();
        strategy::Scenario s = scenario();
        s.criteria.resize(1);
        for (int k = 0; k < 8; ++k) {
            Indicator made = indicator(acts({static_cast<Act>(roll(kActCount)), static_cast<Act>(roll(kActCount))}),
                                       static_cast<Operator>(roll(4)), static_cast<int>(roll(3)));
            if (roll(3) == 0) made.of.derived = {static_cast<DerivedEvent>(roll(kDerivedEventCount))};
            if (roll(3) == 0) made.of.moves = {static_cast<BuyerMove>(roll(kBuyerMoveCount))};
            if (roll(3) == 0) made.before = event(static_cast<DerivedEvent>(roll(kDerivedEventCount)));
            if (roll(3) == 0) made.after = event(static_cast<DerivedEvent>(roll(kDerivedEventCount)));
            if (roll(3) == 0) made.within = static_cast<int>(roll(4));
            if (roll(3) == 0) made.per = kOpen;
            s.criteria[0].indicators.push_back(made);
        }
        const std::vector<BehaviourVerdict> verdicts = judge(talk, s);
        for (const IndicatorVerdict& verdict : verdicts[0].indicators) {
            std::vector<Evidence> all = verdict.evidence;
            if (verdict.nearest) all.push_back(*verdict.nearest);
            for (const Evidence& each : all) {
                ++quotes;
                const auto said = std::find_if(talk.events.begin(), talk.events.end(),
                                               [&](const auto& e) { return e.turn == each.turn && e.who == each.who; });
                ASSERT_NE(said, talk.events.end());
                ASSERT_FALSE(each.quote.empty());
                ASSERT_EQ(quote(said->text, each.span), each.quote);
            }
            if (verdict.verdict == fail && verdict.grounds == Grounds::happened) {
                ASSERT_FALSE(verdict.evidence.empty());
            }
            if (verdict.verdict == fail && verdict.grounds == Grounds::too_few) {
                ASSERT_TRUE(verdict.nearest);
            }
        }
    }
    EXPECT_GT(quotes, 2000);
}

TEST(Judge, NothingWasSaid) {
    const auto verdict = judged(indicator(kOpen), Conversation{});
    EXPECT_EQ(verdict.verdict, fail);
    EXPECT_FALSE(verdict.nearest);
}

}  // namespace
}  // namespace praxis::behaviour
