// A mail server on this machine that keeps what it is given, or takes nothing. Its own thread; one connection after the
// other.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/open_port.hpp"

namespace praxis::testing {

class MailServer {
public:
    MailServer();
    ~MailServer();
    MailServer(const MailServer&) = delete;

    std::uint16_t port() const { return port_.number(); }
    std::vector<std::string> letters() const;  // as they came, their texts decoded

    std::atomic<bool> takes{true};  // otherwise: 550

private:
    void serve();
    void talk(int connection);

    const tests::OpenPort port_;
    mutable std::mutex mutex_;
    std::vector<std::string> letters_;
    std::thread thread_;
};

}  // namespace praxis::testing
