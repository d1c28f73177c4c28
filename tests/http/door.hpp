// A listener on a free port that serves a small site for the tests of the door itself: it says back what it got, and
// misbehaves where asked to.
#pragma once

#include <atomic>
#include <latch>
#include <memory>
#include <string>

#include "server/net/listener.hpp"
#include "server/net/workers.hpp"
#include "tests/http/raw_client.hpp"

namespace praxis::tests {

// /echo gives method, path, query, peer and body back; /slow answers after its latch; /throw and /unsendable are
// faults; /big is a megabyte; bodies of /small may have 10 bytes, others 100'000.
// As WebSockets: /echo; /flood sends until the reader is cut; /throw; /refused (403); /late sends from another thread;
// /no-room says so and hangs up.
class EchoSite final : public net::Site {
public:
    net::Task<net::Response> answer(net::Request&) override;
    std::size_t body_limit(const net::Request&) const override;
    net::Task<net::Admission> admit(net::Request&) override;
    net::Response refuse(net::Refusal) const noexcept override;

    std::latch slow_begun{1}, slow_release{1};
    std::atomic<int> answered{0}, conversations{0};
    net::Workers workers{2, 100};

private:
    net::Task<void> converse(std::string path, net::WebSocket&);
};

class Door {
public:
    explicit Door(net::Limits limits = {}, net::Certificate = {}, bool behind_proxy = false);
    ~Door();

    EchoSite site;
    std::unique_ptr<net::Listener> listener;
    RawClient client(int receive_bytes = 0) const { return RawClient(listener->port(), receive_bytes); }
};

}  // namespace praxis::tests
