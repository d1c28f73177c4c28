// What the routes of strategies work with. Owner: program; everything in it outlives the router.
#pragma once

#include "app/strategies/strategies.hpp"
#include "server/http/router.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

struct StrategyParts {
    app::StrategyDesk& desk;
    net::Workers& workers;
};

void add_strategy_routes(Router&, const StrategyParts&);

}  // namespace praxis::http
