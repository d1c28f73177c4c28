// Figures about many people's practice: of a team for who leads it, of everybody for enablement. Who asks chooses
// neither people nor days (always the last whole four weeks, counted from Mondays, UTC), so that two figures cannot be
// compared to find one person; nothing is told of fewer people than the company's smallest group. Simulated practice is
// left out except in a demo company. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"

namespace praxis::app {

struct TimedFigures {
    std::int64_t from_ms = 0, until_ms = 0;
    int smallest_group = 0;
    people::Figures figures;
};
TimedFigures team_figures(Office&, const people::Principal&, const std::string& team);  // by behaviour
TimedFigures company_figures(Office&, const people::Principal&);                        // by behaviour
TimedFigures scenario_figures(Office&, const people::Principal&);                       // by scenario

}  // namespace praxis::app
