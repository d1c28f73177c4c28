#include "server/log/log.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <latch>

namespace praxis::log {
namespace {

TEST(Log, LinesAreJson) {
    const std::string line = to_line(1'764'381'600'123, Level::warning, "request",
                                     {{Key::route, std::string("/api/v1/attempts/:attempt")},
                                      {Key::status, std::int64_t{503}},
                                      {Key::milliseconds, 1.25},
                                      {Key::peer, std::string("192.0.2.77")},
                                      {Key::detail, std::string("a \"quoted\"\nline")}});
    EXPECT_EQ(
        line,
        R"({"time":"2025-11-29T02:00:00.123Z","level":"warning","what":"request","route":"/api/v1/attempts/:attempt",)"
        R"("status":503,"ms":1.250,"peer":"192.0.2.0","detail":"a \"quoted\" line"})");
    EXPECT_NO_THROW(boost::json::parse(line));
}

TEST(Log, NamesEveryKey) {
    for (int i = 0; i <= static_cast<int>(Key::detail); ++i) EXPECT_FALSE(name(static_cast<Key>(i)).empty()) << i;
    EXPECT_EQ(name(Key::detail), "detail");
    EXPECT_EQ(name(Key::milliseconds), "ms");
}

TEST(Log, SecretsAndMailAddressesAreBlanked) {
    const std::pair<const char*, const char*> rows[] = {
        {"no route to ada@example.com today", "no route to [mail] today"},
        {"cannot reach postgresql://praxis:s3cret@db.internal:5432/praxis",
         "cannot reach postgresql://[hidden]@db.internal:5432/praxis"},
        {"host=db password=s3cret dbname=p", "host=db password=[hidden] dbname=p"},
        {"Authorization: Bearer abc.def-ghi", "Authorization: Bearer [hidden]"},
        {"token=abc", "token=[hidden]"},
        {"the password: abc", "the password: [hidden]"},
        {"API_KEY:abc", "API_KEY:[hidden]"},
        {"got prx_4f9ZpQ2LxV7sT1nB8yKc3mRd6wHj0aEu", "got [hidden]"},
        {"(4f9ZpQ2LxV7sT1nB8yKc3mRd6wHj0aEu5)", "([hidden])"},
        {"job 0193a5b2-7c1d-7e00-8a00-0123456789ab is late", "job 0193a5b2-7c1d-7e00-8a00-0123456789ab is late"},
        {"disk full: /var/lib/praxis/praxis.db", "disk full: /var/lib/praxis/praxis.db"},
        {"at 10:30, 5 @ 3", "at 10:30, 5 @ 3"},
        {"broken \xff\xc3 bytes\x01", "broken ?? bytes "},
        {"", ""},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(scrubbed(text), expected);
    EXPECT_LT(scrubbed(std::string(10'000, ' ')).size(), 600U);
}

TEST(Log, AddressesAreShortened) {
    const std::pair<const char*, const char*> rows[] = {{"192.0.2.77", "192.0.2.0"},
                                                        {"2001:db8:1:2::3", "2001:db8:1::"},
                                                        {"2001:db8::3", "2001:db8::"},
                                                        {"::1", "::"},
                                                        {"", ""}};
    for (const auto& [address, expected] : rows) EXPECT_EQ(shortened(address), expected);
}

TEST(Log, WritesInOrderAndDropsWhatItCannotKeepUpWith) {
    std::string written;
    std::latch release(1);
    bool first = true;
    {
        Log log(
            Level::info, [] { return std::int64_t{0}; },
            [&](const std::string& lines) {
                if (std::exchange(first, false)) release.wait();
                written += lines;
            });
        log.write(Level::debug, "unsaid");
        for (int i = 0; i < 20'000; ++i) log.info("line", {{Key::count, std::int64_t{i}}});
        EXPECT_GT(log.dropped(), 1000U);
        release.count_down();
        log.flush();
        log.info("last");
    }
    EXPECT_EQ(written.find("unsaid"), std::string::npos);
    EXPECT_LT(written.find("\"count\":0}"), written.find("\"count\":1}"));
    EXPECT_NE(written.find("\"what\":\"last\""), std::string::npos);
}

}  // namespace
}  // namespace praxis::log
