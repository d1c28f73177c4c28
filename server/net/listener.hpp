// The door: accepts connections on one address and serves them from a number of shards, one thread and one event loop
// each; a connection stays on its shard for life. HTTP/1.1 and WebSocket, plain or TLS. Everything has a limit: header
// and body sizes, time to send them, idle time, connections, queued bytes. Owner: program. Threads: construct, start
// and stop from one thread; counts from any. Errors: throws std::runtime_error when the address cannot be had or the
// certificate not read.
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
    std::chrono::milliseconds header_time{10'000};   // from the first byte to the last of a header; a handshake too
    std::chrono::milliseconds body_time{60'000};     // to receive a body, and to send one
    std::chrono::milliseconds idle_time{75'000};     // between requests of one connection
    std::chrono::milliseconds silence_time{60'000};  // of a WebSocket; it is asked whether it lives before that
    std::chrono::milliseconds goodbye_time{3'000};   // for a slow reader to take what is left
};

struct Address {
    std::string host = "127.0.0.1";  // an address or a name; "::" and "0.0.0.0" are all interfaces
    std::uint16_t port = 8080;       // 0: any free one
};

struct Certificate {  // files in PEM; empty: plain
    std::string chain, key;
};

struct ListenerSettings {
    Address address;
    Certificate certificate;
    Limits limits;
    unsigned shards = 0;        // 0: one a core
    bool behind_proxy = false;  // the last entry of X-Forwarded-For, and X-Forwarded-Proto, are believed
};

struct ListenerCounts {
    std::uint64_t connections = 0, sockets = 0;  // open now
    std::uint64_t accepted = 0;                  // since the start
    std::uint64_t refused = 0;                   // … because of too many connections
    std::uint64_t starved = 0;                   // … times there was no descriptor left to accept with
    std::uint64_t faults = 0;                    // … errors of this program that ended a request or a connection
};

class Listener {
public:
    Listener(ListenerSettings, Site&);
    // Stops, and waits for what is still running for as long as it takes.
    ~Listener();
    Listener(const Listener&) = delete;

    void start();
    std::uint16_t port() const;
    // Takes no new connection, calls `winding_down` on this thread, lets running requests and conversations finish
    // until the deadline, then cuts them. Gives the number of those that did not end even so, because they wait for
    // something else: with any but 0 the Site must not be destroyed; ending the process is what is left.
    std::uint64_t stop(std::chrono::milliseconds deadline, const std::function<void()>& winding_down = {});
    // Reads the certificate's files again; connections from now on get it. Throws and changes nothing if it is bad.
    void renew_certificate();
    ListenerCounts counts() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::net
