#include "core/foresight/marks/why.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>

#include "core/buyer/talk.hpp"
#include "core/foresight/marks/judge.hpp"

namespace praxis::foresight::marks {
namespace {

using namespace buyer::press_shop;
using buyer::ask;
using buyer::closing;
using buyer::propose;
using buyer::said;
using enum Act;

using Words = std::vector<Observation>;

const Words& greeting_and_agenda() {
    static const Words kWords = {said({greeting, permission, closed_question, rapport}),
                                 said({agenda, closed_question})};
    return kWords;
}

Words then(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

Words pain_told() {
    return then(greeting_and_agenda(),
                {ask(problem_question, {kStops}), said({open_question, implication_question, empathy}, {kStops})});
}

// The last of these turns as the mind takes it, with the mark that is asked about.
Reason reason_for(const strategy::Scenario& scenario, const Words& words, Mark mark, MoveKind better = {}) {
    const buyer::Scene scene = *buyer::make_scene(scenario);
    buyer::State state = buyer::open(scene, {1});
    Passage passage;
    for (const Observation& heard : words) {
        EXPECT_FALSE(buyer::over(state)) << "the talk ended too soon";
        const auto next = buyer::step(state, heard, scene, {1});
        passage.before = state;
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
        passage.played = {0, heard, next.intention, next.intention.count};
        passage.after = state;
    }
    Judged judged;
    judged.mark = mark;
    judged.change = change_between(passage.before, passage.after);
    judged.grounds.felt = judged.change.trust + judged.change.value + judged.change.patience / 2;
    judged.grounds.gave_away = passage.after.tally.discounts > passage.before.tally.discounts;
    judged.grounds.swing.share = mark == Mark::strong ? 0.1 : -0.1;
    judged.instead.kind = better;
    judged.best.tally.add(GoalLevel::won);
    return reason_of(judged, passage, scene);
}

struct WhyCase {
    Why why;
    Words words;
    strategy::Scenario (*scenario)() = discovery;
};

Observation with(Observation heard, const std::function<void(Observation&)>& change) {
    change(heard);
    return heard;
}

TEST(Why, SaysWhatATurnCost) {
    const Words begun = greeting_and_agenda();
    const std::vector<WhyCase> cases = {
        {Why::offended, then(begun, {said({disrespect})})},
        {Why::steered, then(begun, {said({steering})})},
        {Why::pressed, then(begun, {said({pressure, close, closed_question})})},
        {Why::overclaimed, then(begun, {with(said({value_statement}), [](auto& o) { o.overclaim = true; })})},
        {Why::disparaged, then(begun, {with(said({value_statement}), [](auto& o) { o.disparages = true; })})},
        {Why::misquoted, then(pain_told(), {with(said({summary}), [](auto& o) { o.wrong_recap = true; })})},
        {Why::gave_away, then(begun, {said({discount_offer})})},
        {Why::left_early, then(begun, {said({sign_off})})},
        {Why::order_too_soon, then(begun, {closing()})},
        {Why::step_too_soon, then(begun, {propose()})},
        {Why::wandered, then(begun, {said({off_topic})})},
        {Why::too_long, then(begun, {said({monologue, value_statement})})},
        {Why::listed_features, then(begun, {said({feature_dump})})},
        {Why::pitched_too_soon, then(begun, {said({value_statement}, {kStops})})},
        {Why::asked_too_soon, then(begun, {ask(budget_question)})},
        {Why::asked_again, then(begun, {ask(situation_question, {kSap}), ask(situation_question, {kSap}),
                                        ask(situation_question, {kSap})})},
    };
    for (const WhyCase& one : cases)
        EXPECT_EQ(name(reason_for(one.scenario(), one.words, Mark::cost_you).why), name(one.why));
}

TEST(Why, SaysWhatATurnBrought) {
    const std::vector<WhyCase> cases = {
        {Why::learned_problem, then(greeting_and_agenda(), {ask(problem_question, {kStops})})},
        {Why::learned_cost, pain_told()},
        {Why::met_need, then(pain_told(), {said({value_statement}, {kStops})})},
        {Why::framed, {said({greeting, permission, closed_question, rapport})}},
    };
    for (const WhyCase& one : cases)
        EXPECT_EQ(name(reason_for(one.scenario(), one.words, Mark::strong).why), name(one.why));
}

TEST(Why, NamesWhatWasToldAndItsTopic) {
    const Reason reason = reason_for(discovery(), pain_told(), Mark::strong);
    const buyer::Scene scene = *buyer::make_scene(discovery());
    ASSERT_FALSE(reason.told.none());
    EXPECT_NE(scene.kinds.implication >> reason.told.value & 1, 0U);
    EXPECT_EQ(reason.topic, scene.facts[reason.told.value].topic);
}

TEST(Why, OfAnOpenObjectionNamesIt) {
    const Words raised = then(pain_told(), {said({value_statement}, {kShape}), said({price_talk})});
    const buyer::Scene scene = *buyer::make_scene(discovery());
    buyer::State state = buyer::open(scene, {1});
    Words words;
    for (const Observation& heard : raised) {
        const auto next = buyer::step(state, heard, scene, {1});
        state = buyer::deliver(next.state, next.intention, next.intention.count, scene);
        words.push_back(heard);
        if (!state.open.none()) break;
    }
    ASSERT_FALSE(state.open.none()) << "the scene raises no objection here";
    const Reason passed = reason_for(discovery(), then(words, {said({feature_dump})}), Mark::cost_you);
    EXPECT_EQ(passed.why, Why::passed_over_objection);
    EXPECT_EQ(passed.objection, state.open);
    const Observation clarify = said({objection_acknowledged, objection_clarified, open_question});
    const Reason learned = reason_for(discovery(), then(words, {clarify}), Mark::strong);
    EXPECT_EQ(learned.why, Why::learned_cause);
    EXPECT_EQ(learned.objection, state.open);
}

TEST(Why, OfAMissedChanceIsTheBetterMove) {
    const Reason reason = reason_for(discovery(), pain_told(), Mark::missed_chance, MoveKind::propose_step);
    EXPECT_EQ(reason.why, Why::better_there);
    EXPECT_EQ(reason.instead, MoveKind::propose_step);
    EXPECT_TRUE(reason.told.none()) << "what the turn brought is no reason for a missed chance";
}

TEST(Why, OfAFineTurnIsNothing) {
    EXPECT_EQ(reason_for(discovery(), pain_told(), Mark::fine), Reason{});
}

TEST(Why, TheCompetentRepsOwnMoveIsNamedByWhatItDoes) {
    Move move;
    move.kind = MoveKind::as_practised;
    move.heard = said({summary, need_payoff_question, open_question});
    EXPECT_EQ(meaning_of(move), MoveKind::ask_payoff);
    move.heard = said({greeting, rapport, permission, closed_question});
    EXPECT_EQ(meaning_of(move), MoveKind::greet);
    move.kind = MoveKind::quote;
    EXPECT_EQ(meaning_of(move), MoveKind::quote);
}

TEST(Why, NamesAreAllDifferent) {
    std::set<std::string_view> names;
    for (int i = 0; i < kWhyCount; ++i) names.insert(name(static_cast<Why>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kWhyCount));
    EXPECT_EQ(name(Why::warmed), "warmed") << "the list and its names have the same length";
}

}  // namespace
}  // namespace praxis::foresight::marks
