// Wake-ups within a program and among nodes.
#include "adapters/storage/wakeups.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "tests/storage/cluster.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {
namespace {

using namespace std::chrono_literals;
using storage::open_wakeups;
using storage::WakeupSettings;

constexpr WakeupSettings kNoPoll = {15, 600'000};

// Waits at most ten seconds.
bool comes_true(const std::function<bool()>& what) {
    for (int i = 0; i < 1000 && !what(); ++i) std::this_thread::sleep_for(10ms);
    return what();
}

class Wakeups : public OnBothEngines {
protected:
    std::unique_ptr<app::Wakeups> open(const WakeupSettings& settings = kNoPoll) {
        return is_sqlite() ? open_wakeups(settings) : open_wakeups({installation().address()}, settings);
    }
    // Everybody is woken once the server is reached.
    void wait_for_server(const std::atomic<int>& woken) {
        EXPECT_TRUE(is_sqlite() || comes_true([&] { return woken > 0; }));
    }
};

TEST_P(Wakeups, ReachThoseWhoListenToTheTopic) {
    const auto wakeups = open();
    std::atomic<int> jobs = 0, others = 0;
    const auto a = wakeups->listen("jobs", [&] { ++jobs; });
    const auto b = wakeups->listen("others", [&] { ++others; });
    wait_for_server(jobs);
    wait_for_server(others);
    jobs = others = 0;
    wakeups->wake("jobs");
    EXPECT_TRUE(comes_true([&] { return jobs == 1; }));
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(jobs, 1) << "nor is it brought back from the server";
    EXPECT_EQ(others, 0);
}

TEST_P(Wakeups, OfOneMomentBecomeOne) {
    const auto wakeups = open();
    std::atomic<int> woken = 0;
    const auto listening = wakeups->listen("jobs", [&] { ++woken; });
    wait_for_server(woken);
    woken = 0;
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 2000; ++j) wakeups->wake("jobs");
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_TRUE(comes_true([&] { return woken > 0; }));
    std::this_thread::sleep_for(60ms);
    EXPECT_LE(woken, (std::chrono::steady_clock::now() - begun) / 15ms + 1);
}

TEST_P(Wakeups, ComeWithoutCauseAsASafetyNet) {
    const auto wakeups = open({15, 40});
    std::atomic<int> woken = 0;
    const auto listening = wakeups->listen("jobs", [&] { ++woken; });
    const auto busy = wakeups->listen("busy", [] {});
    EXPECT_TRUE(comes_true([&] {
        wakeups->wake("busy");  // one busy topic does not starve the others of their net
        return woken >= 3;
    }));
}

TEST_P(Wakeups, DoNotComeAfterTheListeningHasEnded) {
    const auto wakeups = open();
    std::atomic<bool> ended = false, late = false;
    for (int i = 0; i < 50; ++i) {
        ended = false;
        auto listening = wakeups->listen("jobs", [&] {
            std::this_thread::sleep_for(1ms);
            if (ended) late = true;
        });
        wakeups->wake("jobs");
        std::this_thread::sleep_for(15ms);
        listening.reset();
        ended = true;
    }
    EXPECT_FALSE(late);
}

PRAXIS_ON_BOTH_ENGINES(Wakeups);

TEST(WakeupsAmongNodes, ReachTheOtherNode) {
    const std::string address = Cluster::shared().new_database();
    const auto a = open_wakeups({address}, kNoPoll), b = open_wakeups({address}, kNoPoll);
    std::atomic<int> woken = 0;
    std::atomic<int> later = 0;
    const auto listening = b->listen("jobs", [&] { ++woken; });
    const auto listening_for_later = b->listen("later", [&] { ++later; });
    ASSERT_TRUE(comes_true([&] {
        a->wake("jobs");
        return woken > 0;
    }));
    for (int i = 0; i < 2; ++i) {  // one may be the waking of everybody; behind the other, all that was sent has come
        later = 0;
        a->wake("later");
        ASSERT_TRUE(comes_true([&] { return later > 0; }));
    }
    woken = 0;
    const auto begun = std::chrono::steady_clock::now();
    a->wake("jobs");
    ASSERT_TRUE(comes_true([&] { return woken == 1; }));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    // Too much for one notice, and sent in a moment.
    for (int i = 0; i < 40; ++i) a->wake(std::string(500, 'x') + std::to_string(i));
    EXPECT_TRUE(comes_true([&] { return woken == 2; })) << "then everybody is woken";
}

TEST(WakeupsAmongNodes, GoOnWhenTheServerComesBack) {
    Cluster cluster(Durability::off);
    const std::string address = cluster.new_database();
    const auto a = open_wakeups({address}, kNoPoll), b = open_wakeups({address}, kNoPoll);
    std::atomic<int> here = 0, there = 0;
    const auto near = a->listen("jobs", [&] { ++here; });
    const auto far = b->listen("jobs", [&] { ++there; });
    ASSERT_TRUE(comes_true([&] {
        a->wake("jobs");
        return there > 0;
    }));
    cluster.crash();
    std::this_thread::sleep_for(100ms);
    here = there = 0;
    a->wake("jobs");
    EXPECT_TRUE(comes_true([&] { return here > 0; })) << "within the program it needs no server";
    cluster.start();
    EXPECT_TRUE(comes_true([&] { return there > 0; })) << "what could not be sent is sent now";
}

}  // namespace
}  // namespace praxis::testing
