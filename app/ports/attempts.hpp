// Where attempts and their logs are kept. Calls block and belong on a worker, except `append`, which only queues. Any
// thread. Errors: StoreTrouble, thrown. An attempt is written by one node at a time: `claim` takes it for as long as
// the node lives (nodes.hpp), and the log's sequence is the fence behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/attempts/attempt.hpp"
#include "app/ports/store_trouble.hpp"

namespace praxis::app {

struct LogEntry {
    std::string tenant, attempt;
    std::int64_t seq = 0;  // 1, 2, 3 …: one entry is everything that happened in one turn
    std::int64_t at_ms = 0;
    std::string events;  // JSON lines; the first entry begins with the header
    // Set it when the same entry was appended before and `unavailable` came back: if it is there with this content, it
    // counts as kept instead of taken.
    bool again = false;
};

// What was judged of one behaviour: "pass", "fail", "uncertain", "not_applicable".
struct KeptVerdict {
    std::string behaviour, verdict;
};

struct AttemptQuery {
    std::string tenant;
    std::string person;  // empty: everybody's
    std::string after;   // an id: older ones than this
    std::size_t most = 50;
};

class Attempts {
public:
    virtual ~Attempts() = default;
    virtual void add(const Attempt&) = 0;
    virtual std::optional<Attempt> find(const std::string& tenant, const std::string& id) = 0;
    virtual std::vector<Attempt> list(const AttemptQuery&) = 0;  // newest first
    virtual void change(const Attempt&) = 0;                     // state, outcome, turns, times
    // The same with its verdicts, which are kept once: from then on they count in figures, and may be doubted.
    virtual void complete(const Attempt&, const std::vector<KeptVerdict>&) = 0;
    // False while it is another node's that lives, or when there is no such attempt.
    virtual bool claim(const std::string& tenant, const std::string& id, const std::string& node) = 0;
    // Lets others claim it at once; does nothing when it is not this node's.
    virtual void release(const std::string& tenant, const std::string& id, const std::string& node) = 0;
};

class AttemptLog {
public:
    using Done = std::function<void(std::optional<StoreTrouble>)>;
    virtual ~AttemptLog() = default;
    // Durable when `done` is called, on a thread of the store's: it must not block, throw, or ask the store. Entries
    // are written in the order they came.
    virtual void append(LogEntry, Done done) = 0;
    // The entries after `seq`, in order.
    virtual std::vector<LogEntry> since(const std::string& tenant, const std::string& attempt, std::int64_t seq) = 0;
};

}  // namespace praxis::app
