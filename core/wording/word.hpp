// From what the buyer means to say to the words: at most three typed moves become one reply of this person in this
// mood. Facts, objections, causes and questions speak in their authored texts; everything else is grammar. Least-used
// lines first, the most fitting cell first, ties by seeded chance, so the same inputs give the same bytes. No sentence
// of more than kRepeatableWords is said twice in a conversation; where all lines are spent they are set behind a
// lead-in, and as a last resort a reply of at most three words is given. Grammar-made text never holds a key of a fact
// that was not told. Any thread; the memory has one writer. Does not know: state, trust, thresholds, why a move was
// planned.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/chance.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/reading.hpp"
#include "core/wording/grammar.hpp"
#include "core/wording/memory.hpp"

namespace praxis::wording {

// Who says it; borrows the scenario and the person.
struct Speaker {
    const strategy::Scenario& scenario;
    const strategy::Counterpart& person;
    std::array<std::uint8_t, kObjectionsMax> causes{};  // index into each objection's causes
    Seed seed;
    ParticipantId who = kFirstBuyer;
    std::string rep_name{};  // first name of the rep, where it is known
};

struct Worded {
    std::string text;
    std::vector<Span> spans;  // one per move, in order, apart; only joins lie between
};

// An intention without moves gives an empty text. Ids that the scenario does not have are worded without them.
Worded word(const Intention&, const Observation& heard, std::uint32_t turn, const Speaker&, const Grammar&,
            WordingMemory&);

}  // namespace praxis::wording
