#include "core/people/principal.hpp"

#include <array>

namespace praxis::people {
namespace {

constexpr std::array<std::string_view, kRoleCount> kNames = {"rep", "manager", "enablement", "admin", "partner"};

}  // namespace

std::string_view name(Role role) {
    return kNames[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view text) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == text) return static_cast<Role>(i);
    return std::nullopt;
}

std::string to_text(Roles roles) {
    std::string text;
    for (int i = 0; i < kRoleCount; ++i) {
        if (!roles.has(static_cast<Role>(i))) continue;
        text += (text.empty() ? "" : ",") + std::string(name(static_cast<Role>(i)));
    }
    return text;
}

std::optional<Roles> roles_named(std::string_view text) {
    Roles roles;
    while (true) {
        const std::size_t end = text.find(',');
        const std::optional<Role> role = role_named(text.substr(0, end));
        if (!role) return std::nullopt;
        roles.insert(*role);
        if (end == std::string_view::npos) return roles;
        text.remove_prefix(end + 1);
    }
}

}  // namespace praxis::people
