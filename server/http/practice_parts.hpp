// What the routes of practising work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/practice/practice.hpp"
#include "server/auth/keeper.hpp"
#include "server/http/router.hpp"
#include "server/live/rooms.hpp"

namespace praxis::http {

struct PracticeParts {
    app::Practice& practice;
    net::Workers& workers;
    auth::Keeper& keeper;
    live::Rooms& rooms;
};

void add_practice_routes(Router&, const PracticeParts&);

}  // namespace praxis::http
