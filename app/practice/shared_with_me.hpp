// What others share with who asks, as a list can show it: newest first. Blocks: a worker's work. Throws Refusal.
#pragma once

#include "app/practice/practice.hpp"

namespace praxis::app {

struct SharedAttempt {
    Attempt attempt;
    std::string name;  // of the person it belongs to
    std::int64_t shared_ms = 0;
};

// `after`: an attempt's id; those shared before it.
std::vector<SharedAttempt> list_shared_attempts(Practice&, const people::Principal&, const std::string& after,
                                                std::size_t most);

}  // namespace praxis::app
