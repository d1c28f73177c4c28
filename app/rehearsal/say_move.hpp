// A move in words: one thing the rep could say at this point, to this customer, that this program itself would
// understand as the move. Several ways to say it are made (core/wording/rep) and each is read; the one that is
// understood best is said, among equals the one that fits best. Deterministic; any thread; the memory has one writer.
#pragma once

#include <optional>
#include <string>

#include "app/rehearsal/understand.hpp"
#include "core/foresight/move.hpp"
#include "core/wording/rep/rep_line.hpp"

namespace praxis::app {

// How the move stands in a state, as core/wording/rep takes it.
wording::rep::Wish wish_for(const foresight::Move&, const buyer::State&);

// The line and what would be understood of it; noted in the memory. Empty: nothing new is left to say.
struct Line {
    std::string text;
    Observation understood;
};
std::optional<Line> say_move(const Point&, const foresight::Move&, wording::WordingMemory&);

}  // namespace praxis::app
