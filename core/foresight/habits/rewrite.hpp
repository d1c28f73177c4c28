// How a habit is put on or taken off: what the rep would have said is rewritten, and for questions what the rep takes
// to be known. Only what a rep can know is looked at, with one exception that is said where it stands (proof). Inside
// this room only. Pure but for the memory; any thread; nothing allocates.
#pragma once

#include <cstdint>

#include "core/base/chance.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/foresight/habits/habit.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight::habits {

struct Moment {
    const buyer::State& state;
    const buyer::Scene& scene;
    Seed seed;
    std::uint32_t turn;  // the one to be spoken; 1 = the rep's first
};

// Pitching of the rep's own accord, as opposed to answering an objection or a question of the customer's.
bool presents(const Moment&, const Observation& said);

// What a rep with a switched habit remembers of this talk.
struct Memory {
    std::uint8_t times = 0;    // put in on its own account
    std::uint32_t last = 0;    // … the last time, by turn
    std::uint8_t repeats = 0;  // the same again, because of the habit
    Observation before;        // what was said last
    bool through = false;      // sees nothing more to get here
};

// Always: where there is occasion for it, it is done; what shows that it is not done is left.
void put_on(Habit, const Moment&, Memory&, Observation& said);

// Never: what shows it is left out, and where leaving it out shows by doing something else, that is done.
void take_off(Habit, const Moment&, Memory&, Observation& said);

// What somebody without the habit takes to be so: a question that is never asked seems to be answered.
buyer::State as_taken_without(Habit, const Moment&, const Memory&);

}  // namespace praxis::foresight::habits
