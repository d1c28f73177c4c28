// WebSockets at the door: frames as they should be and as they should not.
#include <gtest/gtest.h>

#include <thread>

#include "tests/http/door.hpp"

namespace praxis::tests {
namespace {

using std::chrono::milliseconds;

void expect_over(const Door& door) {
    for (int i = 0; i < 500 && door.listener->counts().connections > 0; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(door.listener->counts().connections, 0U);
    EXPECT_EQ(door.listener->counts().sockets, 0U);
    EXPECT_EQ(door.site.conversations, 0);
}

TEST(Sockets, SayBackWhatTheyGet) {
    const Door door;
    RawClient client = door.client();
    const auto answer = client.open_socket("/echo");
    ASSERT_EQ(answer->status, 101);
    EXPECT_EQ(answer->header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");  // RFC 6455, 1.3
    EXPECT_EQ(answer->header("x-admitted"), "yes");
    for (const std::size_t size : {0UL, 1UL, 125UL, 126UL, 5'000UL, 65'000UL}) {
        const std::string text(size, 'a');
        client.send_frame(1, text);
        const auto frame = client.read_frame();
        ASSERT_TRUE(frame);
        EXPECT_EQ(frame->opcode, 1);
        EXPECT_TRUE(frame->bytes == text) << frame->bytes.size();
    }
    client.send_frame(2, std::string("\0\xff\x80", 3));
    EXPECT_EQ(client.read_frame()->bytes, std::string("\0\xff\x80", 3));
    client.send_frame(9, "are you there");
    EXPECT_EQ(client.read_frame()->opcode, 10);
    client.send(std::string("\x01\x82\0\0\0\0ab", 8) + std::string("\x80\x82\0\0\0\0cd", 8));  // in two fragments
    EXPECT_EQ(client.read_frame()->bytes, "abcd");
    client.send_frame(1, "bye");
    EXPECT_EQ(client.read_frame()->close_code(), 1000);
    client.send_frame(8, "\x03\xe8");
    EXPECT_TRUE(client.closed_within(milliseconds(3000)));
    expect_over(door);
}

TEST(Sockets, EndWithAReasonWhenFramesAreWrong) {
    const std::pair<std::string, int> rows[] = {
        {masked_frame(1, std::string(70'000, 'x')), 1009},
        {masked_frame(1, "\xff\xfe"), 1007},
        {std::string("\x81\x02hi", 4), 1002},                           // not masked
        {std::string("\xf1\x80\0\0\0\0", 6), 1002},                     // reserved bits
        {masked_frame(3, "x"), 1002},                                   // no such kind
        {std::string("\x09\x80\0\0\0\0", 6), 1002},                     // a ping in pieces
        {std::string("\x80\x80\0\0\0\0", 6), 1002},                     // goes on with nothing
        {std::string("\x81\xff\x80\0\0\0\0\0\0\0\0\0\0\0", 14), 1009},  // a length beyond 2^63
        {std::string("\x81\xff\0\0\x7f\0\0\0\0\0\0\0\0\0", 14), 1009},
    };
    const Door door;
    for (const auto& [bytes, code] : rows) {
        RawClient client = door.client();
        ASSERT_EQ(client.open_socket("/echo")->status, 101);
        client.send(bytes);
        const auto frame = client.read_frame();
        ASSERT_TRUE(frame) << code;
        EXPECT_EQ(frame->close_code(), code);
    }
    expect_over(door);
}

TEST(Sockets, AreRefusedByTheSite) {
    const Door door;
    RawClient refused = door.client();
    EXPECT_EQ(refused.open_socket("/refused")->status, 403);
    EXPECT_TRUE(refused.closed_within(milliseconds(3000)));
    RawClient hasty = door.client();  // speaks before the handshake is answered
    hasty.send(
        "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: "
        "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" +
        masked_frame(1, "hi"));
    EXPECT_EQ(hasty.read_answer()->status, 400);
    RawClient old = door.client();
    old.send(
        "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: "
        "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 8\r\n\r\n");
    EXPECT_EQ(old.read_answer()->status, 426);
    expect_over(door);
}

TEST(Sockets, SurviveFaultsOfTheConversation) {
    const Door door;
    RawClient thrown = door.client();
    ASSERT_EQ(thrown.open_socket("/throw")->status, 101);
    EXPECT_EQ(thrown.read_frame()->close_code(), 1011);
    RawClient later = door.client();
    ASSERT_EQ(later.open_socket("/echo")->status, 101);
    later.send_frame(1, "fail later");
    EXPECT_EQ(later.read_frame()->bytes, "fail later");
    EXPECT_EQ(later.read_frame()->close_code(), 1011);
    EXPECT_EQ(door.listener->counts().faults, 2U);
}

TEST(Sockets, TakeWorkFromOtherThreads) {
    const Door door;
    RawClient client = door.client();
    ASSERT_EQ(client.open_socket("/late")->status, 101);
    EXPECT_EQ(client.read_frame()->bytes, "from afar");
}

TEST(Sockets, AreToldWhyBeforeTheyAreClosed) {
    const Door door;
    RawClient client = door.client();
    ASSERT_EQ(client.open_socket("/no-room")->status, 101);
    EXPECT_EQ(client.read_frame()->bytes, "thinking");
    EXPECT_EQ(client.read_frame()->bytes, "there is no room") << "said while the words before it were on their way";
    EXPECT_EQ(client.read_frame()->close_code(), 1013);
}

// What the slow reader did not take is dropped beyond the limit; it is told, if it reads at last, and cut if not.
TEST(Sockets, OfSlowReadersAreClosed) {
    net::Limits limits;
    limits.queued_bytes = 100'000;
    limits.goodbye_time = milliseconds(300);
    const Door door(limits);
    RawClient never = door.client(4096);
    ASSERT_EQ(never.open_socket("/flood")->status, 101);
    for (int i = 0; i < 1000 && door.listener->counts().connections > 0; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    expect_over(door);
}

TEST(Sockets, OfTheSilentAreClosed) {
    net::Limits limits;
    limits.silence_time = milliseconds(400);
    const Door door(limits);
    RawClient silent = door.client();
    ASSERT_EQ(silent.open_socket("/echo")->status, 101);
    EXPECT_EQ(silent.read_frame()->opcode, 9);  // asked whether it lives, and does not answer
    EXPECT_TRUE(silent.closed_within(milliseconds(5000)));
    RawClient alive = door.client();
    ASSERT_EQ(alive.open_socket("/echo")->status, 101);
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(alive.read_frame()->opcode, 9);
        alive.send_frame(10, "");
    }
    alive.send_frame(1, "still here");
    EXPECT_EQ(alive.read_frame()->bytes, "still here");
}

TEST(Sockets, ThatVanishEndTheirConversation) {
    const Door door;
    {
        RawClient client = door.client();
        ASSERT_EQ(client.open_socket("/echo")->status, 101);
        client.send_frame(1, "hello");
        ASSERT_TRUE(client.read_frame());
        EXPECT_EQ(door.listener->counts().sockets, 1U);
    }
    expect_over(door);
}

}  // namespace
}  // namespace praxis::tests
