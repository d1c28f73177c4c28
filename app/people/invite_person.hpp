// An admin invites somebody by mail; they come in by the link once, choosing a password. Errors: Refusal.
#pragma once

#include <optional>
#include <vector>

#include "app/access/enter.hpp"

namespace praxis::app {

struct Invitation {
    std::string email, name;
    people::Roles roles;
    std::vector<std::string> teams;  // ids
};
struct Invited {
    Person person;
    std::optional<std::string> link;  // only where the installation sends no mail: for the admin to hand over
};
Invited invite_person(Office&, const people::Principal&, const Invitation&);
// Once more, to somebody who has not come in yet; earlier links lose their force.
Invited invite_again(Office&, const people::Principal&, const std::string& person);

struct InvitationSeen {
    std::string company, email, name;
};
// What the page shows to who holds the link. Does not use it up.
InvitationSeen look_at_invitation(Office&, const std::string& link);

struct Acceptance {
    std::string link, password;
    std::string name;  // empty: as the admin wrote it
};
// Blocks for a password hash: a worker's work.
Entered accept_invitation(Office&, const Acceptance&);

}  // namespace praxis::app
