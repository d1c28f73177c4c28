// What the routes of sessions, people and rights work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/access/sign_in_outside.hpp"
#include "server/auth/keeper.hpp"
#include "server/http/router.hpp"

namespace praxis::http {

struct PeopleParts {
    app::Office& office;
    net::Workers& workers;  // for the database
    net::Workers& hashing;  // for what hashes passwords: few threads and a short queue, so that a storm of log-ins
                            // neither fills the memory nor keeps the others waiting
    auth::Keeper& keeper;
    // The ways in by identity providers; null: none. Filled before anybody can ask, then only read.
    const app::OutsideWays* outside = nullptr;
    net::Workers* asking = nullptr;  // for those providers: one that hangs keeps only those waiting who go to it
};

void add_session_routes(Router&, const PeopleParts&);
void add_outside_routes(Router&, const PeopleParts&);
void add_people_routes(Router&, const PeopleParts&);
void add_rights_routes(Router&, const PeopleParts&);

}  // namespace praxis::http
