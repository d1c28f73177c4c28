// Who asks: a person of a tenant with the roles they hold there and, when a program asks for them, the scopes its token
// was given. Values only; any thread. What a principal may do is decided in permissions.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/enum_set.hpp"

namespace praxis::people {

enum class Role : std::uint8_t { rep, manager, enablement, admin, partner };
inline constexpr int kRoleCount = 5;
using Roles = EnumSet<Role>;

std::string_view name(Role);
std::optional<Role> role_named(std::string_view);
// "rep,manager"; in the order of the enumeration.
std::string to_text(Roles);
// Nothing when a word is no role or none is there.
std::optional<Roles> roles_named(std::string_view comma_separated);

struct Principal {
    std::string tenant, person;
    Roles roles;
    bool by_token = false;
    std::vector<std::string> scopes;  // of a token; a browser's session has all
};

}  // namespace praxis::people
