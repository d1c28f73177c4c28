// Carries topics between the nodes of a PostgreSQL database by NOTIFY and LISTEN, on one connection and one thread.
// What this node sent is not brought back to it. Keeps what could not be sent until the server is back, and then has
// everybody woken, since others may have called meanwhile. Any thread may send.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "adapters/storage/postgres/connection.hpp"
#include "adapters/storage/wakeups/alarm.hpp"

namespace praxis::storage::wakeups {

class Courier {
public:
    // `alarm` must outlive it.
    Courier(std::string url, std::string who, std::chrono::milliseconds together, Alarm& alarm);
    ~Courier();
    Courier(const Courier&) = delete;

    void send(std::string_view topic);

private:
    using Clock = std::chrono::steady_clock;

    void carry_on();
    bool connect();
    void carry();
    void wait(std::chrono::milliseconds most);
    void receive();
    void send_waiting();
    void interrupt() const;

    const std::string url_, who_;
    const std::chrono::milliseconds together_;
    Alarm& alarm_;
    std::unique_ptr<postgres::Connection> connection_;  // its thread's only
    std::mutex mutex_;
    Topics waiting_;
    bool stopping_ = false;
    int bell_ = -1;       // an eventfd that ends the wait
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace praxis::storage::wakeups
