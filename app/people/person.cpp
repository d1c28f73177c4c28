#include "app/people/person.hpp"

#include <algorithm>
#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kStates = {"invited", "active", "suspended"};

}  // namespace

std::string_view name(PersonState state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::optional<PersonState> person_state_named(std::string_view text) {
    const auto found = std::find(kStates.begin(), kStates.end(), text);
    if (found == kStates.end()) return std::nullopt;
    return static_cast<PersonState>(found - kStates.begin());
}

people::Principal principal_of(const Person& person) {
    return {person.tenant, person.id, person.roles, false, {}};
}

}  // namespace praxis::app
