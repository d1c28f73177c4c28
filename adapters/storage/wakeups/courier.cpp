#include "adapters/storage/wakeups/courier.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::storage::wakeups {
namespace {

constexpr const char* kListen = "LISTEN praxis_wakeups";
constexpr const char* kNotify = "SELECT pg_notify('praxis_wakeups', $1)";
constexpr const char* kEverybody = "*";
constexpr std::size_t kPayloadMax = 7900;  // PostgreSQL takes 7999 bytes
constexpr std::chrono::milliseconds kAsleep{30'000}, kFirstPause{100}, kLongestPause{3000};

struct Free {
    void operator()(PGnotify* notification) const { PQfreemem(notification); }
};

std::string payload_of(const Topics& topics) {
    std::string text;
    for (const std::string& topic : topics) text += (text.empty() ? "" : "\n") + topic;
    return text.size() <= kPayloadMax ? text : kEverybody;
}

}  // namespace

Courier::Courier(std::string url, std::string who, std::chrono::milliseconds together, Alarm& alarm)
    : url_(std::move(url)),
      who_(std::move(who)),
      together_(together),
      alarm_(alarm),
      bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this] { carry_on(); }) {}

Courier::~Courier() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    interrupt();
    thread_.join();
    ::close(bell_);
}

void Courier::send(std::string_view topic) {
    {
        const std::lock_guard guard(mutex_);
        const bool first = waiting_.empty();
        if (waiting_.find(topic) == waiting_.end()) waiting_.emplace(topic);
        if (!first) return;
    }
    interrupt();
}

void Courier::interrupt() const {
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = ::write(bell_, &once, sizeof once);
}

void Courier::carry_on() {
    for (auto pause = kFirstPause;;) {
        {
            const std::lock_guard guard(mutex_);
            if (stopping_) return;
        }
        if (connection_ || connect()) {
            pause = kFirstPause;
            carry();
        } else {
            wait(pause);
            pause = std::min(pause * 2, kLongestPause);
        }
    }
}

bool Courier::connect() {
    try {
        connection_ = std::make_unique<postgres::Connection>(url_, who_);
        connection_->script(kListen);
    } catch (const StorageError&) {
        connection_.reset();
        return false;
    }
    alarm_.wake_all();
    return true;
}

// One round; drops the connection when it is broken.
void Courier::carry() {
    bool has_waiting = false;
    {
        const std::lock_guard guard(mutex_);
        has_waiting = !waiting_.empty();
    }
    try {
        if (has_waiting) {
            std::this_thread::sleep_for(together_);
            send_waiting();
        } else {
            wait(kAsleep);
        }
        receive();
    } catch (const StorageError&) {
        connection_.reset();
    }
}

// Until the bell rings, the server says something, or so long.
void Courier::wait(std::chrono::milliseconds most) {
    std::array<pollfd, 2> sources = {pollfd{bell_, POLLIN, 0},
                                     pollfd{connection_ ? PQsocket(connection_->handle()) : -1, POLLIN, 0}};
    ::poll(sources.data(), sources.size(), static_cast<int>(most.count()));
    std::uint64_t rung = 0;
    [[maybe_unused]] const auto got = ::read(bell_, &rung, sizeof rung);
}

void Courier::receive() {
    PGconn* handle = connection_->handle();
    if (PQconsumeInput(handle) == 0) throw StorageError(Fault::unavailable, "the listening connection broke");
    while (const std::unique_ptr<PGnotify, Free> notification{PQnotifies(handle)}) {
        if (notification->be_pid == PQbackendPID(handle)) continue;
        std::string_view topics = notification->extra;
        if (topics == kEverybody) alarm_.wake_all();
        while (!topics.empty()) {
            const std::size_t end = topics.find('\n');
            alarm_.wake(topics.substr(0, end));
            topics = end == std::string_view::npos ? std::string_view() : topics.substr(end + 1);
        }
    }
}

void Courier::send_waiting() {
    Topics topics;
    {
        const std::lock_guard guard(mutex_);
        topics = std::exchange(waiting_, {});
    }
    try {
        connection_->run(kNotify, payload_of(topics));
    } catch (const StorageError&) {
        const std::lock_guard guard(mutex_);
        waiting_.merge(topics);
        throw;
    }
}

}  // namespace praxis::storage::wakeups
