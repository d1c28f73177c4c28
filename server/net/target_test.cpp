#include "server/net/target.hpp"

#include <gtest/gtest.h>

namespace praxis::net {
namespace {

struct Row {
    std::string_view sent, path, query;
};

TEST(Target, IsTakenApartAndDecoded) {
    const Row rows[] = {
        {"/", "/", ""},
        {"/?", "/", ""},
        {"/api/v1/attempts", "/api/v1/attempts", ""},
        {"/a?x=1&y=2?3", "/a", "x=1&y=2?3"},
        {"/a%20b", "/a b", ""},
        {"/caf%C3%A9", "/café", ""},
        {"/a+b", "/a+b", ""},
        {"/a//b/", "/a//b/", ""},
        {"/...", "/...", ""},
        {"/.hidden", "/.hidden", ""},
        {"/a;b=c", "/a;b=c", ""},
        {"http://praxis.example/a?b", "/a", "b"},
        {"https://praxis.example", "/", ""},
        {"/a?q=%2F..%2F", "/a", "q=%2F..%2F"},
    };
    for (const Row& row : rows) {
        const auto target = read_target(row.sent);
        ASSERT_TRUE(target) << row.sent;
        EXPECT_EQ(target->path, row.path);
        EXPECT_EQ(target->query, row.query);
    }
}

TEST(Target, ThatCouldBeReadInTwoWaysIsRefused) {
    const std::string_view rows[] = {
        "",
        "a",
        "*",
        "host:443",
        "?a",
        "/a/../b",
        "/..",
        "/.",
        "/a/.",
        "/%2e%2e/b",
        "/a/%2E",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a%00b",
        "/a%0Ab",
        "/a%7f",
        "/a%",
        "/a%4",
        "/a%zz",
        "/%C3",           // half a character
        "/%C0%AF",        // an overlong "/"
        "/%ED%A0%80",     // a surrogate
        "/%F4%90%80%80",  // beyond the last character
        "/a#b",
        "/a?x=%",
        "/a?x=%zz",
        "/a?x=%00",
        "/a?x=%FF",
        "http://praxis.example?a",
        "ftp://praxis.example/a",
        "//\\",
    };
    for (const std::string_view row : rows) EXPECT_FALSE(read_target(row)) << row;
}

TEST(Target, WordsOfAQueryAreDecoded) {
    EXPECT_EQ(decoded_word("a+b%20c%2B"), "a b c+");
    EXPECT_EQ(decoded_word("%C3%A9"), "é");
    EXPECT_EQ(decoded_word("100%"), "100%");
    EXPECT_EQ(decoded_word("%4"), "%4");
    EXPECT_EQ(decoded_word(""), "");
}

TEST(Target, Utf8IsTold) {
    for (const std::string_view good : {"", "abc", "é", "€", "𝄞", "\xf4\x8f\xbf\xbf", "\xef\xbf\xbd"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const std::string_view bad : {"\x80", "\xc3", "\xc3(", "\xe2\x82", "\xf0\x9d\x84", "\xc1\xbf", "\xe0\x9f\xbf",
                                       "\xf0\x8f\xbf\xbf", "\xf5\x80\x80\x80", "\xff", "a\xfe"})
        EXPECT_FALSE(is_utf8(bad)) << bad;
}

}  // namespace
}  // namespace praxis::net
