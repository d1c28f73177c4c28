// Who stands behind a secret that came with a request. Sees that sessions and tokens run out, and that who was
// suspended or erased is nobody. Blocks on the database: a worker's work.
#pragma once

#include <optional>
#include <string_view>

#include "app/access/office.hpp"

namespace praxis::app {

std::optional<people::Principal> identify_session(Office&, std::string_view secret);
std::optional<people::Principal> identify_token(Office&, std::string_view secret);

}  // namespace praxis::app
