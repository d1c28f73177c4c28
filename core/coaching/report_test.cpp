#include "core/coaching/report.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/coaching/worked_talks.hpp"

namespace praxis::coaching {
namespace {

using namespace worked_talks;

// Every phrase says its own name, so that a test sees which one was chosen.
Phrases named_phrases() {
    Phrases phrases;
    for (const PhraseName& each : phrase_names())
        if (each.required) phrases.texts[each.name] = {"<" + each.name + ">"};
    phrases.texts["line.implication_question"] = {"What does it cost, {topic}?", "You said: {said}.", "And a year?"};
    phrases.texts["instead.price_talk"] = {"First {topic}.", "Eleven grand an hour, was it?"};
    phrases.texts["line.objection_clarified"] = {"{told_apart_by}", "{answer}"};
    phrases.texts["reason.too_few"] = {"{times} of {needed_times}"};
    phrases.texts["not_understood.one"] = {"not turn {turn}"};
    phrases.texts["challenge.undiscovered"] = {"find {topic}"};
    phrases.texts["signal.usual"] = {"{low} to {high}"};
    phrases.texts["signal.value.talk_share"] = {"{value} %"};
    phrases.paper_words = {"vendor form"};
    phrases.bands[static_cast<std::size_t>(strategy::ConversationKind::discovery)] = {
        {behaviour::Figure::talk_share, 30, 55}};
    return phrases;
}

Report report_of(const conversation::Conversation& talk, Dose dose = Dose::one) {
    return make_report(talk, scenario_with_criteria(), dose, named_phrases());
}

const GridRow& row(const Report& report, DealItem item) {
    return *std::find_if(report.grid.begin(), report.grid.end(),
                         [&](const GridRow& each) { return each.item == item; });
}

Mark mark_at(const Report& report, std::uint32_t turn) {
    return std::find_if(report.marks.begin(), report.marks.end(), [&](const auto& m) { return m.turn == turn; })->mark;
}

TEST(ReportEnd, SaysTheLevelAndHow) {
    EXPECT_EQ(report_of(good()).level, strategy::GoalLevel::won);
    EXPECT_EQ(report_of(good()).level_text, "<level.won> <ended.accepted>");
    EXPECT_EQ(report_of(bad()).level_text, "<level.lost> <ended.walked_out>");
    auto talk = good();
    talk.events.pop_back();
    EXPECT_FALSE(report_of(talk).level);
    EXPECT_EQ(report_of(talk).level_text, "<level.unfinished>");
}

TEST(ReportColleague, TellsWhatHappenedInItsOrder) {
    const std::string told = report_of(bad()).colleague;
    std::size_t at = 0;
    for (const char* part : {"met.in-person", "felt.hostile", "because.offended", "because.pressed", "told.nothing",
                             "open_objection", "end.walked_out"}) {
        const std::size_t found = told.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " in " << told;
        at = found;
    }
    EXPECT_NE(report_of(good()).colleague.find("end.step"), std::string::npos);
    EXPECT_NE(report_of(good()).colleague.find("because.resolved"), std::string::npos);
    EXPECT_EQ(report_of(good()).colleague.find("open_objection"), std::string::npos) << "it was settled";
}

TEST(ReportColleague, SpeaksInThePersonsStyle) {
    strategy::Scenario s = scenario_with_criteria();
    s.people[0].persona.style = strategy::Style::terse;
    Phrases phrases = named_phrases();
    phrases.texts["colleague.end.walked_out.terse"] = {"Ended it."};
    const std::string told = make_report(bad(), s, Dose::one, phrases).colleague;
    EXPECT_NE(told.find("Ended it."), std::string::npos);
    EXPECT_EQ(told.find("told."), std::string::npos) << "a terse person does not go into detail";
}

TEST(ReportTurningPoints, AreWhereTheCustomerMoved) {
    const Report report = report_of(bad());
    ASSERT_FALSE(report.turning_points.empty());
    EXPECT_LE(report.turning_points.size(), 4U);
    std::vector<std::uint32_t> turns;
    for (const auto& point : report.turning_points) turns.push_back(point.turn);
    EXPECT_TRUE(std::is_sorted(turns.begin(), turns.end()));
    EXPECT_EQ(std::count(turns.begin(), turns.end(), 3U), 0) << "nothing was understood there";
    const auto pushed = std::find_if(report.turning_points.begin(), report.turning_points.end(),
                                     [](const auto& point) { return point.turn == 4; });
    ASSERT_NE(pushed, report.turning_points.end());
    EXPECT_EQ(pushed->thought, "<thought.pressed>");
    EXPECT_EQ(pushed->change, -18 - 1 - 16);
    EXPECT_EQ(pushed->answered.quote, "The more you push the slower I get.");
}

TEST(ReportMarks, LeaveOutWhatWasNotUnderstood) {
    const Report report = report_of(bad());
    EXPECT_EQ(report.not_understood, std::vector<std::uint32_t>{3});
    EXPECT_EQ(report.not_understood_note, "not turn 3");
    EXPECT_EQ(report.marks.size(), 4U);
    EXPECT_TRUE(report_of(good()).not_understood_note.empty());
}

TEST(ReportMarks, NameWhatATurnWas) {
    const Report report = report_of(good());
    EXPECT_EQ(mark_at(report, 1), Mark::fine);
    EXPECT_EQ(mark_at(report, 5), Mark::strong);
    EXPECT_EQ(mark_at(report, 7), Mark::turning_point);
    const Report call = report_of(real_call());
    EXPECT_EQ(mark_at(call, 3), Mark::missed_chance) << "an objection was open";
}

TEST(ReportGrid, KnownIsToldAssumedIsAskedOrClaimed) {
    const Report after_good = report_of(good());
    EXPECT_EQ(row(after_good, DealItem::metrics).known, Known::known);
    EXPECT_EQ(row(after_good, DealItem::metrics).evidence->quote, "Finance says eleven grand an hour.");
    EXPECT_EQ(row(after_good, DealItem::economic_buyer).known, Known::known);
    EXPECT_EQ(row(after_good, DealItem::competition).known, Known::unknown);
    EXPECT_EQ(row(report_of(bad()), DealItem::pain).known, Known::assumed);
    const auto asked = ConversationBuilder()
                           .rep("Who signs?")
                           .act(authority_question)
                           .buyer("Not now.")
                           .move(M::guard, kSigner.value)
                           .done();
    EXPECT_EQ(row(report_of(asked), DealItem::economic_buyer).known, Known::assumed);
    EXPECT_EQ(row(report_of(asked), DealItem::economic_buyer).evidence->who, kRep);
}

TEST(ReportGrid, PaperworkIsToldFromTheSteps) {
    const auto talk = ConversationBuilder()
                          .rep("How is it bought?")
                          .act(decision_process_question)
                          .buyer("Purchasing sends a vendor form.")
                          .move(M::disclose, kPaper.value)
                          .discloses(kPaper)
                          .done();
    EXPECT_EQ(row(report_of(talk), DealItem::paper_process).known, Known::known);
    EXPECT_NE(row(report_of(talk), DealItem::decision_process).known, Known::known);
}

TEST(ReportFocus, IsTheFailureThatCostMost) {
    const Report report = report_of(bad());
    ASSERT_EQ(report.focus.size(), 1U);
    EXPECT_EQ(report.focus[0].behaviour, "no-pressure");
    EXPECT_EQ(report.focus[0].moment->quote, "You need to decide today, this is only valid until tonight.");
    EXPECT_EQ(report.focus[0].why, "Pressure makes a careful buyer slower. <focus.cost.patience>");
    EXPECT_EQ(report.focus[0].better.size(), 1U) << "the named phrases hold one line for the skill";
}

TEST(ReportFocus, DoseThreeBringsMoreAndChallengeAsksForMore) {
    EXPECT_EQ(report_of(bad(), Dose::three).focus.size(), 2U) << "two failed; uncertain ones are no focus";
    EXPECT_TRUE(report_of(bad(), Dose::three).challenge.empty());
    const Report strong = report_of(good(), Dose::challenge);
    EXPECT_TRUE(strong.focus.empty());
    EXPECT_EQ(strong.focus_note, "<focus.none>");
    EXPECT_EQ(strong.challenge, "find the budget") << "the deepest of what was not touched, by topic";
}

TEST(ReportFocus, BetterLinesAreOfThisCustomerAndGiveNothingAway) {
    const Report report = report_of(bad(), Dose::three);
    EXPECT_EQ(report.focus[1].behaviour, "quantify-before-price");
    ASSERT_EQ(report.focus[1].better.size(), 2U);
    EXPECT_NE(std::find(report.focus[1].better.begin(), report.focus[1].better.end(), "First unplanned stops."),
              report.focus[1].better.end());
    for (const std::string& line : report.focus[1].better) EXPECT_EQ(line.find("leven grand"), std::string::npos);
}

TEST(ReportFocus, AnUnaskedObjectionGetsTheQuestionThatTellsItsCausesApart) {
    const auto talk = ConversationBuilder()
                          .rep("It pays.")
                          .act(value_statement)
                          .buyer("The last one ended up in a drawer.")
                          .move(M::object, kGadget.value)
                          .rep("Ours is better.")
                          .act(value_statement)
                          .buyer("Hm.")
                          .move(M::half_answer, kGadget.value)
                          .done();
    strategy::Scenario s = scenario_with_criteria();
    s.criteria.erase(s.criteria.begin());
    const Report report = make_report(talk, s, Dose::one, named_phrases());
    ASSERT_EQ(report.focus.size(), 1U);
    EXPECT_EQ(report.focus[0].behaviour, "asks-behind");
    EXPECT_EQ(report.focus[0].better.size(), 2U);
    EXPECT_NE(std::find(report.focus[0].better.begin(), report.focus[0].better.end(),
                        "Was it the sensors, or nobody having time to look?"),
              report.focus[0].better.end());
}

TEST(ReportUndiscovered, ByTopicOnlyUnlessTheStrategyReveals) {
    const Report report = report_of(good());
    ASSERT_EQ(report.undiscovered.size(), 4U);
    for (const auto& each : report.undiscovered) EXPECT_FALSE(each.content);
    EXPECT_TRUE(report.undiscovered[0].in_part);
    EXPECT_FALSE(report.undiscovered[1].in_part);
    strategy::Scenario s = scenario_with_criteria();
    s.reveal_undiscovered = true;
    s.facts[kOem.value].known_to_role = false;
    const Report open = make_report(good(), s, Dose::one, named_phrases());
    EXPECT_EQ(open.undiscovered.size(), 4U) << "two of stops, the money, the paper; not what this role does not know";
    for (const auto& each : open.undiscovered) EXPECT_TRUE(each.content);
}

TEST(ReportRealCall, LeavesOutWhatCannotBeKnownAndSaysSo) {
    const Report report = report_of(real_call());
    EXPECT_TRUE(report.real_call);
    EXPECT_FALSE(report.level);
    EXPECT_TRUE(report.colleague.empty());
    EXPECT_TRUE(report.undiscovered.empty());
    for (const auto& point : report.turning_points) {
        EXPECT_TRUE(point.thought.empty());
        EXPECT_EQ(point.change, 0);
    }
    EXPECT_EQ(report.unknowable, (std::vector<std::string>{"<unknowable.standing>", "<unknowable.times>"}));
    EXPECT_EQ(row(report, DealItem::decision_process).known, Known::known);
    EXPECT_EQ(report.focus.size(), 1U);
}

TEST(ReportSignals, StandBesideTheirBand) {
    const Report report = report_of(good());
    const auto share = std::find_if(report.signal_lines.begin(), report.signal_lines.end(),
                                    [](const auto& line) { return line.figure == behaviour::Figure::talk_share; });
    ASSERT_NE(share, report.signal_lines.end());
    EXPECT_EQ(share->value, "65 %");
    EXPECT_EQ(share->usual, "30 to 55");
    EXPECT_EQ(share->inside, false);
    for (const auto& line : report.signal_lines)
        EXPECT_EQ(line.inside.has_value(), line.figure == behaviour::Figure::talk_share);
}

TEST(Report, OfNothingSaidStillStands) {
    const Report report = report_of({});
    EXPECT_TRUE(report.colleague.empty());
    EXPECT_TRUE(report.marks.empty());
    EXPECT_EQ(report.grid.size(), static_cast<std::size_t>(kDealItemCount));
}

TEST(Report, IsTheSameEveryTime) {
    const Report a = report_of(good()), b = report_of(good());
    EXPECT_EQ(a.colleague, b.colleague);
    EXPECT_EQ(a.turning_points.size(), b.turning_points.size());
}

TEST(Phrases, FillOnlyWhatCanBeFilled) {
    EXPECT_EQ(fill("on {topic}.", {{"topic", "stops"}}), "on stops.");
    EXPECT_EQ(fill("{topic} it is.", {{"topic", "stops"}}), "Stops it is.");
    EXPECT_FALSE(fill("on {topic}.", {{"topic", ""}}));
    EXPECT_FALSE(fill("on {topic}.", {}));
    EXPECT_FALSE(fill("on {topic", {{"topic", "stops"}}));
}

TEST(Phrases, CheckFindsMissingUnknownEmptyAndUnclosed) {
    EXPECT_TRUE(check(named_phrases()).empty());
    Phrases phrases = named_phrases();
    phrases.texts.erase("level.won");
    phrases.texts["level.one"] = {"x"};
    phrases.texts["focus.none"] = {"on {topic"};
    phrases.texts["page.goal"] = {};
    const Problems problems = check(phrases);
    EXPECT_EQ(problems.size(), 4U);
    const auto says = [&](std::string_view text) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const Problem& problem) { return to_text(problem).find(text) != std::string::npos; });
    };
    EXPECT_TRUE(says("'level.won' is missing"));
    EXPECT_TRUE(says("did you mean 'level.won'?") || says("no report says 'level.one'"));
}

}  // namespace
}  // namespace praxis::coaching
