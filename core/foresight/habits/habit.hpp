// A habit: one thing a simulated rep can be made to do always or never, to see what it moves (altered_rep.hpp says
// how). The closed list, in the order of a talk, and which behaviours of a strategy carry which habit: those with an
// indicator over the same acts or derived events. Values only; any thread; nothing allocates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/strategy/behaviour.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/derived_event.hpp"

namespace praxis::foresight::habits {

enum class Habit : std::uint8_t {
    greets,
    frames,             // says what the talk is for, asks leave
    asks_first,         // presents nothing before a problem was told
    asks_openly,        // how, what, tell me
    asks_problems,      // what goes wrong
    asks_consequences,  // … and what that leads to
    asks_worth,         // … and what solving it would be worth
    asks_who_decides,   // … and how
    asks_timing,
    asks_few_facts,       // few questions about the set-up
    recaps,               // says back what was told
    shows_understanding,  // after a pain
    takes_up_objections,  // acknowledges them
    asks_behind_objections,
    answers_objections,  // instead of passing over them
    ties_benefits,       // to a problem that was told
    puts_in_figures,     // a benefit
    brings_proof,        // of the kind this person believes
    admits_limits,
    brings_insight,
    answers_questions,  // the customer's own
    waits_with_price,   // until the customer has said what it costs
    trades,             // gives nothing for nothing
    quotes_in_time,     // where a quote wins
    dates_steps,        // an action, somebody to do it and a date
    recommends,
    asks_for_order,
    leaves_room,     // no speeches
    speaks_plainly,  // no jargon
    leaves_alone,    // does not push
    stays_true,      // claims nothing that does not hold, runs nobody down
};
inline constexpr int kHabitCount = 31;

std::string_view name(Habit);  // "asks-consequences"
std::optional<Habit> habit_named(std::string_view);
std::string_view says(Habit);  // "Asks what a problem leads to": one line for people

// What shows that a rep has the habit, and what shows that he has not.
struct Shown {
    ActSet does;
    DerivedEventSet brings;
    ActSet leaves;  // never does
    DerivedEventSet spares;
    bool leaves_before = false;  // `leaves` means: not before something else
};
Shown shown_by(Habit);

// Does one of the behaviour's indicators look at what this habit shows?
bool carries(const strategy::Behaviour&, Habit);

}  // namespace praxis::foresight::habits
