// The door: accepts connections on one address and serves them from a number of shards, one thread and one event loop
// each; a connection stays on its shard for life. HTTP/1.1 and WebSocket, plain or TLS. Everything has a limit: header
// and body sizes, time to send them, idle time, connections, queued bytes. `stop` takes no new connection, lets running
// requests and conversations finish until the deadline, then cuts them. Owner: program. Threads: construct, start and
// stop from one thread. Errors: throws std::runtime_error when the address cannot be had or the certificate not read.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/net/site.hpp"

namespace praxis::net {

struct Limits {
    std::size_t header_bytes = 16 << 10;
    std::size_t frame_bytes = 64 << 10;    // one WebSocket message
    std::size_t queued_bytes = 512 << 10;  // to one slow reader
    std::size_t connections = 16'000;
    std::chrono::milliseconds header_time{10'000};  // from the first byte to the last of a header
    std::chrono::milliseconds body_time{60'000};
    std::chrono::milliseconds idle_time{75'000};     // between requests of one connection
    std::chrono::milliseconds silence_time{60'000};  // of a WebSocket; it is asked whether it lives before that
};

struct Address {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
};

struct Certificate {  // files in PEM; empty: plain
    std::string chain, key;
};

struct ListenerSettings {
    Address address;
    Certificate certificate;
    Limits limits;
    unsigned shards = 0;        // 0: one a core
    bool behind_proxy = false;  // X-Forwarded-For and -Proto are believed
};

struct ListenerCounts {
    std::uint64_t connections = 0, sockets = 0;  // open now
    std::uint64_t accepted = 0, refused = 0;     // since the start
};

class Listener {
public:
    Listener(ListenerSettings, Site&);
    ~Listener();
    Listener(const Listener&) = delete;

    void start();
    std::uint16_t port() const;
    // `winding_down` is called on the calling thread once no new connection is taken.
    void stop(std::chrono::milliseconds deadline, const std::function<void()>& winding_down = {});
    ListenerCounts counts() const;
    // Runs a Task on some shard, and work on all of them.
    void spawn(std::function<Task<void>()>);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::net
