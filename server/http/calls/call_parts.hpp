// What the routes of real calls work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/calls/calls.hpp"
#include "server/http/router.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

struct CallParts {
    app::CallDesk& desk;
    net::Workers& workers;  // for the database
    net::Workers& judging;  // for what reads a whole call: few threads, so that an import keeps nobody else waiting
};

void add_call_routes(Router&, const CallParts&);

}  // namespace praxis::http
