#include "app/rights/figures.hpp"

#include <algorithm>

namespace praxis::app {
namespace {

constexpr std::int64_t kWeek_ms = 7 * people::kDay_ms;
constexpr std::int64_t kFirstMonday_ms = 4 * people::kDay_ms;  // 1970-01-05

std::int64_t last_monday(std::int64_t now_ms) {
    return now_ms - (now_ms - kFirstMonday_ms) % kWeek_ms;
}

using Count = Counted (Dossiers::*)(const FiguresQuery&);

TimedFigures told(Office& office, Registers& registers, FiguresQuery query, Count count) {
    const auto tenant = registers.tenants.find(query.tenant);
    if (!tenant) throw Refusal(Refused::missing, "There is no such company.");
    query.until_ms = last_monday(office.clock.now_ms());
    query.from_ms = query.until_ms - 4 * kWeek_ms;
    query.simulated = tenant->demo;
    Counted counted = (registers.dossiers.*count)(query);
    return {query.from_ms, query.until_ms, tenant->smallest_group,
            people::fit_to_show(counted.people, std::move(counted.tallies), tenant->smallest_group)};
}

}  // namespace

TimedFigures team_figures(Office& office, const people::Principal& who, const std::string& team) {
    TimedFigures figures;
    office.registry.read([&](Registers& registers) {
        const auto members = registers.memberships.of_team(who.tenant, team);
        const bool led = std::any_of(members.begin(), members.end(),
                                     [&](const Membership& one) { return one.person == who.person && one.leads; });
        require(who, people::Verb::read_team_figures, {who.tenant, "team " + team, false, led});
        if (!registers.teams.find(who.tenant, team)) throw Refusal(Refused::missing, "There is no such team.");
        figures = told(office, registers, {who.tenant, team}, &Dossiers::by_behaviour);
    });
    return figures;
}

TimedFigures company_figures(Office& office, const people::Principal& who) {
    require(who, people::Verb::read_team_figures, people::of_tenant(who));
    TimedFigures figures;
    office.registry.read(
        [&](Registers& registers) { figures = told(office, registers, {who.tenant}, &Dossiers::by_behaviour); });
    return figures;
}

TimedFigures scenario_figures(Office& office, const people::Principal& who) {
    require(who, people::Verb::read_scenario_figures, people::of_tenant(who));
    TimedFigures figures;
    office.registry.read(
        [&](Registers& registers) { figures = told(office, registers, {who.tenant}, &Dossiers::by_scenario); });
    return figures;
}

}  // namespace praxis::app
