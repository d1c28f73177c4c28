// A simulated rep with one habit switched: another rep's policy, in which one thing is always or never done. Everything
// else, the weak moments too, stays as it would have been, and every choice is a hash of seed and turn: two of them
// under one seed meet the same chances (common random numbers; Glasserman and Yao 1992). One of these plays one talk.
// Owner: the caller; one thread at a time; nothing allocates. Method: one factor at a time around a base (Morris 1991).
#pragma once

#include <cstdint>

#include "core/base/chance.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/foresight/habits/habit.hpp"
#include "core/foresight/habits/rep.hpp"
#include "core/foresight/habits/rewrite.hpp"
#include "core/foresight/rollout.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight::habits {

enum class Use : std::uint8_t { as_is, always, never };

class AlteredRep {
public:
    explicit AlteredRep(Rep base) : base_(base) {}
    AlteredRep(Rep base, Habit habit, Use use) : base_(base), habit_(habit), use_(use) {}

    // What it says next. Turn by turn of one talk, in order.
    Observation next(const buyer::State&, const buyer::Scene&, Seed);

private:
    Observation without(const Moment&, const Observation& base);

    Rep base_;
    Habit habit_{};
    Use use_ = Use::as_is;
    Memory memory_;
};

// The whole talk with the customer of this seed, everything heard.
Ending play(const buyer::Scene&, Seed, AlteredRep);

}  // namespace praxis::foresight::habits
