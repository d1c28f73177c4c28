#include <stdexcept>

#include "server/live/listening.hpp"
#include "server/live/test_socket.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/http/door.hpp"

namespace praxis::fuzz {
namespace {

using std::chrono::milliseconds;

net::Limits hasty() {
    net::Limits limits;
    limits.header_time = limits.body_time = limits.idle_time = milliseconds(100);
    limits.silence_time = milliseconds(200);
    limits.goodbye_time = milliseconds(50);
    return limits;
}

// One door for all that is sent to it: it must go on serving others whatever came before.
const tests::Door& door() {
    static const tests::Door kDoor(hasty());
    return kDoor;
}

void stands() {
    const auto answer = door().client().get("/echo");
    if (!answer || answer->status != 200) throw std::logic_error("the door no longer answers");
    if (door().listener->counts().faults > 0) throw std::logic_error("the door counts a fault");
}

void send(std::string_view bytes) {
    static int sent = 0;
    auto client = door().client();
    client.send(bytes);
    client.closed_within(milliseconds(++sent % 20 ? 0 : 400));  // some wait for what comes of it, most hang up
    if (sent % 20 == 0) stands();
}

Target requests() {
    return {
        "http_requests",
        {"GET /echo?a=1 HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
         "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /echo HTTP/1.1\r\nHost: a\r\n\r\n",
         "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nTrailer: "
         "x\r\n\r\n",
         "HEAD /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
         "PUT /small HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc"},
        {"\r\n", "\n", "\r", "Content-Length: 9\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: gzip, chunked\r\n",
         "ffffffffffffffff\r\n", "Host: b\r\n", " HTTP/2.0", "Connection: upgrade\r\n", ": ", "\t",
         "X: " + std::string(9000, 'x') + "\r\n", "0\r\n\r\n", std::string(1, '\0')},
        send,
        200,
        64 << 10,
        64 << 10};
}

Target frames() {
    static const std::string kHand =
        "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: "
        "dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n";
    const auto frame = [](char first, char length, std::string_view rest) {
        return std::string{first, length} + std::string(rest);
    };
    return {
        "web_socket_frames",
        {frame('\x81', '\x85', "\1\2\3\4hello"), frame('\x82', '\x80', "\1\2\3\4"),
         frame('\x88', '\x82', std::string("\0\0\0\0\x03\xe8", 6)),
         frame('\x01', '\x83', "\1\2\3\4abc") + frame('\x80', '\x81', "\1\2\3\4d"), frame('\x89', '\x80', "\1\2\3\4")},
        {"\x81\xfe", "\x81\xff", std::string("\x7f\xff\xff\xff\xff\xff\xff\xff", 8), std::string(4, '\0'), "\xc1",
         "\x8f", "\x88", std::string("\x00\x80", 2)},
        [](std::string_view bytes) {
            auto client = door().client();
            client.send(kHand);
            if (!client.read_answer()) throw std::logic_error("no handshake");
            client.send(bytes);
            client.closed_within(milliseconds(0));
            static int sent = 0;
            if (++sent % 20 == 0) stands();
        },
        300};
}

// An ear that must only be given whole samples, and complains of the rest by its sanitizer.
class Ear final : public app::Ear {
public:
    std::vector<app::HeardEvent> hear(std::span<const std::int16_t> sound, bool) override {
        for (const std::int16_t sample : sound) sum_ += sample;
        return {};
    }
    std::vector<app::HeardEvent> finish() override { return {app::Unclear{}}; }

private:
    std::int64_t sum_ = 0;
};

class Ears final : public app::Hearing {
public:
    std::unique_ptr<app::Ear> open(const app::HearingWishes&) override { return std::make_unique<Ear>(); }
};

// What comes in binary frames while a microphone is open.
Target sound_frames() {
    const std::string sound(3200, '\x11');
    return {"sound_frames",
            {std::string("\0\0", 2) + sound, std::string("\1\0", 2) + sound, std::string("\0\0", 2)},
            {std::string(2, '\0'), "\xff\x7f", std::string(1, '\1')},
            [](std::string_view frame) {
                static Ears ears;
                static net::Workers workers(1, 100);
                live::TestSocket socket;
                bool over = false;
                live::Listening listening(
                    {&ears, &workers}, socket, [&](const app::HeardEvent&) { over = true; }, [] {});
                listening.start({});
                socket.run_one();
                listening.add(frame);
                listening.finish();
                while (!over) socket.run_one();
                if (listening.ago_ms(0) < 0) throw std::logic_error("sound that is still to come was heard");
            },
            1000};
}

}  // namespace

std::vector<Target> door_targets() {
    return {requests(), frames(), sound_frames()};
}

}  // namespace praxis::fuzz
