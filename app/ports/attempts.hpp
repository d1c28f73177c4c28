// Where attempts and their logs are kept. Calls block and belong on a worker, except `append`, which only queues.
// Errors: StoreTrouble, thrown; its text is for logs, its kind for people. An attempt is written by one node at a time:
// `claim` takes its lease, and the log's sequence is the fence behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/attempts/attempt.hpp"

namespace praxis::app {

enum class Trouble : std::uint8_t {
    taken,        // somebody else wrote it first
    missing,      // it is not there
    unavailable,  // the database does not answer: worth trying again
    full,         // no room: nothing was kept
    broken,
};

struct StoreTrouble : std::runtime_error {
    StoreTrouble(Trouble what_kind, const std::string& detail) : std::runtime_error(detail), kind(what_kind) {}
    Trouble kind;
};

struct LogEntry {
    std::string tenant, attempt;
    std::int64_t seq = 0;  // 1, 2, 3 …: one entry is everything that happened in one turn
    std::int64_t at_ms = 0;
    std::string events;  // JSON lines; the first entry begins with the header
};

struct AttemptQuery {
    std::string tenant;
    std::string person;  // empty: everybody's
    std::string after;   // an id: older ones than this
    std::size_t most = 50;
};

struct Lease {
    std::string node;
    std::int64_t now_ms = 0, until_ms = 0;
};

class Attempts {
public:
    virtual ~Attempts() = default;
    virtual void add(const Attempt&) = 0;
    virtual std::optional<Attempt> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Attempt> list(const AttemptQuery&) = 0;  // newest first
    virtual void change(const Attempt&) = 0;                     // state, outcome, turns, times
    // Takes or renews the lease; false while another node's runs.
    virtual bool claim(const std::string& tenant, const std::string& id, const Lease&) = 0;
    virtual void release(const std::string& tenant, const std::string& id, const std::string& node) = 0;
};

class AttemptLog {
public:
    using Done = std::function<void(std::optional<StoreTrouble>)>;
    virtual ~AttemptLog() = default;
    // Durable when `done` is called, on a thread of the store's.
    virtual void append(LogEntry, Done done) = 0;
    virtual std::vector<LogEntry> since(const std::string& tenant, const std::string& attempt, std::int64_t seq) = 0;
};

}  // namespace praxis::app
