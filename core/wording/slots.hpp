// What the slots of a line are filled with in this moment. A slot that has no value here keeps its lines from being
// candidates. Values only; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/wording/moment.hpp"

namespace praxis::wording {

using Filling = std::array<std::optional<std::string>, kSlotCount>;

// All slots but {brief}, which a line may be given several texts for.
Filling filling_of(const Moment&);

// Empty where a slot has no value, or where {brief} would stand inside a sentence and cannot be joined.
std::optional<std::string> fill(const Line&, const Filling&, const Grammar&);

}  // namespace praxis::wording
