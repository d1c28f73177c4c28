// The moves worth considering in a position, before any looking ahead. Inside this room only.
#pragma once

#include <array>
#include <cstdint>

#include "core/foresight/answer.hpp"
#include "core/foresight/move.hpp"
#include "core/foresight/search.hpp"

namespace praxis::foresight {

struct Candidate {
    Move move;
    Answer answer;
    int promise = 0;
    bool practised = false;  // the competent rep's own
};

struct Candidates {
    std::array<Candidate, kMovesMax> list{};
    std::size_t count = 0;
    std::uint64_t steps = 0;  // spent
};

// At most kMovesMax: of more the most promising; the competent rep's own move is always among them.
Candidates candidates(const Position&, Budget);

}  // namespace praxis::foresight
