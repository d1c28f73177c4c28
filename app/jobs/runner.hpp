// Takes jobs and does them, on threads of its own: never on an event loop. Each lane has its kinds and its threads, so
// that a mail server that hangs keeps no sweep waiting. What is running is held by a lease that is renewed while it
// runs: a node that dies gives its jobs to the others when the lease is over, and nothing runs twice at once. Woken by
// the wake-ups' topic and by their safety net. Owner: program. Errors: what work throws decides; see JobTrouble.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/jobs/patience.hpp"
#include "app/ports/wakeups.hpp"
#include "app/ports/work/jobs.hpp"

namespace praxis::app {

// Why a job was not done: a sentence for those who look after jobs, without secrets and without what anybody wrote.
struct JobTrouble : std::runtime_error {
    JobTrouble(bool worth_it, const std::string& sentence, std::int64_t rest = 0)
        : std::runtime_error(sentence), again(worth_it), rest_ms(rest) {}
    bool again;            // worth trying once more …
    std::int64_t rest_ms;  // … but not before, as whoever is asked for it says; see wait_after
};

// One attempt at a job.
struct JobRun {
    const Job& job;
    bool last = false;            // nothing comes after this attempt
    std::function<bool()> go_on;  // false: the node is stopping; what can be left for later is left
};

struct JobWork {
    std::string kind;
    JobPatience patience;
    // May run more than once for one job, so it must do no harm the second time. Anything thrown but JobTrouble counts
    // as worth another try, and its text goes to the log alone.
    std::function<void(const JobRun&)> act;
};

struct JobLane {
    unsigned threads = 1;
    std::vector<JobWork> works;
};

// What the runner tells of; from any of its threads. Must not block or throw.
class JobWatch {
public:
    virtual ~JobWatch() = default;
    virtual void ended(const Job&, const JobEnd&, std::chrono::milliseconds took, const std::string& detail) = 0;
    virtual void in_trouble(const std::string& detail) = 0;  // the store does not answer
};

struct RunnerSettings {
    JobLease lease;
    std::chrono::milliseconds rest{1000};  // after the store was in trouble
};

class JobRunner {
public:
    JobRunner(JobQueue&, Wakeups&, JobWatch&, RunnerSettings);
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;

    // Before `start`.
    void add(JobLane);
    // Done at the start and then this often, on a thread of its own; what it throws is told to the watch.
    void every(std::chrono::milliseconds, std::function<void()>);

    void start();
    // Takes nothing more; what runs is told by `go_on`.
    void wind_down();
    // The same, and waits for what is running, at most so long. False: something still runs, and the runner
    // must not be let go.
    bool stop(std::chrono::milliseconds most);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::app
