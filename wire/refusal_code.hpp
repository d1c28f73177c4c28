// What a refusal is called at the door, over HTTP and in a running conversation alike: a word of the contract's
// ProblemCode. Pure; any thread.
#pragma once

#include <string_view>

#include "app/refusal.hpp"

namespace praxis::wire {

std::string_view code_of(app::Refused);

}  // namespace praxis::wire
