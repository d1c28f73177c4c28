// What goes wrong around a server that people rehearse on: its database goes away, its disk is full, its clock jumps,
// it is killed, clients do not read, do not finish, or are too many. Nothing that was told is lost or told twice; what
// cannot be done is refused in words; and it goes on by itself. What the door alone withstands is in tests/http, what
// the store alone does in tests/storage.
#include <sys/resource.h>

#include <fstream>
#include <future>
#include <thread>

#include "tests/serve/rehearsing.hpp"
#include "tests/storage/cluster.hpp"

namespace praxis::testing {
namespace {

using Clock = std::chrono::steady_clock;

// What the rep said in the attempt as the server has kept it, in order.
std::vector<std::string> kept(const Node& node, const Person& rep, const std::string& attempt) {
    std::vector<std::string> said;
    std::int64_t seq = 0;
    const json::value events = node.get(rep, "/api/v1/attempts/" + attempt + "/events");
    for (const json::value& item : events.at("items").as_array()) {
        EXPECT_GT(item.at("seq").as_int64(), seq);
        seq = item.at("seq").as_int64();
        if (std::string words = words_of(item, "rep_said"); !words.empty()) said.push_back(std::move(words));
    }
    return said;
}

std::vector<std::string> lines(std::size_t count) {
    return {kLines, kLines + count};
}

// Comes in again until it is let in.
std::unique_ptr<Room> come_back(const Node& node, const Person& rep, const std::string& attempt,
                                std::chrono::seconds patience = 60s) {
    for (const auto end = Clock::now() + patience; Clock::now() < end; std::this_thread::sleep_for(200ms)) {
        auto room = std::make_unique<Room>(node, rep, attempt);
        if (room->status == 101 && !room->next_of("hello").contains("closed")) return room;
    }
    ADD_FAILURE() << "nobody was let in";
    return std::make_unique<Room>(node, rep, attempt);
}

long resident_kb(const Node& node) {
    std::ifstream in("/proc/" + std::to_string(node.id()) + "/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return 0;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemory_counts = false;
#else
constexpr bool kMemory_counts = true;
#endif

using Faults = InFolder;

TEST_F(Faults, ADatabaseThatIsAwayForAMomentIsWaitedFor) {
    Cluster cluster(Durability::on);
    const Node node(cluster.new_database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    ASSERT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
    cluster.crash();
    room.say_only(2, kLines[1]);
    std::this_thread::sleep_for(800ms);
    cluster.start();
    EXPECT_FALSE(words_of(room.next_of("told"), "buyer_said").empty()) << "it was waited for";
    EXPECT_FALSE(words_of(room.say(3, kLines[2]), "buyer_said").empty());
    EXPECT_EQ(kept(node, rep, attempt), lines(3)) << "each once";
}

TEST_F(Faults, ADatabaseThatStaysAwayIsToldAndTheTalkGoesOnAfterwards) {
    Cluster cluster(Durability::on);
    const Node node(cluster.new_database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    ASSERT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
    cluster.stop();
    room.say_only(2, kLines[1]);
    const json::value refused = node.get(rep, "/api/v1/attempts/" + attempt, 503);
    EXPECT_EQ(refused.at("code").as_string(), "unavailable");
    EXPECT_EQ(room.next_problem(), "unavailable");
    EXPECT_EQ(room.next_close(), 1013);
    cluster.start();
    const auto again = come_back(node, rep, attempt);
    EXPECT_FALSE(words_of(again->say(2, kLines[1]), "buyer_said").empty());
    EXPECT_EQ(kept(node, rep, attempt), lines(2)) << "each once";
}

TEST_F(Faults, AFullDiskIsToldAndGotOver) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    ASSERT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
    rlimit before{};
    ASSERT_EQ(::prlimit(node.id(), RLIMIT_FSIZE, nullptr, &before), 0);
    const rlimit full{1, before.rlim_max};  // no file may be written to any further
    ASSERT_EQ(::prlimit(node.id(), RLIMIT_FSIZE, &full, nullptr), 0);
    room.say_only(2, kLines[1]);
    EXPECT_EQ(room.next_problem(), "no_room");
    EXPECT_EQ(room.next_close(), 1013);
    const auto begun =
        RawClient(node.port()).post("/api/v1/attempts", R"({"strategy":"hallam-steel"})", node.headers_of(rep));
    EXPECT_EQ(begun->status, 507) << begun->body;
    EXPECT_EQ(kept(node, rep, attempt), lines(1)) << "what is there can be read";
    ASSERT_EQ(::prlimit(node.id(), RLIMIT_FSIZE, &before, nullptr), 0);
    const auto again = come_back(node, rep, attempt);
    EXPECT_FALSE(words_of(again->say(2, kLines[1]), "buyer_said").empty());
    EXPECT_EQ(kept(node, rep, attempt), lines(2));
}

TEST_F(Faults, AClockThatJumpsEndsNoSessionAndNoConversation) {
    const std::string offset = (folder_ / "offset").string();
    std::ofstream(offset) << 0;
    const Node node(database(), {"/usr/bin/env", "LD_PRELOAD=" PRAXIS_CLOCK, "PRAXIS_CLOCK_OFFSET=" + offset,
                                 "ASAN_OPTIONS=verify_asan_link_order=0"});
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    int turn = 0;
    std::vector<std::int64_t> at_ms;
    for (const int jump_s : {0, 3600, -3600, 0}) {
        std::ofstream(offset) << jump_s;
        std::this_thread::sleep_for(3500ms);  // the node says in between that it lives
        const json::object told = room.say(turn + 1, kLines[turn]);
        ++turn;
        ASSERT_FALSE(told.contains("closed")) << "jumped by " << jump_s << " s";
        at_ms.push_back(told.at("at_ms").as_int64());
        node.get(rep, "/api/v1/session");
    }
    EXPECT_GT(at_ms[1], at_ms[0] + 3'000'000) << "the clock did jump";
    EXPECT_LT(at_ms[2], at_ms[0] - 3'000'000);
    EXPECT_EQ(kept(node, rep, attempt), lines(4));
    room.send(R"({"type":"finish"})");
    EXPECT_EQ(room.next_close(), 1000);
    node.get(rep, "/api/v1/attempts/" + attempt + "/report");
}

TEST_F(Faults, OfAKilledNodeAnotherTakesOver) {
    const std::string address = Cluster::shared().new_database();
    Node one(address);
    const Node two(address);
    const Person rep = one.log_in("rep@demo.invalid", one.password);
    const Person there = two.log_in("rep@demo.invalid", one.password);
    const std::string attempt = one.start(rep);
    Room room(one, rep, attempt);
    for (int i = 0; i < 2; ++i) ASSERT_FALSE(words_of(room.say(i + 1, kLines[i]), "buyer_said").empty());
    room.say_only(3, kLines[2]);
    one.kill();  // kept or not: nobody was told
    const auto again = come_back(two, there, attempt);
    EXPECT_FALSE(words_of(again->say(3, kLines[2]), "buyer_said").empty());
    EXPECT_EQ(kept(two, there, attempt), lines(3)) << "each once";
}

TEST_F(Faults, AKilledNodeOnAFileGoesOnAtOnce) {
    std::string attempt, password;
    {
        Node node(database());
        password = node.password;
        const Person rep = node.log_in("rep@demo.invalid", password);
        attempt = node.start(rep);
        Room room(node, rep, attempt);
        ASSERT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
        node.kill();
    }
    const Node again(database());
    const Person rep = again.log_in("rep@demo.invalid", password);
    Room room(again, rep, attempt);
    EXPECT_EQ(room.next_of("hello").at("next_turn").as_int64(), 2) << "nobody else can hold a file's attempts";
}

TEST_F(Faults, TwoBrowsersThatSpeakAtOnceAreHeardOnce) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    const auto speak = [&] {
        Room room(node, rep, attempt);
        for (int i = 0; i < 3; ++i)
            if (room.say(i + 1, kLines[i]).contains("closed")) return;
    };
    std::vector<std::future<void>> browsers;
    for (int i = 0; i < 4; ++i) browsers.push_back(std::async(std::launch::async, speak));
    for (auto& browser : browsers) browser.get();
    EXPECT_EQ(kept(node, rep, attempt), lines(3));
}

TEST_F(Faults, AClientThatDoesNotReadCostsNobodyAnything) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const Person other = node.log_in("quinn@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    RawClient deaf(node.port(), 4096);
    ASSERT_EQ(deaf.open_socket("/api/v1/attempts/" + attempt + "/live",
                               "cookie: " + rep.cookie + "\r\norigin: " + node.origin() + "\r\n")
                  ->status,
              101);
    const std::string say = json::serialize(json::object{{"type", "say"}, {"turn", 1}, {"text", kLines[0]}});
    deaf.send_frame(1, say);
    const long before_kb = resident_kb(node);
    bool cut_off = false;
    std::jthread talking([&] {  // each is told again, and none of it is read, however long the node takes
        const auto patience = Clock::now() + 120s;
        while (!cut_off && Clock::now() < patience) cut_off = !deaf.send_frame(1, say);
    });
    Room room(node, other, node.start(other));
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(words_of(room.say(i + 1, kLines[i]), "buyer_said").empty());
    talking.join();
    if (kMemory_counts) {
        EXPECT_LT(resident_kb(node) - before_kb, 24 << 10);
    }
    EXPECT_TRUE(cut_off) << "too slow to be told anything more";
}

TEST_F(Faults, WhatIsTooLargeOrNeverFinishedKeepsNobodyWaiting) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    std::vector<RawClient> unfinished;
    for (int i = 0; i < 300; ++i) {
        unfinished.emplace_back(node.port());
        unfinished.back().send(i % 2 ? "GET /api/v1/session HTTP/1.1\r\nHost: a\r\nX-Slow: "
                                     : "POST /api/v1/attempts HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n{");
    }
    const auto large = RawClient(node.port()).post("/api/v1/attempts", std::string(300'000, ' '), node.headers_of(rep));
    EXPECT_EQ(large->status, 413);
    EXPECT_EQ(json::parse(large->body).at("code").as_string(), "too_large");
    Room room(node, rep, node.start(rep));
    EXPECT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
    room.send(std::string(70'000, ' '));
    EXPECT_EQ(room.next_close(), 1009);
    EXPECT_EQ(RawClient(node.port()).get("/healthz")->status, 200);
}

TEST_F(Faults, AThousandOpenConversationsCostLittle) {
    constexpr int kRooms = 1000;
    const Node node(database(), {}, {"--rate-person", "1000000"});
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    std::vector<std::string> attempts;
    for (int i = 0; i < kRooms; ++i) attempts.push_back(node.start(rep));
    const long before_kb = resident_kb(node);
    std::vector<std::unique_ptr<Room>> rooms;
    for (const std::string& attempt : attempts) {
        rooms.push_back(std::make_unique<Room>(node, rep, attempt));
        ASSERT_EQ(rooms.back()->status, 101);
        ASSERT_FALSE(rooms.back()->next_of("hello").contains("closed"));
    }
    if (kMemory_counts) {
        EXPECT_LT(resident_kb(node) - before_kb, kRooms * 64);
    }
    for (const int one : {0, kRooms / 2, kRooms - 1})
        EXPECT_FALSE(words_of(rooms[static_cast<std::size_t>(one)]->say(1, kLines[0]), "buyer_said").empty());
}

}  // namespace
}  // namespace praxis::testing
