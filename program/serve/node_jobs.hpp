// The jobs of one node: which there are, who does them, and what is counted and logged of them. Owner: program; one
// thread but for what runs by itself.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "app/access/office.hpp"
#include "app/ports/mail.hpp"
#include "app/ports/wakeups.hpp"
#include "app/ports/work/jobs.hpp"
#include "app/ports/work/webhooks.hpp"
#include "server/log/log.hpp"
#include "server/metrics/metrics.hpp"

namespace praxis::program {

struct JobParts {
    app::Office& office;
    app::JobQueue& queue;
    app::Wakeups& wakeups;
    log::Log& log;
    metrics::Registry& metrics;
    app::WebhookPoster& poster;
    app::Mail* mail = nullptr;             // null: letters are left alone
    std::function<void()> people_changed;  // a company went: whoever is remembered as logged in is asked for again
};

class NodeJobs {
public:
    explicit NodeJobs(const JobParts&);
    ~NodeJobs();
    NodeJobs(const NodeJobs&) = delete;

    void start();
    void wind_down();  // takes nothing more
    // Waits for what runs, at most so long; false: something still does.
    bool stop(std::chrono::milliseconds most);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::program
