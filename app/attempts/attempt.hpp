// An attempt: one rehearsal of one person, from its start until its report was read. What was said is in its log; this
// is what lists and permissions need. A plain value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/rehearsal/support.hpp"
#include "core/strategy/kinds.hpp"

namespace praxis::app {

enum class AttemptState : std::uint8_t {
    open,       // may go on
    ended,      // the conversation is over, its report not read yet
    completed,  // … and read: only now does it count as practice
};
std::string_view name(AttemptState);
std::optional<AttemptState> attempt_state_named(std::string_view);

struct Attempt {
    std::string tenant, id, person;
    std::string strategy, strategy_version, scenario;
    std::string segment, role, kind, difficulty;
    Support support = Support::hints;
    bool blind = false;
    bool simulated = false;  // demo history: never mixed with people's figures
    std::uint64_t seed = 0;
    std::string face;    // who plays the customer (core/characters); empty: from before that was kept
    std::string parent;  // the attempt this one branches from; empty: none
    std::uint32_t parent_turn = 0;
    AttemptState state = AttemptState::open;
    std::optional<strategy::GoalLevel> outcome;
    std::uint32_t turns = 0;
    std::int64_t started_ms = 0;
    std::optional<std::int64_t> ended_ms, read_ms;
};

}  // namespace praxis::app
