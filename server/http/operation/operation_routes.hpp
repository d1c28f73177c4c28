// What those who run an installation ask: is it alive (/healthz), can it serve (/readyz), what does it count
// (/metrics). Owner: program.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "server/http/router.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/workers.hpp"

namespace praxis::http {

// Whether this node should get requests: all its checks are well and it is not stopping. Any thread.
class Readiness {
public:
    struct Check {
        std::string name;                  // "database"
        std::function<std::string()> ask;  // empty: well; else why not, for those who run it. May block.
    };
    explicit Readiness(std::vector<Check> checks) : checks_(std::move(checks)) {}

    void wind_down() { stopping_ = true; }
    bool stopping() const { return stopping_; }
    // Name and trouble of each check. Asks again when the last time is a second ago and nobody else is asking. Blocks.
    std::vector<std::pair<std::string, std::string>> look();

private:
    const std::vector<Check> checks_;
    std::atomic<bool> stopping_{false};
    std::mutex asking_, lock_;  // in this order
    std::int64_t looked_ms_ = 0;
    std::vector<std::pair<std::string, std::string>> found_;
};

struct Operation {
    Readiness& readiness;
    metrics::Registry& metrics;
    net::Workers& workers;
    std::string metrics_token;  // of /metrics as a Bearer token; empty: only this machine itself may read them
};
void add_operation_routes(Router&, Operation);

}  // namespace praxis::http
