// The one thread that writes to an SQLite file: it commits what waits together, so that many writers share one wait for
// the disk (group commit). It is also the only one to checkpoint. Jobs are run in the order they came; when a commit
// fails as a whole, each of its jobs is tried once more by itself, so that a job too big for the disk takes no other
// with it. Any thread may hand in jobs; the destructor finishes those that wait.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "adapters/storage/sqlite/connection.hpp"

namespace praxis::storage::sqlite {

class Writer {
public:
    enum class Manner : std::uint8_t {
        together,   // in a transaction with others
        statement,  // … and it is one statement, which by itself keeps all or nothing
        alone,      // outside any transaction
    };
    using Work = std::function<void(Connection&)>;
    using Done = std::function<void(const std::exception_ptr&)>;  // on the writer's thread; must not throw

    explicit Writer(const std::filesystem::path& file);
    ~Writer();
    Writer(const Writer&) = delete;

    void hand_in(Manner, Work, Done);
    // Waits until it is done; throws what it threw. Never call from a job.
    void run(Manner, Work);

private:
    struct Job {
        Manner manner;
        Work work;
        Done done;
        std::exception_ptr failure{};
    };

    void write_on();
    std::vector<Job> next_batch();
    void do_alone(Job&);
    void commit(std::span<Job>);
    bool commit_together(std::span<Job>);
    void attempt(Job&);

    Connection connection_;  // its thread's only
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> jobs_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace praxis::storage::sqlite
