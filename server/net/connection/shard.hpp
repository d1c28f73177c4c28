// One thread with its event loop, and what all connections share. Connections register with their shard as guests, so
// that a stop can reach them. Inside server/net only.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <list>
#include <optional>
#include <thread>

#include "server/net/listener.hpp"

namespace praxis::net::connection {

struct Counters {
    std::atomic<std::uint64_t> connections{0}, sockets{0}, accepted{0}, refused{0}, starved{0}, faults{0};
};

struct Shared {
    Shared(ListenerSettings given, Site& answers) : settings(std::move(given)), site(answers) {}
    const ListenerSettings settings;
    Site& site;
    Counters counters;
    std::atomic<bool> stopping{false};
};

struct Counted {
    explicit Counted(std::atomic<std::uint64_t>& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(const Counted&) = delete;
    std::atomic<std::uint64_t>& count_;
};

// A connection as a stop sees it; called on the shard's thread.
class Guest {
public:
    virtual ~Guest() = default;
    virtual void wind_down() = 0;  // end when idle, finish what is begun
    virtual void cut() = 0;        // end now
};

struct Shard {
    // Outlive the loop, whose last coroutines still leave them.
    std::list<Guest*> guests;  // this thread only
    std::atomic<std::uint64_t> connections{0};
    boost::asio::io_context loop{1};
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> busy{loop.get_executor()};
    std::thread thread;
};

// While it lives, the guest is on its shard's list.
class Registration {
public:
    Registration(Shard& shard, Guest& guest)
        : guests_(shard.guests), place_(shard.guests.insert(shard.guests.end(), &guest)) {}
    ~Registration() { guests_.erase(place_); }
    Registration(const Registration&) = delete;

private:
    std::list<Guest*>& guests_;
    std::list<Guest*>::iterator place_;
};

}  // namespace praxis::net::connection
