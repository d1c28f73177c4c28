// The filter that says who calls, and turns away what only looks like them: a bad token, and a change in somebody's
// session that no page of ours sent. Whether somebody is needed at all is the route's business (Call::who).
#pragma once

#include "server/auth/keeper.hpp"
#include "server/http/router.hpp"

namespace praxis::http {

Filter identifying(auth::Keeper&);

}  // namespace praxis::http
