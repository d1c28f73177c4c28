// Does something again and again, on a thread of its own, so that neither a jam of the workers nor a busy event loop
// can keep it from being done; until it goes. What is done must not throw.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace praxis::program {

class Pulse {
public:
    Pulse(std::chrono::milliseconds between, std::function<void()> beat)
        : thread_([this, between, beat = std::move(beat)] {
              std::unique_lock guard(mutex_);
              while (!ended_.wait_for(guard, between, [this] { return over_; })) {
                  guard.unlock();
                  beat();
                  guard.lock();
              }
          }) {}
    ~Pulse() {
        {
            const std::lock_guard guard(mutex_);
            over_ = true;
        }
        ended_.notify_one();
        thread_.join();
    }
    Pulse(const Pulse&) = delete;

private:
    std::mutex mutex_;
    std::condition_variable ended_;
    bool over_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace praxis::program
