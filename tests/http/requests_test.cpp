// What the door answers to single requests: the good, the odd and the malformed.
#include <gtest/gtest.h>

#include "tests/http/door.hpp"

namespace praxis::tests {
namespace {

using std::chrono::milliseconds;

TEST(Requests, AreAnswered) {
    const Door door;
    RawClient client = door.client();
    const auto answer = client.get("/echo/a%20b?x=1");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "GET /echo/a b x=1 open 127.0.0.1 ");
    EXPECT_TRUE(answer->header("date").ends_with(" GMT"));
    EXPECT_EQ(client.post("/echo", "hello")->body, "POST /echo  open 127.0.0.1 hello");
    EXPECT_EQ(client.get("http://elsewhere.example/echo")->body, "GET /echo  open 127.0.0.1 ");
}

TEST(Requests, OfOnePacketAreAnsweredInOrder) {
    const Door door;
    RawClient client = door.client();
    client.send(
        "GET /echo/1 HTTP/1.1\r\nHost: a\r\n\r\n"
        "POST /echo/2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nA: "
        "b\r\n\r\n"
        "GET /echo/3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.read_answer()->body.starts_with("GET /echo/1"));
    EXPECT_TRUE(client.read_answer()->body.ends_with("abcde"));
    const auto last = client.read_answer();
    EXPECT_TRUE(last->body.starts_with("GET /echo/3"));
    EXPECT_EQ(last->header("connection"), "close");
    EXPECT_TRUE(client.closed_within(milliseconds(2000)));
}

TEST(Requests, MayArriveByteByByte) {
    const Door door;
    RawClient client = door.client();
    for (const char c : std::string("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"))
        client.send(std::string_view(&c, 1));
    EXPECT_TRUE(client.read_answer()->body.ends_with("abc"));
}

TEST(Requests, OfHeadGetTheHeaderAlone) {
    const Door door;
    RawClient client = door.client();
    client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.read_answer("HEAD");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("content-length"), std::to_string(std::string("HEAD /echo  open 127.0.0.1 ").size()));
    EXPECT_TRUE(client.get("/echo/after")->body.starts_with("GET /echo/after"));  // nothing of a body came between
    const auto nothing = client.get("/nothing");
    EXPECT_EQ(nothing->status, 204);
    EXPECT_FALSE(nothing->headers.contains("content-length"));
}

TEST(Requests, OfTheOldProtocolAreAnsweredItsWay) {
    const Door door;
    RawClient once = door.client();
    once.send("GET /echo HTTP/1.0\r\n\r\n");
    EXPECT_EQ(once.read_answer()->status, 200);
    EXPECT_TRUE(once.closed_within(milliseconds(2000)));
    RawClient kept = door.client();
    for (int i = 0; i < 2; ++i) {
        kept.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        const auto answer = kept.read_answer();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->header("connection"), "keep-alive");
    }
}

TEST(Requests, ThatExpectToBeAskedAreAsked) {
    const Door door;
    RawClient client = door.client();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n");
    EXPECT_EQ(client.read_answer()->status, 100);
    client.send("abc");
    EXPECT_TRUE(client.read_answer()->body.ends_with("abc"));
    client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_answer()->status, 413);  // nothing of it was wanted
}

TEST(Requests, ThatAreMalformedAreRefusedAndTheConnectionEnds) {
    const std::pair<std::string, int> rows[] = {
        {"GET /echo HTTP/1.1\r\n\r\n", 400},  // no Host
        {"GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET /echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400},
        {"GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET echo HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /echo HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        {"GET /echo HTTP/1.1\nHost: a\n\n", 400},
        {"GET /echo HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"GET /echo HTTP/1.1\r\nHost: a\r\nX: a\x01b\r\n\r\n", 400},
        {"G\x01T /echo HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"\r\n\r\n\r\n", 400},
        {"\x16\x03\x01\x02\x01\x01\xfc\x03\x03", 400},  // TLS on a plain door
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", 400},
        {"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"GET /echo HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n", 431},
        {"GET /" + std::string(17'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 431},
        {"POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\nhello world", 413},
        {"POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n",
         413},
        {"GET /throw HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 500},
        {"GET /unsendable HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 500},
    };
    const Door door;
    for (const auto& [sent, status] : rows) {
        RawClient client = door.client();
        client.send(sent);
        const auto answer = client.read_answer();
        ASSERT_TRUE(answer) << sent.substr(0, 100);
        EXPECT_EQ(answer->status, status) << sent.substr(0, 100);
        EXPECT_TRUE(client.closed_within(milliseconds(5000))) << sent.substr(0, 100);
    }
    EXPECT_EQ(door.site.answered, 1);  // /unsendable alone came as far as an answer
    EXPECT_EQ(door.listener->counts().faults, 2U);
}

TEST(Requests, ThatBreakOffLeaveNothingBehind) {
    const Door door;
    for (const std::string_view begun :
         {"", "GE", "GET /echo HTTP/1.1\r\nHo", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab",
          "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"}) {
        RawClient client = door.client();
        client.send(begun);
    }
    for (int i = 0; i < 500 && door.listener->counts().connections > 0; ++i)
        std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(door.listener->counts().connections, 0U);
    EXPECT_EQ(door.site.answered, 0);
    EXPECT_EQ(door.listener->counts().faults, 0U);
}

// The client is still sending when the refusal is on its way: it must arrive all the same.
TEST(Requests, WithABodyMuchTooLargeHearWhy) {
    const Door door;
    RawClient client = door.client();
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");
    client.send(std::string(3'000'000, 'x'));
    const auto answer = client.read_answer();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_EQ(answer->body, "refused");
}

TEST(Requests, ThroughAProxyTellWhoAsked) {
    const Door open({}, {}, false), behind({}, {}, true);
    const std::string headers = "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n";
    RawClient direct = open.client();
    EXPECT_EQ(direct.get("/echo", headers)->body, "GET /echo  open 127.0.0.1 ");
    RawClient proxied = behind.client();
    EXPECT_EQ(proxied.get("/echo", headers)->body, "GET /echo  secure 198.51.100.7 ");
    EXPECT_EQ(proxied.get("/echo", "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2001:db8::1\r\n")->body,
              "GET /echo  open 2001:db8::1 ");
    EXPECT_EQ(proxied.get("/echo", "X-Forwarded-For: <script>\r\n")->body, "GET /echo  open 127.0.0.1 ");
    EXPECT_EQ(proxied.get("/echo", "X-Forwarded-For: ,\r\n")->body, "GET /echo  open 127.0.0.1 ");
}

}  // namespace
}  // namespace praxis::tests
