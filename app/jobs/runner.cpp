#include "app/jobs/runner.hpp"

#include <algorithm>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

#include "app/ports/store_trouble.hpp"

namespace praxis::app {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Regular {
    milliseconds often;
    std::function<void()> act;
    SteadyClock::time_point next;
};

// What came of one attempt, with what only the log is told.
struct Came {
    JobEnd end;
    std::string detail;
};

Came failed(const JobWork& work, const Job& job, const JobTrouble& trouble, const std::string& detail) {
    const bool once_more = trouble.again && job.attempts < work.patience.attempts();
    const std::int64_t wait = once_more ? wait_after(work.patience, job.attempts, job.id, trouble.rest_ms) : 0;
    return {{once_more ? JobState::waiting : JobState::dead, wait, trouble.what()}, detail};
}

// A job that was taken oftener than it may be tried ended its nodes, or was cut off each time.
bool ended_its_nodes(const JobWork& work, const Job& job) {
    return job.attempts > work.patience.attempts();
}

Came attempt(const JobWork& work, const Job& job, const std::function<bool()>& go_on) {
    if (ended_its_nodes(work, job))
        return {{JobState::dead, 0, "It was begun several times and never came to an end."}, {}};
    try {
        work.act({job, job.attempts >= work.patience.attempts(), go_on});
        return {};
    } catch (const JobTrouble& trouble) {
        return failed(work, job, trouble, {});
    } catch (const StoreTrouble& trouble) {
        return failed(work, job, {true, "The database was in trouble."}, trouble.what());
    } catch (const std::exception& error) {
        return failed(work, job, {true, "The program was in trouble; its log says more."}, error.what());
    }
}

}  // namespace

struct JobRunner::Parts {
    Parts(JobQueue& from, Wakeups& by, JobWatch& seen_by, RunnerSettings told)
        : queue(from), wakeups(by), watch(seen_by), settings(std::move(told)) {}

    void work(const JobLane& lane) {
        std::vector<std::string> kinds;
        for (const JobWork& one : lane.works) kinds.push_back(one.kind);
        std::uint64_t seen = 0;
        while (!is_stopping()) {
            bool well = true;
            const auto job = take(kinds, well);
            if (job)
                run(lane, *job);
            else
                wait(seen, well);
        }
    }

    std::optional<Job> take(const std::vector<std::string>& kinds, bool& well) {
        try {
            return queue.take(kinds, settings.lease);
        } catch (const std::exception& error) {
            watch.in_trouble(error.what());
            well = false;
            return std::nullopt;
        }
    }

    // Until there may be something new. After trouble nobody is woken at once, or a database that is away would be
    // asked without a pause.
    void wait(std::uint64_t& seen, bool well) {
        std::unique_lock guard(mutex);
        if (well)
            changed.wait(guard, [&] { return stopping || woken != seen; });
        else
            changed.wait_for(guard, settings.rest, [&] { return stopping; });
        seen = woken;
    }

    void run(const JobLane& lane, const Job& job) {
        const auto work = std::find_if(lane.works.begin(), lane.works.end(),
                                       [&](const JobWork& one) { return one.kind == job.kind; });
        const auto began = SteadyClock::now();
        std::list<Job>::iterator mine;
        {
            const std::lock_guard guard(mutex);
            mine = running.insert(running.end(), job);
        }
        const Came came = attempt(*work, job, [this] { return !is_stopping(); });
        settle(job, came);
        {
            const std::lock_guard guard(mutex);
            running.erase(mine);
        }
        watch.ended(job, came.end, std::chrono::duration_cast<milliseconds>(SteadyClock::now() - began), came.detail);
    }

    // If the store stays away for longer than the lease the job is done once more: by whoever takes it then.
    void settle(const Job& job, const Came& came) {
        const auto until = SteadyClock::now() + milliseconds(settings.lease.length_ms);
        while (true) {
            try {
                queue.settle(job, settings.lease.node, came.end);
                return;
            } catch (const std::exception& error) {
                watch.in_trouble(error.what());
                if (SteadyClock::now() >= until) return;
                std::this_thread::sleep_for(settings.rest);
            }
        }
    }

    void keep_leases() {
        std::unique_lock guard(mutex);
        while (!over) {
            changed.wait_for(guard, milliseconds(settings.lease.length_ms / 3), [&] { return over; });
            const std::vector<Job> held(running.begin(), running.end());
            guard.unlock();
            for (const Job& job : held) renew(job);
            guard.lock();
        }
    }

    void renew(const Job& job) {
        try {
            queue.renew(job, settings.lease);
        } catch (const std::exception& error) {
            watch.in_trouble(error.what());
        }
    }

    void do_regularly() {
        for (Regular& one : regulars) one.next = SteadyClock::now();
        while (!is_stopping()) {
            auto next = SteadyClock::now() + std::chrono::hours(1);
            for (Regular& one : regulars) {
                if (SteadyClock::now() >= one.next) act(one);
                next = std::min(next, one.next);
            }
            std::unique_lock guard(mutex);
            changed.wait_until(guard, next, [&] { return stopping; });
        }
    }

    void act(Regular& one) {
        try {
            one.act();
        } catch (const std::exception& error) {
            watch.in_trouble(error.what());
        }
        one.next = SteadyClock::now() + one.often;
    }

    bool is_stopping() {
        const std::lock_guard guard(mutex);
        return stopping;
    }

    JobQueue& queue;
    Wakeups& wakeups;
    JobWatch& watch;
    const RunnerSettings settings;
    std::list<JobLane> lanes;
    std::vector<Regular> regulars;
    std::mutex mutex;
    std::condition_variable changed;
    std::uint64_t woken = 1;
    bool stopping = false, over = false;
    std::list<Job> running;
    std::vector<std::thread> threads;  // of the lanes and of what is done regularly
    std::size_t left = 0;              // of them
    std::thread heartbeat;
    std::unique_ptr<Wakeups::Listening> listening;
};

JobRunner::JobRunner(JobQueue& queue, Wakeups& wakeups, JobWatch& watch, RunnerSettings settings)
    : parts_(std::make_unique<Parts>(queue, wakeups, watch, std::move(settings))) {}

JobRunner::~JobRunner() {
    stop(std::chrono::hours(24));
}

void JobRunner::add(JobLane lane) {
    parts_->lanes.push_back(std::move(lane));
}

void JobRunner::every(milliseconds often, std::function<void()> act) {
    parts_->regulars.push_back({often, std::move(act), {}});
}

void JobRunner::start() {
    Parts& parts = *parts_;
    const auto launch = [&parts](auto work) {
        const std::lock_guard guard(parts.mutex);
        ++parts.left;
        parts.threads.emplace_back([&parts, work] {
            work();
            const std::lock_guard ending(parts.mutex);
            --parts.left;
            parts.changed.notify_all();
        });
    };
    parts.listening = parts.wakeups.listen(std::string(kJobsTopic), [&parts] {
        const std::lock_guard guard(parts.mutex);
        ++parts.woken;
        parts.changed.notify_all();
    });
    for (const JobLane& lane : parts.lanes)
        for (unsigned i = 0; i < lane.threads; ++i) launch([&parts, &lane] { parts.work(lane); });
    launch([&parts] { parts.do_regularly(); });
    parts.heartbeat = std::thread([&parts] { parts.keep_leases(); });
}

void JobRunner::wind_down() {
    const std::lock_guard guard(parts_->mutex);
    parts_->stopping = true;
    parts_->changed.notify_all();
}

bool JobRunner::stop(milliseconds most) {
    Parts& parts = *parts_;
    {
        std::unique_lock guard(parts.mutex);
        parts.stopping = true;
        parts.changed.notify_all();
        if (!parts.changed.wait_for(guard, most, [&] { return parts.left == 0; })) return false;
        parts.over = true;
        parts.changed.notify_all();
    }
    parts.listening.reset();
    for (std::thread& thread : parts.threads) thread.join();
    parts.threads.clear();
    if (parts.heartbeat.joinable()) parts.heartbeat.join();
    return true;
}

}  // namespace praxis::app
