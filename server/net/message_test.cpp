#include "server/net/message.hpp"

#include <gtest/gtest.h>

namespace praxis::net {
namespace {

TEST(Request, ParametersAreFoundAndDecoded) {
    Request request;
    request.query = "after=a%20b&empty=&flag&limit=5&limit=6&=x&xlimit=7";
    EXPECT_EQ(request.parameter("after"), "a b");
    EXPECT_EQ(request.parameter("empty"), "");
    EXPECT_EQ(request.parameter("flag"), "");
    EXPECT_EQ(request.parameter("limit"), "5");  // the first counts
    EXPECT_EQ(request.parameter("absent"), "");
    EXPECT_EQ(request.parameter("imit"), "");
}

TEST(Request, CookiesAreFound) {
    Request request;
    request.headers["cookie"] = "theme=dark;praxis=s3cret ; quoted=\"a b\"; praxis=second; broken";
    EXPECT_EQ(request.cookie("praxis"), "s3cret");
    EXPECT_EQ(request.cookie("theme"), "dark");
    EXPECT_EQ(request.cookie("quoted"), "a b");
    EXPECT_EQ(request.cookie("broken"), "");
    EXPECT_EQ(request.cookie("raxis"), "");
    EXPECT_EQ(Request().cookie("praxis"), "");
}

TEST(Response, HeadersAreFoundInAnyCaseAndReplaced) {
    Response response;
    response.add("ETag", "\"1\"");
    response.add("set-cookie", "a=1");
    response.add("set-cookie", "b=2");
    EXPECT_EQ(response.header("etag"), "\"1\"");
    response.set("etag", "\"2\"");
    EXPECT_EQ(response.header("etag"), "\"2\"");
    EXPECT_EQ(response.headers.size(), 3U);
    EXPECT_EQ(response.header("location"), "");
}

TEST(Response, ThatWouldBreakOutOfItsLineIsNotSendable) {
    Response good;
    good.add("content-type", "text/plain; charset=utf-8");
    good.add("x-name", "caf\xc3\xa9\tok");
    EXPECT_TRUE(sendable(good));
    const std::pair<const char*, std::string> bad[] = {{"location", "/a\r\nset-cookie: x=1"},
                                                       {"a b", "x"},
                                                       {"", "x"},
                                                       {"x", std::string("a\0b", 3)},
                                                       {"x:", "a"},
                                                       {"x", "\x7f"},
                                                       {"x\n", "a"}};
    for (const auto& [name, value] : bad) {
        Response response;
        response.add(name, value);
        EXPECT_FALSE(sendable(response)) << name;
    }
    for (const int status : {0, 100, 101, 199, 600, -1}) {
        Response response;
        response.status = status;
        EXPECT_FALSE(sendable(response)) << status;
    }
}

}  // namespace
}  // namespace praxis::net
