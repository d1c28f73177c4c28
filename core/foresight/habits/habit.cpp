#include "core/foresight/habits/habit.hpp"

#include <algorithm>
#include <array>

namespace praxis::foresight::habits {
namespace {

using enum Act;
using enum DerivedEvent;

struct Entry {
    std::string_view name, says;
    Shown shown;
};

constexpr std::array<Entry, kHabitCount> kHabits = {{
    {"greets", "Greets and says a friendly word", {.does = {greeting, rapport}}},
    {"frames", "Says what the talk is for and asks leave", {.does = {agenda, permission}}},
    {"asks-first",
     "Presents nothing before a problem is told",
     {.leaves = {value_statement, quantified_value, feature_dump},
      .spares = {pitch_before_pain},
      .leaves_before = true}},
    {"asks-openly", "Asks openly: how, what, tell me", {.does = {open_question}}},
    {"asks-problems", "Asks what goes wrong", {.does = {problem_question}, .brings = {pain_disclosed}}},
    {"asks-consequences",
     "Asks what a problem leads to and costs",
     {.does = {implication_question}, .brings = {impact_disclosed, number_stated}}},
    {"asks-worth",
     "Asks what solving it would be worth",
     {.does = {need_payoff_question}, .brings = {payoff_disclosed}}},
    {"asks-who-decides",
     "Asks who decides, and how",
     {.does = {authority_question, decision_process_question, stakeholder_mapping}}},
    {"asks-timing", "Asks by when", {.does = {timeline_question}}},
    {"asks-few-facts", "Asks few questions about the set-up", {.leaves = {situation_question}}},
    {"recaps", "Says back what was told", {.does = {summary}, .brings = {recap_right}}},
    {"shows-understanding", "Shows understanding for a problem", {.does = {empathy}}},
    {"takes-up-objections", "Takes objections up before answering", {.does = {objection_acknowledged}}},
    {"asks-behind-objections", "Asks what is behind an objection", {.does = {objection_clarified}}},
    {"answers-objections",
     "Answers objections instead of passing by",
     {.does = {objection_answered}, .brings = {objection_resolved}}},
    {"ties-benefits", "Ties benefits to problems that were told", {.does = {value_statement, quantified_value}}},
    {"puts-in-figures", "Puts the benefit in figures", {.does = {quantified_value}}},
    {"brings-proof", "Brings the proof this person believes", {.does = {social_proof}, .brings = {proof_matched}}},
    {"admits-limits", "Says what the offer does not do", {.brings = {limit_admitted}}},
    {"brings-insight", "Brings a thought that is new to them", {.does = {insight}, .brings = {challenge}}},
    {"answers-questions", "Answers what the customer asks", {}},
    {"waits-with-price",
     "Names no price before the cost is known",
     {.leaves = {price_talk, discount_offer}, .leaves_before = true}},
    {"trades", "Gives nothing for nothing", {.brings = {trade, price_held}, .leaves = {discount_offer}}},
    {"quotes-in-time", "Quotes at once where a quote is wanted", {.does = {price_talk}}},
    {"dates-steps", "Names a step with a date and an owner", {.brings = {concrete_next_step, step_accepted}}},
    {"recommends", "Recommends where to start", {.brings = {recommendation}}},
    {"asks-for-order", "Asks for the order", {.does = {close}, .brings = {order_accepted}}},
    {"leaves-room", "Makes no speeches and lists no features", {.leaves = {monologue, feature_dump}}},
    {"speaks-plainly", "Speaks without jargon", {.leaves = {jargon}}},
    {"leaves-alone", "Does not push", {.leaves = {pressure}}},
    {"stays-true", "Claims only what holds", {.spares = {overclaim, competitor_disparaged}}},
}};

const Entry& entry(Habit habit) {
    return kHabits[static_cast<std::size_t>(habit)];
}

bool looks_at(const strategy::Indicator& indicator, const Shown& shown) {
    const bool forbids = indicator.op == strategy::Operator::absent || indicator.op == strategy::Operator::at_most;
    if (!forbids) return indicator.of.acts.any(shown.does) || indicator.of.derived.any(shown.brings);
    const bool in_time = shown.leaves_before == indicator.before.has_value();
    return (in_time && indicator.of.acts.any(shown.leaves)) || indicator.of.derived.any(shown.spares);
}

}  // namespace

std::string_view name(Habit habit) {
    return entry(habit).name;
}

std::optional<Habit> habit_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kHabits.size(); ++i)
        if (kHabits[i].name == wanted) return static_cast<Habit>(i);
    return std::nullopt;
}

std::string_view says(Habit habit) {
    return entry(habit).says;
}

Shown shown_by(Habit habit) {
    return entry(habit).shown;
}

bool carries(const strategy::Behaviour& behaviour, Habit habit) {
    return std::any_of(behaviour.indicators.begin(), behaviour.indicators.end(),
                       [&](const strategy::Indicator& indicator) { return looks_at(indicator, shown_by(habit)); });
}

}  // namespace praxis::foresight::habits
