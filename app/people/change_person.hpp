// Reading people and changing them: admins change names, roles and states, everybody their own name. A company never
// loses its last admin. Errors: Refusal; `stale` when the version is not the one kept.
#pragma once

#include <optional>

#include "app/access/office.hpp"

namespace praxis::app {

std::vector<Person> list_people(Office&, const people::Principal&, PeopleQuery);
// Active people of the tenant, for choosing whom to share with: the caller shows ids and names only.
std::vector<Person> list_directory(Office&, const people::Principal&, const std::string& after, std::size_t most);
Person read_person(Office&, const people::Principal&, const std::string& id);

struct PersonChange {  // what is absent stays
    std::optional<std::string> name;
    std::optional<people::Roles> roles;
    std::optional<PersonState> state;  // active or suspended
    std::int64_t version = 0;
};
Person change_person(Office&, const people::Principal&, const std::string& id, const PersonChange&);

}  // namespace praxis::app
