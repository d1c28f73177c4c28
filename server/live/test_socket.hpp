// A socket without a network for the tests of what lives on one: work comes back to the thread that runs it, and what
// is sent is kept. Used by one thread, but `later`'s function by any.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>

#include "server/net/web_socket.hpp"

namespace praxis::live {

class TestSocket final : public net::WebSocket {
public:
    net::Task<std::optional<net::Frame>> receive() override { co_return std::nullopt; }
    void send(net::Frame frame) override { sent.push_back(std::move(frame)); }
    void hang_up(net::CloseCode, std::string) override {}
    std::size_t queued_bytes() const override { return 0; }
    std::function<void(Work)> later() override {
        return [this](Work work) {
            const std::lock_guard lock(mutex_);
            works_.push_back(std::move(work));
            came_.notify_one();
        };
    }
    void after(std::chrono::milliseconds, Work work) override { later()(std::move(work)); }
    void when_winding_down(Work) override {}

    // Waits for the next work that somebody gave and does it; false: none came within five seconds.
    bool run_one() {
        std::unique_lock lock(mutex_);
        if (!came_.wait_for(lock, std::chrono::seconds(5), [&] { return !works_.empty(); })) return false;
        const Work work = std::move(works_.front());
        works_.pop_front();
        lock.unlock();
        work();
        return true;
    }

    std::deque<net::Frame> sent;

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<Work> works_;
};

}  // namespace praxis::live
