// Writes log entries to PostgreSQL: those that wait at one moment become one statement on a connection of its own, so
// that many writers share one wait for the disk. When the connection breaks it tries again for a while; entries whose
// fate that left open are looked up rather than refused. Any thread may append; the destructor finishes what waits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "adapters/storage/postgres/connection.hpp"

namespace praxis::storage::postgres {

class Appender {
public:
    Appender(std::string url, std::string who, std::chrono::milliseconds patience);
    ~Appender();
    Appender(const Appender&) = delete;

    void append(LogEntry, Appended done);

private:
    struct Waiting {
        LogEntry entry;
        Appended done;
    };

    void append_on();
    std::vector<Waiting> next_batch();
    void append_all(std::span<Waiting>);
    void append_patiently(std::span<Waiting>);
    void append_once(std::span<Waiting>);

    const std::string url_, who_;
    const std::chrono::milliseconds patience_;
    std::unique_ptr<Connection> connection_;  // its thread's only
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace praxis::storage::postgres
