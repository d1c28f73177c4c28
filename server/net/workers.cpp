#include "server/net/workers.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

namespace praxis::net {

namespace asio = boost::asio;

struct Workers::Parts {
    Parts(unsigned threads, std::size_t limit) : queue_limit(limit), pool(threads) {}
    const std::size_t queue_limit;
    std::atomic<std::size_t> waiting{0}, running{0};
    std::atomic<std::uint64_t> refused{0}, failed{0};
    asio::thread_pool pool;
};

Workers::Workers(unsigned threads, std::size_t queue_limit)
    : parts_(std::make_unique<Parts>(std::max(1U, threads), queue_limit)) {}

Workers::~Workers() {
    finish();
}

void Workers::finish() {
    parts_->pool.join();
}

std::size_t Workers::waiting() const {
    return parts_->waiting;
}

std::size_t Workers::running() const {
    return parts_->running;
}

std::uint64_t Workers::refused() const {
    return parts_->refused;
}

std::uint64_t Workers::failed() const {
    return parts_->failed;
}

void Workers::post(std::function<void()> work) {
    enqueue([parts = parts_.get(), work = std::move(work)] {
        try {
            work();
        } catch (...) {
            ++parts->failed;
        }
    });
}

void Workers::enqueue(std::function<void()> work) {
    if (parts_->waiting.fetch_add(1) >= parts_->queue_limit) {
        --parts_->waiting;
        ++parts_->refused;
        throw Overloaded();
    }
    asio::post(parts_->pool, [parts = parts_.get(), work = std::move(work)] {
        --parts->waiting;
        ++parts->running;
        work();
        --parts->running;
    });
}

// The guard keeps the loop of the waiting Task alive until the result is there.
Task<void> Workers::run_plain(std::function<void()> work) {
    std::exception_ptr failure;
    auto start = [this, &work, &failure](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        auto home = asio::get_associated_executor(*shared);
        auto guard = std::make_shared<asio::executor_work_guard<decltype(home)>>(home);
        auto finish = [shared, home, guard] { asio::post(home, [shared, guard] { std::move (*shared)(); }); };
        try {
            enqueue([&work, &failure, finish] {
                try {
                    work();
                } catch (...) {
                    failure = std::current_exception();
                }
                finish();
            });
        } catch (...) {
            failure = std::current_exception();
            finish();
        }
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(std::move(start), asio::use_awaitable);
    if (failure) std::rethrow_exception(failure);
}

}  // namespace praxis::net
