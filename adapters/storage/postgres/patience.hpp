// How long a call tries again while the server is away or others are in the way. One thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <thread>

namespace praxis::storage::postgres {

class Patience {
public:
    explicit Patience(std::chrono::milliseconds length) : until_(Clock::now() + length) {}

    // Waits a little longer each time; false when there is none left.
    bool wait() {
        if (Clock::now() >= until_) return false;
        std::this_thread::sleep_for(pause_);
        pause_ = std::min(pause_ * 2, std::chrono::milliseconds(200));
        return true;
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point until_;
    std::chrono::milliseconds pause_{2};
};

}  // namespace praxis::storage::postgres
