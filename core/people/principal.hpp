// Who asks: a person of a tenant with the roles they hold there and, when a program asks for them, the scopes its token
// was given. Values only; any thread. What a principal may do is decided in permissions.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/enum_set.hpp"

namespace praxis::people {

enum class Role : std::uint8_t { rep, manager, enablement, admin, partner };
inline constexpr int kRoleCount = 5;
using Roles = EnumSet<Role>;

struct Principal {
    std::string tenant, person;
    Roles roles;
    bool by_token = false;
    std::vector<std::string> scopes;  // of a token; a browser's session has all
};

}  // namespace praxis::people
