// An identity provider tells of its own accord that somebody has logged out there (OpenID Connect Back-Channel Logout):
// their sessions here that came by its way end, the one it names or all of them, and no other; a password's stay. The
// same token again, or one that was held back, ends nothing that was opened since it was made. Blocks on network and
// database: a worker's work. Errors: OutsideRefusal.
#pragma once

#include <string>
#include <vector>

#include "app/access/sign_in_outside.hpp"

namespace praxis::app {

struct LoggedOut {
    std::string tenant;
    std::vector<std::string> people;  // whose sessions ended; none is no fault: they may be over
};
LoggedOut log_out_from_outside(Office&, const OutsideWay&, const std::string& token);

}  // namespace praxis::app
