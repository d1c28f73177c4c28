// Slow, idle, many: what costs the door time or memory has a limit.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "tests/http/door.hpp"

namespace praxis::tests {
namespace {

using std::chrono::milliseconds;

net::Limits hasty() {
    net::Limits limits;
    limits.header_time = milliseconds(300);
    limits.body_time = milliseconds(300);
    limits.idle_time = milliseconds(300);
    return limits;
}

// One byte every now and then keeps a connection busy, but not for longer than a header may take.
TEST(Limits, SlowHeadersAreCutOff) {
    const Door door(hasty());
    RawClient client = door.client();
    client.send("GET /echo HTTP/1.1\r\nHost: a\r\n");
    bool cut = false;
    for (int i = 0; i < 100 && !cut; ++i) {
        client.send("X");
        cut = client.closed_within(milliseconds(20));
    }
    EXPECT_TRUE(cut);
    EXPECT_EQ(door.site.answered, 0);
}

TEST(Limits, SlowBodiesAreCutOff) {
    const Door door(hasty());
    RawClient client = door.client();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    bool cut = false;
    for (int i = 0; i < 100 && !cut; ++i) {
        client.send("X");
        cut = client.closed_within(milliseconds(20));
    }
    EXPECT_TRUE(cut);
}

TEST(Limits, IdleConnectionsAreClosed) {
    const Door door(hasty());
    RawClient silent = door.client(), spoken = door.client();
    EXPECT_TRUE(spoken.get("/echo"));
    EXPECT_TRUE(silent.closed_within(milliseconds(3000)));
    EXPECT_TRUE(spoken.closed_within(milliseconds(3000)));
}

TEST(Limits, ReadersThatDoNotReadAreCutOff) {
    const Door door(hasty());
    RawClient client = door.client(4096);
    for (int i = 0; i < 8; ++i) client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    for (int i = 0; i < 500 && door.listener->counts().connections > 0; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(door.listener->counts().connections, 0U);
}

TEST(Limits, TooManyConnectionsAreToldSo) {
    net::Limits limits;
    limits.connections = 3;
    const Door door(limits);
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(door.client());
        ASSERT_TRUE(clients.back().get("/echo"));
    }
    RawClient fourth = door.client();
    const auto answer = fourth.read_answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(door.listener->counts().refused, 1U);
    clients.pop_back();
    for (int i = 0; i < 500 && door.listener->counts().connections > 2; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    RawClient fifth = door.client();
    EXPECT_EQ(fifth.get("/echo")->status, 200);
}

TEST(Limits, AThousandIdleConnectionsCostLittle) {
    const auto resident_kb = [] {
        long pages = 0, resident = 0;
        std::FILE* file = std::fopen("/proc/self/statm", "r");
        if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
        std::fclose(file);
        return resident * (sysconf(_SC_PAGESIZE) / 1024);
    };
    const Door door;
    RawClient first = door.client();
    ASSERT_TRUE(first.get("/echo"));
    const long before_kb = resident_kb();
    std::vector<RawClient> idle;
    for (int i = 0; i < 1200; ++i) {
        idle.push_back(door.client());
        ASSERT_TRUE(idle.back().get("/echo"));
    }
    EXPECT_EQ(door.listener->counts().connections, 1201U);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_LT(resident_kb() - before_kb, 1200 * 12);
#endif
    EXPECT_EQ(first.get("/echo")->status, 200);
    EXPECT_EQ(idle[600].get("/echo")->status, 200);
    idle.clear();
    for (int i = 0; i < 500 && door.listener->counts().connections > 1; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(door.listener->counts().connections, 1U);
}

// Out of descriptors the door waits, serves whom it has, and goes on when there are some again.
TEST(Limits, RunningOutOfDescriptorsIsSurvived) {
    const Door door;
    RawClient first = door.client();
    ASSERT_TRUE(first.get("/echo"));
    std::vector<RawClient> waiting;
    for (int i = 0; i < 4; ++i) waiting.push_back(door.client());
    for (RawClient& client : waiting) ASSERT_TRUE(client.get("/echo"));
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    std::vector<int> filler;
    const int highest = dup(0);
    close(highest);
    const rlimit low{static_cast<rlim_t>(highest + 2), before.rlim_max};  // room for one end of one more connection
    setrlimit(RLIMIT_NOFILE, &low);
    filler.push_back(dup(0));
    auto late = std::make_unique<RawClient>(door.listener->port());
    late->send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_FALSE(late->read_answer("GET", milliseconds(200)));
    EXPECT_GT(door.listener->counts().starved, 0U);
    EXPECT_EQ(first.get("/echo")->status, 200);
    setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_TRUE(late->read_answer());
    for (const int descriptor : filler) close(descriptor);
}

}  // namespace
}  // namespace praxis::tests
