// Made-up conversations: intentions and observations as a buyer's mind might plan them, drawn by seed, to hear the
// wording before a mind is there and to stress it when it is. Test material only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/chance.hpp"
#include "core/strategy/scenario.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::lint_wording {

struct Exchange {
    std::string rep;  // what the rep did, in a word or two
    Observation heard;
    Intention intention;
};

// A talk of `turns` turns that opens, discovers, resists, deals and ends; mood drifts.
std::vector<Exchange> plausible_talk(const strategy::Scenario&, Seed, int turns);

// Any moves with any arguments in any mood.
Exchange any_exchange(const strategy::Scenario&, Seed, std::uint32_t turn);

}  // namespace praxis::lint_wording
