// Wakes the listeners of one program: gathers topics for a moment, then calls who listens to them, on a thread of its
// own; calls everybody at least every `poll_ms`. Any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include "adapters/storage/wakeups.hpp"

namespace praxis::storage::wakeups {

using Topics = std::set<std::string, std::less<>>;

class Alarm final : public app::Wakeups {
public:
    explicit Alarm(const WakeupSettings&);
    ~Alarm() override;
    Alarm(const Alarm&) = delete;

    void wake(std::string_view topic) override;
    void wake_all();
    [[nodiscard]] std::unique_ptr<Listening> listen(std::string topic, Woken woken) override;

private:
    struct Listener {
        std::string topic;
        std::mutex calling;
        Woken woken;  // empty: it listens no more
    };
    struct Listens;
    using Clock = std::chrono::steady_clock;
    using Listeners = std::list<std::shared_ptr<Listener>>;

    void ring_on();
    void ring(const Topics&, bool everybody);
    void leave(Listener&);

    const std::chrono::milliseconds together_, poll_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Topics topics_;
    bool everybody_ = false, stopping_ = false;
    Listeners listeners_;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace praxis::storage::wakeups
