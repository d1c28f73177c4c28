#include "server/net/workers.hpp"

#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace praxis::net {

namespace asio = boost::asio;

struct Workers::Parts {
    Parts(unsigned threads, std::size_t limit) : queue_limit(limit), pool(threads) {}
    const std::size_t queue_limit;
    std::atomic<std::size_t> waiting{0};
    asio::thread_pool pool;
};

Workers::Workers(unsigned threads, std::size_t queue_limit) : parts_(std::make_unique<Parts>(threads, queue_limit)) {}

Workers::~Workers() {
    parts_->pool.join();
}

std::size_t Workers::waiting() const {
    return parts_->waiting;
}

void Workers::post(std::function<void()> work) {
    ++parts_->waiting;
    asio::post(parts_->pool, [parts = parts_.get(), work = std::move(work)] {
        --parts->waiting;
        work();
    });
}

Task<void> Workers::run_plain(std::function<void()> work) {
    if (parts_->waiting >= parts_->queue_limit) throw Overloaded();
    std::exception_ptr failure;
    auto start = [this, &work, &failure](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        auto home = asio::get_associated_executor(*shared);
        auto guard = std::make_shared<asio::executor_work_guard<decltype(home)>>(home);
        post([&work, &failure, shared, home, guard] {
            try {
                work();
            } catch (...) {
                failure = std::current_exception();
            }
            asio::dispatch(home, [shared, guard] { std::move (*shared)(); });
        });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(std::move(start), asio::use_awaitable);
    if (failure) std::rethrow_exception(failure);
}

}  // namespace praxis::net
