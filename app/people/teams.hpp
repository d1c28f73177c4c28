// Teams: made, renamed, filled and dissolved by admins, seen by who is in them. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct TeamSeen {
    Team team;
    std::vector<Membership> members;
};
std::vector<Team> list_teams(Office&, const people::Principal&);
TeamSeen read_team(Office&, const people::Principal&, const std::string& id);

Team make_team(Office&, const people::Principal&, const std::string& name);
Team rename_team(Office&, const people::Principal&, const Team& with_version);
void dissolve_team(Office&, const people::Principal&, const std::string& id);
void place_member(Office&, const people::Principal&, const Membership&);
void unplace_member(Office&, const people::Principal&, const Membership&);

}  // namespace praxis::app
