// Tracks a real customer with the segment's mind: what the rep said goes through the mind's rules, and what the
// customer really answered is translated into the moves the mind would have needed for it, so that values and marks can
// be found where the two agree. A customer who tells what the mind would have kept back must have trusted that much,
// and one who goes on where the mind would have ended still has patience: what was done corrects what was felt. How
// well the mind foretells the kind of each answer is the agreement; where it falls too low, the customer is lost sight
// of, and everything after is left open. Pure; any thread; allocates the answer only. Does not know: text; who the
// customer is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/foresight/marks/judge.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis::foresight::marks {

// What a real customer answered, as far as it can be told: its kind, topics, and whether a figure was in it.
struct RealAnswer {
    PreviousKind kind = PreviousKind::none;
    std::array<TopicId, Observation::kTopicsSeen> topics{};
    std::uint8_t topic_count = 0;
    bool figure = false;
};

struct RealTurn {
    std::uint32_t turn = 0;
    Observation heard;
    bool understood = true;
    RealAnswer answer;
};

struct Tracked {
    std::vector<Passage> passages;         // as far as the customer could be followed
    std::optional<std::uint32_t> lost_at;  // the first turn that could not be
    double agreement = 0;                  // mean over the turns looked at, 0 … 1
};

// A scene whose clock is long enough for a call of so many rep turns; a real call has its own.
buyer::Scene stretched(const buyer::Scene&, std::size_t turns);

// `scene`: stretched.
Tracked track(std::span<const RealTurn>, const buyer::Scene&, Seed);

}  // namespace praxis::foresight::marks
