// Any simulated rep by one name: a kind (core/buyer/rep_model.hpp) or the competent rep at a strength. Values only; any
// thread; nothing allocates.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "core/buyer/rep_model.hpp"
#include "core/foresight/competent_rep.hpp"

namespace praxis::foresight::habits {

using Rep = std::variant<buyer::RepKind, Strength>;

std::string_view name(Strength);
std::string_view name(const Rep&);
std::optional<Rep> rep_named(std::string_view);

// What this rep says next.
Observation next_of(const Rep&, const buyer::State&, const buyer::Scene&, Seed);

}  // namespace praxis::foresight::habits
