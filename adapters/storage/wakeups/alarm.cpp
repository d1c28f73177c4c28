#include "adapters/storage/wakeups/alarm.hpp"

#include <utility>

namespace praxis::storage::wakeups {

struct Alarm::Listens final : Listening {
    Listens(Alarm& one, std::shared_ptr<Listener> who) : alarm(one), listener(std::move(who)) {}
    ~Listens() override { alarm.leave(*listener); }
    Alarm& alarm;
    std::shared_ptr<Listener> listener;
};

Alarm::Alarm(const WakeupSettings& settings)
    : together_(settings.together_ms), poll_(settings.poll_ms), thread_([this] { ring_on(); }) {}

Alarm::~Alarm() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Alarm::wake(std::string_view topic) {
    {
        const std::lock_guard guard(mutex_);
        if (topics_.find(topic) != topics_.end()) return;
        topics_.emplace(topic);
    }
    changed_.notify_one();
}

void Alarm::wake_all() {
    {
        const std::lock_guard guard(mutex_);
        everybody_ = true;
    }
    changed_.notify_one();
}

std::unique_ptr<app::Wakeups::Listening> Alarm::listen(std::string topic, Woken woken) {
    auto listener = std::make_shared<Listener>();
    listener->topic = std::move(topic);
    listener->woken = std::move(woken);
    {
        const std::lock_guard guard(mutex_);
        listeners_.push_back(listener);
    }
    return std::make_unique<Listens>(*this, std::move(listener));
}

// Waits for a call that is going on.
void Alarm::leave(Listener& listener) {
    {
        const std::lock_guard guard(mutex_);
        listeners_.remove_if([&](const std::shared_ptr<Listener>& one) { return one.get() == &listener; });
    }
    const std::lock_guard guard(listener.calling);
    listener.woken = nullptr;
}

void Alarm::ring_on() {
    auto next_poll = Clock::now() + poll_;
    std::unique_lock guard(mutex_);
    while (!stopping_) {
        const bool woken =
            changed_.wait_until(guard, next_poll, [this] { return stopping_ || everybody_ || !topics_.empty(); });
        if (woken && changed_.wait_for(guard, together_, [this] { return stopping_; })) return;
        const Topics topics = std::exchange(topics_, {});
        const bool everybody = std::exchange(everybody_, false) || Clock::now() >= next_poll;
        if (everybody) next_poll = Clock::now() + poll_;
        guard.unlock();
        ring(topics, everybody);
        guard.lock();
    }
}

void Alarm::ring(const Topics& topics, bool everybody) {
    Listeners listeners;
    {
        const std::lock_guard guard(mutex_);
        listeners = listeners_;
    }
    for (const std::shared_ptr<Listener>& listener : listeners) {
        if (!everybody && !topics.contains(listener->topic)) continue;
        const std::lock_guard guard(listener->calling);
        if (listener->woken) listener->woken();
    }
}

}  // namespace praxis::storage::wakeups
