#include "app/access/ways_in.hpp"

#include <algorithm>
#include <array>

namespace praxis::app {
namespace {

constexpr std::array<std::string_view, 3> kPurposes = {"first_admin", "invitation", "password_reset"};

}  // namespace

std::string_view name(LinkPurpose purpose) {
    return kPurposes[static_cast<std::size_t>(purpose)];
}

std::optional<LinkPurpose> link_purpose_named(std::string_view text) {
    const auto found = std::find(kPurposes.begin(), kPurposes.end(), text);
    if (found == kPurposes.end()) return std::nullopt;
    return static_cast<LinkPurpose>(found - kPurposes.begin());
}

}  // namespace praxis::app
