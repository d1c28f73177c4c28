// The moves worth considering in a position, each with its value and what it changes; and the line that follows from
// taking the best one again and again. Candidates: what visit_moves makes up, without what brings nothing and without
// what has the same effect as a plainer move. Between them the budget is spent by successive halving (Karnin, Koren and
// Somekh 2013): every round plays the survivors equally often, against the same chances, and the worse half leaves.
// Other than in the paper a survivor keeps its earlier rollouts: the budgets are small. Exact replay; pure; any thread;
// nothing allocates. Budgets are steps of the mind and are never exceeded; too small a one leaves values unknown.
// The values of moves picked as best are a little too high, as every maximum of estimates is; who needs a clean figure
// evaluates the chosen move anew under another seed.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/foresight/answer.hpp"
#include "core/foresight/change.hpp"
#include "core/foresight/move.hpp"
#include "core/foresight/rollout.hpp"
#include "core/foresight/tally.hpp"

namespace praxis::foresight {

inline constexpr std::size_t kMovesMax = 32;
inline constexpr std::size_t kDepthMax = 8;
inline constexpr std::uint32_t kProbes = 3;    // steps that decide whether a move is worth considering
inline constexpr std::uint32_t kSamples = 16;  // steps that decide what the customer is likely to answer in a line

struct Budget {
    std::uint64_t steps = 0;
};

struct Weighed {
    Move move;
    Value value;
    Change change;     // under the likely answer
    Intention answer;  // the likely one
    double likelihood = 0;
    std::uint8_t rounds = 0;  // of halving that it lived through
    bool practised = false;   // what the competent rep would do
};

struct Weighing {
    std::array<Weighed, kMovesMax> list{};
    std::size_t count = 0;
    std::uint64_t steps = 0;                                                 // spent
    std::span<const Weighed> moves() const { return {list.data(), count}; }  // best first
};

struct Ply {
    Move move;
    Value value;  // of the move
    Change change;
    Intention answer;
    double likelihood = 0;
};

struct Line {
    std::array<Ply, kDepthMax> list{};
    std::size_t count = 0;
    std::uint64_t steps = 0;
    std::span<const Ply> plies() const { return {list.data(), count}; }
};

// If a competent rep goes on from here. Rollouts 0, 1, 2 … until the budget might not cover another one; so it equals
// `roll` over the same range, and more rollouts can be added to it.
Value value(const Position&, Budget);
// … after this move.
Value value_after(const Position&, const Observation&, Budget);

Weighing weigh_moves(const Position&, Budget);

// The move to recommend: of those that the budget could not tell from the best, what the competent rep would do, else
// what promises most; so that a line does not wander between equals. Null when there is none.
const Weighed* recommended(const Weighing&);

// At most `depth` moves, each the recommended one in its position, and the customer's likely answers; ends with the
// conversation.
Line best_line(const Position&, std::size_t depth, Budget);

}  // namespace praxis::foresight
