#include "adapters/storage/sqlite/writer.hpp"

#include <future>

namespace praxis::storage::sqlite {
namespace {

constexpr std::size_t kBatchMax = 512;

}  // namespace

Writer::Writer(const std::filesystem::path& file)
    : connection_(file, Connection::Purpose::writing), thread_([this] { write_on(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void Writer::hand_in(Manner manner, Work work, Done done) {
    {
        const std::lock_guard guard(mutex_);
        jobs_.push_back({manner, std::move(work), std::move(done)});
    }
    arrived_.notify_one();
}

void Writer::run(Manner manner, Work work) {
    // Shared: the writer may still be inside set_value when the wait is over.
    const auto finished = std::make_shared<std::promise<void>>();
    hand_in(manner, std::move(work), [finished](const std::exception_ptr& failure) {
        failure ? finished->set_exception(failure) : finished->set_value();
    });
    finished->get_future().get();
}

void Writer::write_on() {
    for (std::vector<Job> batch = next_batch(); !batch.empty(); batch = next_batch()) {
        if (batch.front().manner == Manner::alone)
            do_alone(batch.front());
        else
            commit(batch);
        for (Job& job : batch) job.done(job.failure);
    }
}

std::vector<Writer::Job> Writer::next_batch() {
    std::unique_lock guard(mutex_);
    arrived_.wait(guard, [this] { return stopping_ || !jobs_.empty(); });
    std::vector<Job> batch;
    while (!jobs_.empty() && batch.size() < kBatchMax) {
        const bool alone = jobs_.front().manner == Manner::alone;
        if (alone && !batch.empty()) break;
        batch.push_back(std::move(jobs_.front()));
        jobs_.pop_front();
        if (alone) break;
    }
    return batch;
}

void Writer::do_alone(Job& job) {
    try {
        job.work(connection_);
    } catch (...) {
        job.failure = std::current_exception();
    }
    connection_.roll_back();
}

void Writer::commit(std::span<Job> batch) {
    if (commit_together(batch) || batch.size() == 1) return;
    for (Job& job : batch) commit_together({&job, 1});
}

// False: nothing was kept, and every job has a failure.
bool Writer::commit_together(std::span<Job> batch) {
    for (Job& job : batch) job.failure = nullptr;
    try {
        connection_.run("BEGIN IMMEDIATE");
        for (Job& job : batch) attempt(job);
        connection_.run("COMMIT");
        return true;
    } catch (...) {
        const std::exception_ptr failure = std::current_exception();
        connection_.roll_back();
        for (Job& job : batch)
            if (!job.failure) job.failure = failure;
        return false;
    }
}

// A savepoint each, so that a job that fails takes nothing of the others with it. Throws when it took the transaction.
void Writer::attempt(Job& job) {
    const bool guarded = job.manner == Manner::together;
    if (guarded) connection_.run("SAVEPOINT job");
    try {
        job.work(connection_);
    } catch (...) {
        job.failure = std::current_exception();
    }
    const std::optional<StorageError> spoilt = connection_.take_failure();
    if (spoilt && !job.failure) job.failure = std::make_exception_ptr(*spoilt);
    if (!connection_.within())
        throw spoilt.value_or(StorageError(Fault::broken, "a job ended the transaction it was in"));
    if (guarded && job.failure) connection_.run("ROLLBACK TO job");
    if (guarded) connection_.run("RELEASE job");
}

}  // namespace praxis::storage::sqlite
