// Connections that threads borrow and give back: at most so many, made when needed. One that is no longer usable is
// thrown away when it comes back or is about to be lent. `Connection` has `bool usable()`. Any thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace praxis::storage {

template <class Connection>
class Pool {
public:
    using Make = std::function<std::unique_ptr<Connection>()>;

    // Gives the connection back when it goes.
    class Borrowed {
    public:
        Borrowed(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        ~Borrowed() { pool_.give_back(std::move(connection_)); }
        Borrowed(const Borrowed&) = delete;
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Pool(unsigned most, Make make) : free_(most), make_(std::move(make)) {}

    // Waits while all are lent; throws what making one throws.
    Borrowed borrow() {
        std::unique_lock guard(mutex_);
        returned_.wait(guard, [this] { return free_ > 0; });
        --free_;
        while (!idle_.empty()) {
            std::unique_ptr<Connection> connection = std::move(idle_.back());
            idle_.pop_back();
            if (connection->usable()) return Borrowed(*this, std::move(connection));
        }
        guard.unlock();
        try {
            return Borrowed(*this, make_());
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

private:
    void give_back(std::unique_ptr<Connection> connection) {
        const bool usable = connection && connection->usable();
        {
            const std::lock_guard guard(mutex_);
            ++free_;
            if (usable) idle_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    unsigned free_;  // how many more may be lent
    const Make make_;
};

}  // namespace praxis::storage
