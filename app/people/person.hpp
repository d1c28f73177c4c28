// Who uses an installation: people and their teams. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/people/principal.hpp"

namespace praxis::app {

enum class PersonState : std::uint8_t {
    invited,  // has not come in yet
    active,
    suspended,  // cannot come in; nothing of theirs is touched
};
std::string_view name(PersonState);
std::optional<PersonState> person_state_named(std::string_view);

struct Person {
    std::string tenant, id;
    std::string email;  // lower case; one person of a tenant each
    std::string name;
    people::Roles roles;
    PersonState state = PersonState::invited;
    std::optional<std::string> outside;  // "issuer subject" of an identity provider
    std::int64_t created_ms = 0, changed_ms = 0;
    std::int64_t version = 1;
};

people::Principal principal_of(const Person&);

struct Team {
    std::string tenant, id, name;
    std::int64_t created_ms = 0;
    std::int64_t version = 1;
};

struct Membership {
    std::string tenant, team, person;
    bool leads = false;
};

}  // namespace praxis::app
