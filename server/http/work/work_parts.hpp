// What the routes of webhooks and jobs work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/webhooks/webhooks.hpp"
#include "server/http/router.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

struct WorkParts {
    app::WebhookDesk& desk;
    net::Workers& workers;
};

void add_work_routes(Router&, const WorkParts&);

}  // namespace praxis::http
