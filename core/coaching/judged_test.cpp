#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/coaching/exchange.hpp"
#include "core/coaching/hindsight.hpp"
#include "core/coaching/worked_talks.hpp"

namespace praxis::coaching {
namespace {

using namespace worked_talks;
using foresight::MoveKind;
using foresight::marks::Reason;
using foresight::marks::Why;

constexpr foresight::marks::Effort kBrief{200, 150, {}};

Phrases why_phrases() {
    Phrases phrases;
    for (const PhraseName& each : phrase_names())
        if (each.required) phrases.texts[each.name] = {"<" + each.name + ">"};
    phrases.texts["why.learned_cost"] = {"cost", "cost: {said}"};
    phrases.texts["why.better_there.ask_implication"] = {"ask", "ask about {topic}"};
    phrases.texts["why.settled_objection"] = {"settled", "settled: {objection}"};
    phrases.texts["why.warmed"] = {"eleven grand, they said"};
    phrases.texts["curve.left_early"] = {"{reached} of {value}"};
    phrases.texts["line.objection_clarified"] = {"{told_apart_by}"};
    phrases.texts["line.objection_answered"] = {"{answer}"};
    return phrases;
}

Report judged_report(const conversation::Conversation& talk) {
    const auto judgement = look_back(talk, scenario_with_criteria(), kBrief);
    return make_report(talk, scenario_with_criteria(), Dose::one, why_phrases(), judgement ? &*judgement : nullptr);
}

// What `because` says of a reason, at the exchange of this turn of a talk.
std::string words_of(const Reason& reason, const conversation::Conversation& talk, std::uint32_t turn) {
    static const Phrases kPhrases = why_phrases();
    static const strategy::Scenario kScenario = scenario_with_criteria();
    const Material m = gather(talk, kScenario, kPhrases);
    const auto at = std::find_if(m.exchanges.begin(), m.exchanges.end(), [&](const auto& e) { return e.turn == turn; });
    return because(reason, *at, m);
}

std::string better_of(MoveKind kind, const conversation::Conversation& talk, std::uint32_t turn) {
    static const Phrases kPhrases = why_phrases();
    static const strategy::Scenario kScenario = scenario_with_criteria();
    const Material m = gather(talk, kScenario, kPhrases);
    foresight::Move move;
    move.kind = kind;
    const auto at = std::find_if(m.exchanges.begin(), m.exchanges.end(), [&](const auto& e) { return e.turn == turn; });
    return better_utterance(move, *at, m);
}

TEST(Hindsight, LooksBackOnlyOnWhatHasEnded) {
    EXPECT_TRUE(look_back(good(), scenario_with_criteria(), kBrief));
    auto talk = good();
    talk.events.pop_back();
    EXPECT_FALSE(look_back(talk, scenario_with_criteria(), kBrief)) << "nothing is shown while it goes on";
    EXPECT_FALSE(look_back({}, scenario_with_criteria(), kBrief));
}

TEST(Hindsight, TakesWhatWasUnderstoodAndHeard) {
    const auto turns = played_turns(bad(), scenario_with_criteria());
    ASSERT_EQ(turns.size(), 5U);
    EXPECT_TRUE(turns[0].heard.acts.has(feature_dump));
    EXPECT_TRUE(turns[1].answered.has(M::object_again));
    EXPECT_FALSE(turns[2].understood);
    EXPECT_TRUE(turns[3].understood);
    auto cut_short = bad();
    std::get<conversation::BuyerSaid>(cut_short.events[1].body).heard_moves = 1;
    EXPECT_EQ(played_turns(cut_short, scenario_with_criteria())[0].heard_moves, 1);
}

TEST(JudgedReport, HasACurveWithAPointForEveryTurn) {
    const Report report = judged_report(good());
    ASSERT_TRUE(report.curve);
    EXPECT_EQ(report.curve->points.size(), 8U);
    EXPECT_EQ(report.curve->points.front().turn, 0U);
    EXPECT_EQ(report.curve->points.back().turn, 7U);
    EXPECT_EQ(report.curve->followed, 7U);
    EXPECT_EQ(report.curve->turns, 7U);
    EXPECT_EQ(report.curve->note, "<curve.note>");
    for (const CurvePoint& point : report.curve->points) {
        EXPECT_LE(point.low, point.value);
        EXPECT_GE(point.high, point.value);
    }
    EXPECT_FALSE(make_report(good(), scenario_with_criteria(), Dose::one, why_phrases()).curve);
}

TEST(JudgedReport, MarksEveryTurnThatWasUnderstoodWithItsStakes) {
    const Report report = judged_report(bad());
    ASSERT_EQ(report.marks.size(), 4U) << "turn 3 was not understood";
    for (const MarkedTurn& marked : report.marks) {
        EXPECT_NE(marked.turn, 3U);
        ASSERT_TRUE(marked.stakes);
        EXPECT_GE(marked.stakes->loss, 0);
        const CurvePoint& before = report.curve->points[marked.turn - 1];
        EXPECT_DOUBLE_EQ(marked.stakes->before, before.value);
        EXPECT_DOUBLE_EQ(marked.stakes->after, report.curve->points[marked.turn].value);
        EXPECT_EQ(marked.why.empty(), marked.mark == Mark::fine) << marked.turn;
        const bool down = marked.mark == Mark::cost_you || marked.mark == Mark::missed_chance;
        EXPECT_TRUE(down || marked.better.empty()) << "what was good needs no better line";
    }
    EXPECT_EQ(report.marks[2].mark, Mark::cost_you);
    EXPECT_EQ(report.marks[2].why, "<why.pressed>");
}

TEST(JudgedReport, ShowsAtMostThreeMomentsInTheirOrder) {
    for (const auto& talk : {good(), bad()}) {
        const Report report = judged_report(talk);
        ASSERT_FALSE(report.turning_points.empty());
        EXPECT_LE(report.turning_points.size(), 3U);
        for (std::size_t i = 0; i < report.turning_points.size(); ++i) {
            const TurningPoint& point = report.turning_points[i];
            EXPECT_FALSE(point.why.empty());
            EXPECT_NE(point.turn, 3U * (report.not_understood.empty() ? 0U : 1U));
            EXPECT_TRUE(i == 0 || report.turning_points[i - 1].turn < point.turn);
            const auto& points = report.curve->points;
            const double swing = points[point.turn].value - points[point.turn - 1].value;
            EXPECT_EQ(point.change, std::lround(100 * swing));
        }
    }
}

TEST(JudgedReport, SaysWhatALeavingRepLeft) {
    auto talk = good();
    talk.events.resize(8);  // four turns with their answers: all is open
    conversation::Event end;
    end.turn = 4;
    end.body = conversation::Ended{conversation::EndReason::rep_left, strategy::GoalLevel::continued};
    talk.events.push_back(end);
    const Report report = judged_report(talk);
    ASSERT_TRUE(report.curve && report.curve->reached);
    EXPECT_LT(*report.curve->reached, report.curve->points.back().value);
    const long left = std::lround(100 * report.curve->points.back().value);
    EXPECT_EQ(report.curve->end,
              std::to_string(std::lround(100 * *report.curve->reached)) + " of " + std::to_string(left));
    EXPECT_TRUE(judged_report(good()).curve->end.empty()) << "it was not the rep who left";
}

// ---- reasons in words

TEST(Because, SaysItAsExactlyAsCanBe) {
    EXPECT_EQ(words_of({Why::learned_cost, {}, kDowntime, {}, kCost}, good(), 3),
              "cost: Finance says eleven grand an hour.");
    EXPECT_EQ(words_of({Why::learned_cost, {}, kDowntime, {}, {}}, good(), 3), "cost");
    EXPECT_EQ(words_of({Why::settled_objection, {}, {}, kGadget, {}}, good(), 6).rfind("settled: ", 0), 0U);
    EXPECT_EQ(words_of({}, good(), 3), "");
}

TEST(Because, NamesATopicOnlyWhereTheRepCouldKnowIt) {
    const Reason ask{Why::better_there, MoveKind::ask_implication, kDowntime, {}, {}};
    EXPECT_EQ(words_of(ask, good(), 3), "ask about unplanned stops") << "spoken of in turn 2";
    EXPECT_EQ(words_of(ask, bad(), 1), "ask") << "nobody has mentioned it";
}

TEST(Because, NeverShowsWhatWasNotTold) {
    EXPECT_EQ(words_of({Why::learned_cost, {}, kDowntime, {}, kCost}, bad(), 2), "cost") << "kCost was never told";
    EXPECT_EQ(words_of({Why::warmed, {}, {}, {}, {}}, bad(), 2), "") << "the wording itself gives it away";
    EXPECT_EQ(words_of({Why::warmed, {}, {}, {}, {}}, good(), 4), "eleven grand, they said");
}

TEST(BetterUtterance, KnowsWhatTheRepKnewThen) {
    EXPECT_EQ(better_of(MoveKind::clarify_objection, good(), 5), "Was it the sensors, or nobody having time to look?");
    EXPECT_EQ(better_of(MoveKind::clarify_objection, good(), 3), "") << "no objection was open";
    EXPECT_EQ(better_of(MoveKind::answer_objection, good(), 5), "") << "the cause was not told yet";
    EXPECT_NE(better_of(MoveKind::answer_objection, good(), 6), "");
    EXPECT_EQ(better_of(MoveKind::answer_question, good(), 5), "") << "no line stands for it";
}

}  // namespace
}  // namespace praxis::coaching
