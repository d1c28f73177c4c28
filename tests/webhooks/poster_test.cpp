// Sending webhooks: the signature a receiver checks, what a bad receiver can do, and where nothing is ever sent.
#include "adapters/integrations/webhooks/poster.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>

#include <chrono>

#include "adapters/integrations/outbound.hpp"
#include "adapters/integrations/public_address.hpp"
#include "adapters/integrations/retry_after.hpp"
#include "adapters/integrations/webhooks/signature.hpp"
#include "tests/webhooks/target.hpp"

namespace praxis::testing {
namespace {

using namespace std::chrono_literals;
using integrations::Poster;

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

TEST(Signature, IsTheOneOfTheSpecification) {
    // The worked example of Standard Webhooks 1.0.
    EXPECT_EQ(
        integrations::signature_of({"msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})"}, {kSecret}),
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(Signature, OfTwoSecretsAreTwo) {
    const std::string both = integrations::signature_of({"a", 1, "b"}, {kSecret, "whsec_c2Vjb25k"});
    EXPECT_EQ(both, integrations::signature_of({"a", 1, "b"}, {kSecret}) + " " +
                        integrations::signature_of({"a", 1, "b"}, {"whsec_c2Vjb25k"}));
    EXPECT_EQ(integrations::signature_of({"a", 1, "b"}, {"no secret", "whsec_§"}), "");
}

app::WebhookPost message_to(const std::string& url) {
    return {url, "01981f10-7a00-7000-8000-00000000e001", R"({"type":"ping"})", 1'790'000'000, {kSecret}};
}

class Posting : public ::testing::Test {
protected:
    app::WebhookPosted post(const std::string& scheme = "http", std::chrono::milliseconds time = 1500ms) {
        return Poster({true, {}, time}).post(message_to(target.url(scheme)));
    }
    Target target;
};

TEST_F(Posting, BringsTheMessageSigned) {
    EXPECT_EQ(post().status, 200);
    ASSERT_EQ(target.received().size(), 1u);
    const Received got = target.received().front();
    EXPECT_EQ(got.line, "POST /in HTTP/1.1");
    EXPECT_EQ(got.body, R"({"type":"ping"})");
    EXPECT_EQ(got.headers.at("content-type"), "application/json");
    EXPECT_EQ(got.headers.at("webhook-id"), "01981f10-7a00-7000-8000-00000000e001");
    EXPECT_EQ(got.headers.at("webhook-timestamp"), "1790000000");
    EXPECT_EQ(got.headers.at("webhook-signature"),
              integrations::signature_of({got.headers.at("webhook-id"), 1'790'000'000, got.body}, {kSecret}));
}

TEST_F(Posting, TellsTheStatus) {
    for (const int status : {204, 400, 410, 503}) {
        target.status = status;
        EXPECT_EQ(post().status, status);
    }
}

TEST_F(Posting, TellsHowLongItIsToRest) {
    target.ask_for_rest("120");
    for (const int status : {429, 503}) {
        target.status = status;
        EXPECT_EQ(post().rest_ms, 120'000) << status;
    }
    for (const int status : {200, 404, 500}) {
        target.status = status;
        EXPECT_EQ(post().rest_ms, 0) << status << " means nothing by it";
    }
    target.status = 503;
    target.ask_for_rest("Mon, 21 Sep 2026 14:14:20 GMT");  // a minute after the message
    EXPECT_EQ(post().rest_ms, 60'000);
    target.ask_for_rest("soon");
    EXPECT_EQ(post().rest_ms, 0);
}

TEST(RetryAfter, IsSecondsOrADate) {
    constexpr std::int64_t kNow_s = 1'790'000'000, kYear_ms = 366LL * 24 * 3600 * 1000;
    const auto read = [](const char* value) { return integrations::retry_after_ms(value, kNow_s); };
    EXPECT_EQ(read("0"), 0);
    EXPECT_EQ(read("3600"), 3'600'000);
    EXPECT_EQ(read("Mon, 21 Sep 2026 14:13:30 GMT"), 10'000);
    EXPECT_EQ(read("Monday, 21-Sep-26 14:13:30 GMT"), 10'000) << "as RFC 850 had it";
    EXPECT_EQ(read("Thu, 01 Jan 2026 00:00:00 GMT"), 0) << "over";
    EXPECT_EQ(read("9223372036854775807"), kYear_ms);
    EXPECT_EQ(read("99999999999999999999999999"), kYear_ms);
    EXPECT_EQ(read("Fri, 31 Dec 9999 23:59:59 GMT"), kYear_ms);
    for (const char* none : {"", "-5", "1.5", "5s", " 5", "soon", "21 Sep 2026", "Mon, nothing"})
        EXPECT_FALSE(read(none)) << none;
}

TEST_F(Posting, DoesNotWaitForWhoHangs) {
    target.manner = Manner::hangs;
    const auto began = std::chrono::steady_clock::now();
    const auto posted = post("http", 400ms);
    EXPECT_FALSE(posted.status);
    EXPECT_TRUE(posted.again);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST_F(Posting, DoesNotWaitForWhoDribbles) {
    target.manner = Manner::dribbles;
    const auto began = std::chrono::steady_clock::now();
    EXPECT_FALSE(post("http", 800ms).status);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
}

TEST_F(Posting, ReadsNoTenMegabytes) {
    target.manner = Manner::floods;
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(post().status, 200) << "it was taken, and the rest is not read";
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
}

TEST_F(Posting, FollowsNoRedirect) {
    target.manner = Manner::redirects;
    EXPECT_EQ(post().status, 307);
    EXPECT_EQ(target.received().size(), 1u);
}

TEST_F(Posting, IsNotTakenInByWhoHangsUp) {
    target.manner = Manner::hangs_up;
    const auto posted = post();
    EXPECT_FALSE(posted.status);
    EXPECT_TRUE(posted.again);
}

TEST_F(Posting, SendsNothingOverTlsThatIsNone) {
    const auto posted = post("https");
    EXPECT_FALSE(posted.status);
    for (const Received& got : target.received()) EXPECT_EQ(got.body, "");
}

TEST_F(Posting, NeverReachesThisMachineUnlessItMay) {
    const Poster poster({false, {}, 1500ms});
    for (const std::string scheme : {"http", "https"}) {
        const auto posted = Poster({false, {}, 1500ms}).post(message_to(target.url(scheme)));
        EXPECT_FALSE(posted.status);
        EXPECT_FALSE(posted.again);
    }
    // A name that stands for this machine is only known when it was looked up.
    integrations::OutboundRequest request;
    request.url = target.url();
    request.url.replace(request.url.find("127.0.0.1"), 9, "localhost");
    request.only_public = true;
    EXPECT_THROW(integrations::ask(request), integrations::OutboundForbidden);
    request.only_public = false;
    EXPECT_EQ(integrations::ask(request).status, 200);
    EXPECT_EQ(target.received().size(), 1u);
}

TEST(PosterFaults, OfAddresses) {
    const Poster outside({}), inside({true, {}});
    for (const char* sound : {"https://crm.example/in", "https://crm.example:8443/in?a=1", "https://93.184.216.34/"})
        EXPECT_EQ(outside.fault_of(sound), "") << sound;
    for (const char* bad : {"",
                            "crm.example",
                            "http://crm.example/in",
                            "ftp://crm.example",
                            "https://",
                            "https://a:b@crm.example/",
                            "https://a@crm.example/",
                            "https://localhost/",
                            "https://db.internal/",
                            "https://127.0.0.1/",
                            "https://127.1/",
                            "https://0x7f000001/",
                            "https://2130706433/",
                            "https://0/",
                            "https://10.1.2.3/",
                            "https://172.31.0.1/",
                            "https://192.168.0.1/",
                            "https://169.254.169.254/latest/",
                            "https://100.64.0.1/",
                            "https://[::1]/",
                            "https://[::ffff:10.0.0.1]/",
                            "https://[fe80::1]/",
                            "https://[fd00::1]/",
                            "https://[64:ff9b::7f00:1]/",
                            "file:///etc/passwd",
                            "https://crm.example/\r\nx: y"})
        EXPECT_NE(outside.fault_of(bad), "") << bad;
    EXPECT_EQ(inside.fault_of("http://10.1.2.3/in"), "");
    EXPECT_NE(inside.fault_of("ftp://10.1.2.3/in"), "");
}

TEST(PublicAddress, KnowsWhatIsNone) {
    for (const char* open :
         {"8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"})
        EXPECT_TRUE(integrations::is_public_or_name(open)) << open;
    for (const char* shut : {"0.0.0.0", "127.255.255.255", "172.16.0.1", "224.0.0.1", "255.255.255.255", "198.19.0.1",
                             "::", "::1", "fec0::1", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2002:c0a8:101::",
                             "2001::1", "::127.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1", "100::1"})
        EXPECT_FALSE(integrations::is_public_or_name(shut)) << shut;
}

}  // namespace
}  // namespace praxis::testing
