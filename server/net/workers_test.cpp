#include "server/net/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <future>
#include <latch>
#include <thread>

namespace praxis::net {
namespace {

namespace asio = boost::asio;

// Runs a Task on a loop of this thread until it is done.
template <class T>
T run_here(Task<T> task) {
    asio::io_context loop;
    auto done = asio::co_spawn(loop, std::move(task), asio::use_future);
    loop.run();
    return done.get();
}

TEST(Workers, GiveTheResultBackOnTheThreadThatWaits) {
    Workers workers(2, 10);
    const auto task = [&]() -> Task<int> {
        const auto home = std::this_thread::get_id();
        std::thread::id worked;
        const int result = co_await workers.run([&] {
            worked = std::this_thread::get_id();
            return 42;
        });
        EXPECT_NE(worked, home);
        EXPECT_EQ(std::this_thread::get_id(), home);
        co_return result;
    };
    EXPECT_EQ(run_here(task()), 42);
}

TEST(Workers, TakeWorkThatOnlyMovesAndResultsWithoutADefault) {
    struct Plain {
        explicit Plain(int given) : value(given) {}
        int value;
    };
    Workers workers(1, 10);
    const auto task = [&]() -> Task<int> {
        auto held = std::make_unique<int>(7);
        auto work = [held = std::move(held)] { return Plain(*held); };
        const Plain result = co_await workers.run(work);
        co_return result.value;
    };
    EXPECT_EQ(run_here(task()), 7);
}

template <class Work>
concept Runs = requires(Workers& workers, Work work) {
    workers.run(std::move(work));
};

TEST(Workers, DoNotTakeATemporaryThatTheCompilerWouldDestroyTwice) {
    const std::string text;
    const auto holds = [text] { return text.size(); };
    const auto refers = [&text] { return text.size(); };
    static_assert(!Runs<decltype(holds)>);
    static_assert(Runs<decltype(refers)>);
}

TEST(Workers, BringExceptionsBack) {
    Workers workers(1, 10);
    const auto task = [&]() -> Task<> { co_await workers.run([] { throw std::out_of_range("no"); }); };
    EXPECT_THROW(run_here(task()), std::out_of_range);
}

TEST(Workers, RefuseWhatIsTooMuch) {
    Workers workers(1, 2);
    std::latch begun(1), release(1);
    workers.post([&] {
        begun.count_down();
        release.wait();
    });
    begun.wait();
    std::atomic<int> done = 0;
    workers.post([&] { ++done; });
    workers.post([&] { ++done; });
    EXPECT_EQ(workers.waiting(), 2U);
    EXPECT_EQ(workers.running(), 1U);
    EXPECT_THROW(workers.post([&] { ++done; }), Overloaded);
    const auto task = [&]() -> Task<> { co_await workers.run([&] { ++done; }); };
    EXPECT_THROW(run_here(task()), Overloaded);
    EXPECT_EQ(workers.refused(), 2U);
    release.count_down();
    workers.finish();
    EXPECT_EQ(done, 2);
}

TEST(Workers, OutliveWorkThatThrows) {
    Workers workers(1, 10);
    workers.post([] { throw std::runtime_error("broken"); });
    const auto task = [&]() -> Task<int> { co_return co_await workers.run([] { return 1; }); };
    EXPECT_EQ(run_here(task()), 1);
    EXPECT_EQ(workers.failed(), 1U);
}

TEST(Workers, ManyTasksOnManyLoopsLoseNothing) {
    Workers workers(3, 100'000);
    std::atomic<int> sum = 0;
    const auto task = [&]() -> Task<> {
        for (int i = 0; i < 200; ++i) sum += co_await workers.run([] { return 1; });
    };
    std::vector<std::thread> loops;
    for (int i = 0; i < 4; ++i)
        loops.emplace_back([&] {
            asio::io_context loop;
            for (int j = 0; j < 20; ++j) asio::co_spawn(loop, task(), asio::detached);
            loop.run();
        });
    for (std::thread& loop : loops) loop.join();
    EXPECT_EQ(sum, 4 * 20 * 200);
}

TEST(Pause, GoesOnAfterItsTime) {
    const auto begun = std::chrono::steady_clock::now();
    const auto task = []() -> Task<> { co_await pause(std::chrono::milliseconds(20)); };
    run_here(task());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(20));
}

}  // namespace
}  // namespace praxis::net
