#include "core/foresight/habits/habit.hpp"

#include <gtest/gtest.h>

#include <set>

namespace praxis::foresight::habits {
namespace {

using strategy::Operator;
using enum Act;

strategy::Behaviour asking(strategy::EventPattern of, Operator op = Operator::at_least) {
    strategy::Indicator indicator;
    indicator.of = std::move(of);
    indicator.op = op;
    strategy::Behaviour behaviour;
    behaviour.indicators = {indicator};
    return behaviour;
}

strategy::EventPattern acts(ActSet set) {
    strategy::EventPattern pattern;
    pattern.acts = set;
    return pattern;
}

strategy::EventPattern events(DerivedEventSet set) {
    strategy::EventPattern pattern;
    pattern.derived = set;
    return pattern;
}

TEST(Habits, HaveNamesOfTheirOwn) {
    std::set<std::string_view> names, sentences;
    for (int i = 0; i < kHabitCount; ++i) {
        const auto habit = static_cast<Habit>(i);
        EXPECT_EQ(habit_named(name(habit)), habit);
        names.insert(name(habit));
        sentences.insert(says(habit));
        EXPECT_LE(says(habit).size(), 41U) << says(habit);
    }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kHabitCount));
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(kHabitCount));
    EXPECT_FALSE(habit_named("whistles"));
}

TEST(Habits, AreCarriedByBehavioursThatLookAtTheSame) {
    EXPECT_TRUE(carries(asking(acts({implication_question})), Habit::asks_consequences));
    EXPECT_TRUE(carries(asking(events({DerivedEvent::impact_disclosed})), Habit::asks_consequences));
    EXPECT_FALSE(carries(asking(acts({implication_question})), Habit::asks_worth));
    EXPECT_TRUE(carries(asking(acts({implication_question, need_payoff_question})), Habit::asks_worth));
    EXPECT_TRUE(carries(asking(events({DerivedEvent::concrete_next_step})), Habit::dates_steps));
    EXPECT_TRUE(carries(asking(acts({open_question}), Operator::ratio), Habit::asks_openly));
}

TEST(Habits, OfLeavingAreCarriedByBehavioursThatForbid) {
    EXPECT_TRUE(carries(asking(acts({jargon}), Operator::absent), Habit::speaks_plainly));
    EXPECT_FALSE(carries(asking(acts({jargon})), Habit::speaks_plainly));
    EXPECT_FALSE(carries(asking(acts({implication_question}), Operator::at_most), Habit::asks_consequences));
    EXPECT_TRUE(carries(asking(acts({situation_question}), Operator::at_most), Habit::asks_few_facts));
}

TEST(Habits, TellNeverFromNotYet) {
    strategy::Behaviour never = asking(acts({discount_offer}), Operator::absent);
    strategy::Behaviour not_yet = never;
    not_yet.indicators[0].before = events({DerivedEvent::impact_disclosed});
    EXPECT_TRUE(carries(never, Habit::trades));
    EXPECT_FALSE(carries(never, Habit::waits_with_price));
    EXPECT_TRUE(carries(not_yet, Habit::waits_with_price));
    EXPECT_FALSE(carries(not_yet, Habit::trades));
}

}  // namespace
}  // namespace praxis::foresight::habits
