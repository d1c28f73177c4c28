#include "app/rehearsal/support.hpp"

#include <algorithm>
#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"guided", "hints", "silent"};

}  // namespace

std::string_view name(Support support) {
    return kNames[static_cast<std::size_t>(support)];
}

std::optional<Support> support_named(std::string_view text) {
    const auto found = std::find(kNames.begin(), kNames.end(), text);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Support>(found - kNames.begin());
}

}  // namespace praxis::app
