#include "app/people/teams.hpp"

#include <algorithm>

#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

void require_manages(const people::Principal& who) {
    require(who, people::Verb::manage_teams, people::of_tenant(who));
}

void require_name(const std::string& name) {
    Problems faults;
    add_faults_of_name(name, "/name", faults);
    if (!faults.empty()) throw Refusal(Refused::invalid, "Take another name.", std::move(faults));
}

Team found_in(Registers& registers, const people::Principal& who, const std::string& id) {
    const auto team = registers.teams.find(who.tenant, id);
    if (!team) throw Refusal(Refused::missing, "There is no such team, or it is not yours to see.");
    return *team;
}

// Two teams of one name cannot be told apart.
void require_free(Registers& registers, const people::Principal& who, const Team& wanted) {
    for (const Team& team : registers.teams.list(who.tenant, {}))
        if (team.name == wanted.name && team.id != wanted.id)
            throw Refusal(Refused::conflict, "There is a team of this name already.");
}

}  // namespace

std::vector<Team> list_teams(Office& office, const people::Principal& who) {
    const bool all = static_cast<bool>(people::may(who, people::Verb::read_teams, people::of_tenant(who)));
    if (!all) require(who, people::Verb::read_teams, people::own(who));
    std::vector<Team> teams;
    office.registry.read(
        [&](Registers& registers) { teams = registers.teams.list(who.tenant, all ? std::string() : who.person); });
    return teams;
}

TeamSeen read_team(Office& office, const people::Principal& who, const std::string& id) {
    TeamSeen seen;
    office.registry.read([&](Registers& registers) {
        seen.members = registers.memberships.of_team(who.tenant, id);
        const auto mine = std::find_if(seen.members.begin(), seen.members.end(),
                                       [&](const Membership& one) { return one.person == who.person; });
        const bool in = mine != seen.members.end();
        require(who, people::Verb::read_teams,
                {who.tenant, in ? who.person : std::string("nobody"), false, in && mine->leads});
        seen.team = found_in(registers, who, id);
    });
    return seen;
}

Team make_team(Office& office, const people::Principal& who, const std::string& name) {
    require_manages(who);
    require_name(name);
    const Team team{who.tenant, office.chance.next_id(), name, office.clock.now_ms(), 1};
    office.registry.write([&](Registers& registers) {
        require_free(registers, who, team);
        registers.teams.add(team);
        write_down(office, registers, {who.tenant, who.person, "team.made", team.id, {}});
    });
    return team;
}

Team rename_team(Office& office, const people::Principal& who, const Team& wanted) {
    require_manages(who);
    require_name(wanted.name);
    Team team;
    office.registry.write([&](Registers& registers) {
        team = found_in(registers, who, wanted.id);
        team.name = wanted.name;
        require_free(registers, who, team);
        team.version = wanted.version;
        if (!registers.teams.change(team)) throw Refusal(Refused::stale, "Somebody changed this team meanwhile.");
        ++team.version;
        write_down(office, registers, {who.tenant, who.person, "team.renamed", team.id, {}});
    });
    return team;
}

void dissolve_team(Office& office, const people::Principal& who, const std::string& id) {
    require_manages(who);
    office.registry.write([&](Registers& registers) {
        found_in(registers, who, id);
        registers.teams.remove(who.tenant, id);
        write_down(office, registers, {who.tenant, who.person, "team.dissolved", id, {}});
    });
}

void place_member(Office& office, const people::Principal& who, const Membership& given) {
    require_manages(who);
    office.registry.write([&](Registers& registers) {
        found_in(registers, who, given.team);
        if (!registers.people.find(who.tenant, given.person))
            throw Refusal(Refused::missing, "There is no such person.");
        registers.memberships.place({who.tenant, given.team, given.person, given.leads});
        write_down(office, registers,
                   {who.tenant, who.person, given.leads ? "team.lead_placed" : "team.member_placed", given.team,
                    given.person});
    });
}

void unplace_member(Office& office, const people::Principal& who, const Membership& given) {
    require_manages(who);
    office.registry.write([&](Registers& registers) {
        found_in(registers, who, given.team);
        registers.memberships.unplace(who.tenant, given.team, given.person);
        write_down(office, registers, {who.tenant, who.person, "team.member_unplaced", given.team, given.person});
    });
}

}  // namespace praxis::app
