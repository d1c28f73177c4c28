// The conversations that are being held on this node, one coroutine each. What is answered was kept before: a turn is
// told once it is durable, so a killed server loses nothing that anybody saw. Whoever opens an attempt that is open
// already takes it over; the connection before is hung up with CloseCode::moved. Messages: contract/live.yaml. Owner:
// program; everything in it outlives the listener. Called from every shard.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/practice/practice.hpp"
#include "server/live/listening.hpp"
#include "server/live/speech.hpp"
#include "server/log/log.hpp"
#include "server/metrics/metrics.hpp"
#include "server/net/task.hpp"
#include "server/net/web_socket.hpp"
#include "server/net/workers.hpp"

namespace praxis::live {

struct LiveParts {
    app::Practice& practice;
    net::Workers& workers;
    log::Log& log;
    metrics::Registry& metrics;
    SpeechParts speech = {};
    HearingParts hearing = {};
};

struct Visitor {
    people::Principal who;
    std::string attempt;
    std::int64_t since = 0;  // the last entry they know of
};

class Rooms {
public:
    explicit Rooms(LiveParts);

    // Until the conversation is over or one side leaves. Never throws what an error means to a person: it tells them.
    net::Task<void> converse(Visitor, net::WebSocket&);
    // From any thread, after this node had been silent for so long that others could take what it holds.
    void claim_again();
    // What could not be let go of when its conversation ended. Blocks; from any thread, now and then.
    void let_go_of_the_rest();

private:
    struct Seat;
    class Taken;
    net::Task<void> wait_for(std::shared_ptr<Seat> before) const;
    std::shared_ptr<Seat> take(const Visitor&, const std::shared_ptr<Seat>& seat);
    void give_back(const Visitor&, const std::shared_ptr<Seat>& seat);
    void keep_for_later(const app::Attempt&);

    const LiveParts parts_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Seat>> seats_;  // by tenant and attempt
    std::vector<app::Attempt> unreleased_;
};

}  // namespace praxis::live
