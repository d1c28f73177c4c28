// Simulated reps: policies that answer a buyer's state with what a rep of that kind would make understood. They know
// what a rep could know: what was told, which objection was raised and (once told) why, their own price list and
// proofs, and the segment's pains as the strategy names them; never a closed fact, a gate or a feeling. For
// `simulate`, foresight's rollouts, and the tests that keep the mind from being too nice. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/buyer/buyer.hpp"

namespace praxis::buyer {

enum class RepKind : std::uint8_t {
    discoverer,        // asks, listens, answers objections on their cause, proposes a dated step
    pitcher,           // presents whatever is said
    flatterer,         // charms and agrees
    discounter,        // lowers the price until something happens
    checklist_reader,  // asks every question of the form, hears no answer
    quoter,            // takes the specification and quotes, fast
    hostile,           // insults, presses, tries to steer
    random,            // anything
};
inline constexpr int kRepKindCount = 8;

std::string_view name(RepKind);
std::optional<RepKind> rep_kind_named(std::string_view);

// What this rep says next, as understood without doubt. `turn`: 1 = the rep's first.
Observation next_observation(RepKind, const State&, const Scene&, Seed, std::uint32_t turn);

}  // namespace praxis::buyer
