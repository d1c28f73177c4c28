// Work that outlives the request that asked for it: left in the transaction of what it follows from, taken by one node
// at a time under a lease, tried again when it fails, and laid aside as dead when that does not help. Any thread; calls
// block. Errors: StoreTrouble.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::app {

enum class JobState : std::uint8_t { waiting, running, done, dead };
std::string_view name(JobState);
std::optional<JobState> job_state_named(std::string_view);

struct Job {
    std::string tenant;  // empty: of the installation
    std::string id;
    std::string kind;   // "mail.invitation"
    std::string body;   // what is to be done, as its kind writes it; emptied when it is done
    std::string about;  // the id of whom or what it is about, for those who look after jobs; empty: nobody
    JobState state = JobState::waiting;
    int attempts = 0;
    std::int64_t run_after_ms = 0, created_ms = 0;
    std::optional<std::int64_t> done_ms;
    std::string last_error;  // a sentence of ours, without secrets
};

struct NewJob {
    std::string tenant, id, kind, body, about;
    std::string once;          // of two with the same one, of a tenant, only the first is kept; empty: any number
    std::int64_t wait_ms = 0;  // not before so long from now
    std::int64_t created_ms = 0;
};

struct JobQuery {
    std::string tenant;
    std::optional<JobState> state;
    std::string after;  // an id: older ones than this
    std::size_t most = 50;
};

// Used inside a transaction of the Registry.
class JobRegister {
public:
    virtual ~JobRegister() = default;
    virtual bool add(const NewJob&) = 0;                 // false: there is one with its `once` already
    virtual std::vector<Job> list(const JobQuery&) = 0;  // newest first
    virtual std::optional<Job> find(const std::string& tenant, const std::string& id) = 0;
    virtual bool retry(const std::string& tenant, const std::string& id) = 0;  // false: it is not dead
};

struct JobLease {
    std::string node;
    std::int64_t length_ms = 15'000;  // at most a minute
};

struct JobEnd {
    JobState state = JobState::done;  // or waiting: once more after `wait_ms`; or dead
    std::int64_t wait_ms = 0;
    std::string error;
};

struct QueueFigures {
    std::int64_t waiting = 0, running = 0, dead = 0;
    std::int64_t oldest_ms = 0;  // how long the one that is due longest has been waiting
};

// Time is the store's own clock, one for all nodes.
class JobQueue {
public:
    virtual ~JobQueue() = default;
    // The one that is due longest of these kinds, running from now on and counted as one more attempt; also one whose
    // lease has run out. Never two of one kind about the same thing at once.
    virtual std::optional<Job> take(const std::vector<std::string>& kinds, const JobLease&) = 0;
    // False: it is not this node's any more.
    virtual bool renew(const Job&, const JobLease&) = 0;
    // Only while it is still the same attempt of the same node; otherwise nothing happens and it is false.
    virtual bool settle(const Job&, const std::string& node, const JobEnd&) = 0;
    virtual QueueFigures figures() = 0;
};

// What wakes those who take jobs.
inline constexpr std::string_view kJobsTopic = "jobs";

}  // namespace praxis::app
