#include "app/rights/rights.hpp"

#include <algorithm>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, kPurposeCount> kPurposes = {"practice", "speech", "calls"};
constexpr std::array<std::string_view, 4> kAppealStates = {"open", "upheld", "turned_down", "withdrawn"};

template <class E, std::size_t n>
std::optional<E> named_in(const std::array<std::string_view, n>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

}  // namespace

std::string_view name(Purpose purpose) {
    return kPurposes[static_cast<std::size_t>(purpose)];
}

std::optional<Purpose> purpose_named(std::string_view text) {
    return named_in<Purpose>(kPurposes, text);
}

std::string_view name(AppealState state) {
    return kAppealStates[static_cast<std::size_t>(state)];
}

std::optional<AppealState> appeal_state_named(std::string_view text) {
    return named_in<AppealState>(kAppealStates, text);
}

}  // namespace praxis::app
