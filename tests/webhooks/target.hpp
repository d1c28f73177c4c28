// A receiver of webhooks on this machine: keeps what it was sent and answers as it is told, badly if need be. Its own
// thread takes one connection after the other.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/open_port.hpp"

namespace praxis::testing {

enum class Manner {
    answers,    // with `status`
    hangs,      // takes the request and says nothing
    floods,     // 200, and then ten megabytes
    redirects,  // to itself
    hangs_up,   // without a word
    dribbles,   // a byte of an answer a second
};

struct Received {
    std::string line;                            // "POST /in HTTP/1.1"
    std::map<std::string, std::string> headers;  // names in small letters
    std::string body;
};

class Target {
public:
    Target();
    ~Target();
    Target(const Target&) = delete;

    std::string url(const std::string& scheme = "http") const;
    std::vector<Received> received() const;
    void ask_for_rest(const std::string& retry_after);  // with every answer; empty: no more

    std::atomic<Manner> manner{Manner::answers};
    std::atomic<int> status{200};

private:
    void serve();
    void answer(int connection);
    void say(int connection, const std::string& text) const;

    const tests::OpenPort port_;
    std::atomic<bool> stopping_{false};
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::string rest_;
    std::thread thread_;
};

}  // namespace praxis::testing
