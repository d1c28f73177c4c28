// What app refuses, as the door tells it. Used in one filter, right inside the router's own.
#pragma once

#include "app/refusal.hpp"
#include "server/http/problem.hpp"
#include "server/http/router.hpp"

namespace praxis::http {

ApiError to_api_error(const app::Refusal&);

Filter telling_refusals();

}  // namespace praxis::http
