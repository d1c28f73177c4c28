// Stopping: idle connections end at once, begun work is finished until the deadline, nothing outlives the listener.
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "tests/http/door.hpp"

namespace praxis::tests {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

TEST(Stop, ClosesIdleConnectionsAtOnce) {
    const Door door;
    RawClient fresh = door.client(), spoken = door.client();
    ASSERT_TRUE(spoken.get("/echo"));
    const auto begun = Clock::now();
    bool wound_down = false;
    EXPECT_EQ(door.listener->stop(milliseconds(20'000), [&] { wound_down = true; }), 0U);
    EXPECT_LT(Clock::now() - begun, milliseconds(10'000));
    EXPECT_TRUE(wound_down);
    EXPECT_TRUE(fresh.closed_within(milliseconds(1000)));
    EXPECT_TRUE(spoken.closed_within(milliseconds(1000)));
    EXPECT_THROW(door.client(), std::runtime_error);
    EXPECT_EQ(door.listener->stop(milliseconds(0)), 0U);  // twice is once
}

TEST(Stop, FinishesWhatIsBegun) {
    Door door;
    RawClient client = door.client();
    client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    door.site.slow_begun.wait();
    auto stopped = std::async(std::launch::async, [&] { return door.listener->stop(milliseconds(20'000)); });
    std::this_thread::sleep_for(milliseconds(50));
    door.site.slow_release.count_down();
    const auto answer = client.read_answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_FALSE(client.read_answer("GET", milliseconds(3000)));  // the next one was not begun
    EXPECT_EQ(stopped.get(), 0U);
}

TEST(Stop, TellsHowManyWouldNotEnd) {
    Door door;
    RawClient client = door.client();
    client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    door.site.slow_begun.wait();
    EXPECT_EQ(door.listener->stop(milliseconds(10)), 1U);
    EXPECT_TRUE(client.closed_within(milliseconds(1000)));  // cut all the same
    door.site.slow_release.count_down();
    EXPECT_EQ(door.listener->stop(milliseconds(5000)), 0U);
}

TEST(Stop, OfADestroyedListenerWaitsForWhatRuns) {
    auto door = std::make_unique<Door>();
    RawClient client = door->client();
    client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    door->site.slow_begun.wait();
    auto destroyed = std::async(std::launch::async, [&] { door->listener.reset(); });
    std::this_thread::sleep_for(milliseconds(50));
    EXPECT_EQ(destroyed.wait_for(milliseconds(0)), std::future_status::timeout);
    door->site.slow_release.count_down();
    destroyed.get();
    door->listener =
        std::make_unique<net::Listener>(net::ListenerSettings{{"127.0.0.1", 0}, {}, {}, 1, false}, door->site);
}

TEST(Stop, ReachesConversations) {
    const Door door;
    RawClient plain = door.client(), polite = door.client();
    ASSERT_EQ(plain.open_socket("/echo")->status, 101);
    ASSERT_EQ(polite.open_socket("/polite")->status, 101);
    for (int i = 0; i < 500 && door.site.conversations < 2; ++i) std::this_thread::sleep_for(milliseconds(10));
    auto stopped = std::async(std::launch::async, [&] { return door.listener->stop(milliseconds(20'000)); });
    EXPECT_EQ(plain.read_frame()->close_code(), 1001);
    plain.send_frame(8, "\x03\xe9");
    EXPECT_EQ(polite.read_frame()->bytes, "moved");
    EXPECT_EQ(polite.read_frame()->close_code(), 1001);
    EXPECT_EQ(stopped.get(), 0U);  // the second never said goodbye, and was not waited for longer than goodbye_time
    EXPECT_EQ(door.site.conversations, 0);
}

TEST(Stop, CutsConversationsThatGoOn) {
    const Door door;
    RawClient client = door.client();
    ASSERT_EQ(client.open_socket("/stubborn")->status, 101);
    EXPECT_EQ(door.listener->stop(milliseconds(50)), 0U);
    EXPECT_TRUE(client.closed_within(milliseconds(1000)));
    EXPECT_EQ(door.site.conversations, 0);
}

// Connections come and go while the door closes: counted right, nothing hangs, nothing is touched too late.
TEST(Stop, InTheMiddleOfARushLosesNobody) {
    for (int round = 0; round < 5; ++round) {
        const Door door;
        std::atomic<bool> over = false;
        std::vector<std::thread> rush;
        for (int i = 0; i < 4; ++i)
            rush.emplace_back([&, i] {
                while (!over) {
                    try {
                        RawClient client = door.client();
                        if (i % 2 == 0)
                            client.get("/echo");
                        else if (client.open_socket("/late"))
                            client.read_frame(milliseconds(20));
                    } catch (const std::exception&) {
                    }
                }
            });
        std::this_thread::sleep_for(milliseconds(30));
        EXPECT_EQ(door.listener->stop(milliseconds(10'000)), 0U);
        over = true;
        for (std::thread& client : rush) client.join();
        EXPECT_EQ(door.listener->counts().connections, 0U);
        EXPECT_EQ(door.listener->counts().sockets, 0U);
    }
}

}  // namespace
}  // namespace praxis::tests
