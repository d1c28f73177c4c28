// What is remembered of how often something was tried: per key the instant its next try is due. Kept in memory for
// ordinary requests, in the database where a limit must hold over all nodes (log-ins). Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace praxis::app {

class RateState {
public:
    virtual ~RateState() = default;
    // Gives `change` what is kept for the key (0: nothing) and keeps what it gives back, as one step.
    virtual void update(const std::string& key, const std::function<std::int64_t(std::int64_t due_us)>& change) = 0;
};

}  // namespace praxis::app
