#include "app/attempts/attempt.hpp"

#include <algorithm>
#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kStates = {"open", "ended", "completed"};

}  // namespace

std::string_view name(AttemptState state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::optional<AttemptState> attempt_state_named(std::string_view text) {
    const auto found = std::find(kStates.begin(), kStates.end(), text);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<AttemptState>(found - kStates.begin());
}

}  // namespace praxis::app
