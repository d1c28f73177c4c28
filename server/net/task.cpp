#include "server/net/task.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

namespace praxis::net {

namespace asio = boost::asio;

Task<void> pause(std::chrono::milliseconds time) {
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    boost::system::error_code error;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
}

// The guard keeps the loop of the waiting Task alive meanwhile.
Task<void> until(std::function<void(std::function<void()>)> begin) {
    auto start = [&begin](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        auto home = asio::get_associated_executor(*shared);
        auto guard = std::make_shared<asio::executor_work_guard<decltype(home)>>(home);
        begin([shared, home, guard] { asio::post(home, [shared, guard] { std::move (*shared)(); }); });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(std::move(start), asio::use_awaitable);
}

}  // namespace praxis::net
