// `praxis serve` as people start it: the printed link makes an admin, who is still there after a kill; a stop is clean;
// what it is told wrongly is refused with advice.
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/http/raw_client.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

namespace fs = std::filesystem;
using tests::RawClient;

class Serve : public ::testing::Test {
protected:
    Serve() {
        std::string name = "/tmp/praxis-serve-XXXXXX";
        folder_ = ::mkdtemp(name.data());
    }
    ~Serve() override { fs::remove_all(folder_); }

    std::vector<std::string> command(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {
            PRAXIS_PROGRAM, "serve", "--port", "0", "--database", (folder_ / "praxis.sqlite").string()};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    fs::path folder_;
};

std::uint16_t port_in(const std::string& line) {
    return static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
}

std::string after(const std::string& line, const std::string& mark) {
    const std::size_t at = line.find(mark);
    return at == std::string::npos ? std::string() : line.substr(at + mark.size());
}

std::string headers_for(std::uint16_t port) {
    return "content-type: application/json\r\norigin: http://127.0.0.1:" + std::to_string(port) + "\r\n";
}

int status_of_log_in(std::uint16_t port, const std::string& password) {
    const boost::json::object body{{"email", "ada@mail.example"}, {"password", password}};
    const auto answer = RawClient(port).post("/api/v1/session", boost::json::serialize(body), headers_for(port));
    return answer ? answer->status : 0;
}

constexpr const char* kPassword = "the tray in the scanner room";

TEST_F(Serve, ThePageIsThereForEverybodyBehindOneAddress) {
    const fs::path page = folder_ / "page";
    fs::create_directories(page / "assets");
    std::ofstream(page / "index.html") << "<!doctype html><title>Praxis</title>";
    std::ofstream(page / "assets" / "app-B1xq9c3d.js") << "let a = 1;";
    Process server(command({"--page", page.string()}));
    const std::uint16_t port = port_in(server.line());
    for (int i = 0; i < 150; ++i) ASSERT_EQ(RawClient(port).get("/assets/app-B1xq9c3d.js")->status, 200) << i;
    const auto place = RawClient(port).get("/attempts/7/review");
    EXPECT_EQ(place->status, 200) << "a place of the page's own navigation";
    EXPECT_NE(place->body.find("<title>Praxis"), std::string::npos);
    EXPECT_NE(place->header("content-security-policy").find("script-src 'self'"), std::string::npos);
    const auto same = RawClient(port).get("/", "if-none-match: " + place->header("etag") + "\r\n");
    EXPECT_EQ(same->status, 304);
    EXPECT_EQ(same->header("content-security-policy"), place->header("content-security-policy"));
    const auto script = RawClient(port).get("/assets/app-B1xq9c3d.js");
    EXPECT_NE(script->header("content-security-policy").find("connect-src 'self'"), std::string::npos)
        << "a worker of the page asks this server, and no other";
    EXPECT_EQ(RawClient(port).get("/assets/gone-B1xq9c3d.js")->status, 404);
    const auto nowhere = RawClient(port).get("/api/v1/nowhere");
    EXPECT_EQ(nowhere->status, 404);
    EXPECT_EQ(nowhere->header("content-type"), "application/problem+json");
}

// What came back, or the code of its problem.
std::string told(const std::optional<tests::Answer>& answer) {
    if (!answer) return "nothing";
    const std::size_t at = answer->body.find("\"code\":\"");
    if (answer->header("content-type") != "application/problem+json" || at == std::string::npos) return answer->body;
    return std::to_string(answer->status) + " " + answer->body.substr(at + 8, answer->body.find('"', at + 8) - at - 8);
}

TEST_F(Serve, TakesBodiesAsLongAsTheirAddressSays) {
    Process server(command());
    const std::uint16_t port = port_in(server.line());
    const std::string headers = headers_for(port), inside = R"({"source":")" + std::string(16 << 10, 'x') + "\"}";
    const auto sent = [&](const char* path, const std::string& body) {
        return told(RawClient(port).post(path, body, headers));
    };
    EXPECT_EQ(sent("/api/v1/session", inside), "413 too_large");
    EXPECT_EQ(sent("/api/v1/attempts", inside), "413 too_large");
    EXPECT_EQ(sent("/api/v1/nowhere", inside), "413 too_large");
    EXPECT_EQ(sent("/api/v1/session", std::string(16 << 10, ' ')), "400 bad_request") << "no more than is allowed";
    EXPECT_EQ(sent("/api/v1/strategies/check", inside), "401 unauthenticated") << "a strategy is longer";
    EXPECT_EQ(sent("/api/v1/transcripts", std::string(5 << 20, ' ')), "401 unauthenticated");
    EXPECT_EQ(sent("/api/v1/strategies", std::string(5 << 20, ' ')), "413 too_large");
    RawClient unannounced(port);
    unannounced.send("POST /api/v1/session HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n" + headers + "\r\n");
    for (int i = 0; i < 5; ++i) unannounced.send("1000\r\n" + std::string(4096, ' ') + "\r\n");
    EXPECT_EQ(told(unannounced.read_answer("POST")), "413 too_large");
}

TEST_F(Serve, APageThatIsNotThereIsRefusedBeforeItListens) {
    Process server(command({"--page", (folder_ / "nowhere").string()}));
    EXPECT_EQ(server.exit_code(), 4);
}

TEST_F(Serve, TheFirstAdminIsThereAfterAKill) {
    {
        Process server(command());
        const std::uint16_t port = port_in(server.line());
        const std::string secret = after(server.line(), "/start#");
        ASSERT_FALSE(secret.empty());
        EXPECT_EQ(RawClient(port).get("/healthz")->status, 200);
        EXPECT_EQ(RawClient(port).get("/readyz")->status, 200);
        EXPECT_EQ(RawClient(port).get("/api/v1/people")->status, 401);
        const boost::json::object founding{{"link", secret},
                                           {"company", "Hallam Steel"},
                                           {"name", "Ada Moreno"},
                                           {"email", "ada@mail.example"},
                                           {"password", kPassword}};
        const std::string body = boost::json::serialize(founding);
        const auto made = RawClient(port).post("/api/v1/start", body, headers_for(port));
        ASSERT_TRUE(made);
        EXPECT_LT(made->status, 300) << made->body;
        EXPECT_GE(RawClient(port).post("/api/v1/start", body, headers_for(port))->status, 400) << "once is enough";
        server.kill();
    }
    Process again(command());
    const std::uint16_t port = port_in(again.line());
    EXPECT_LT(status_of_log_in(port, kPassword), 300);
    EXPECT_EQ(status_of_log_in(port, "another password here"), 401);
}

TEST_F(Serve, StopsCleanlyWhenTold) {
    Process server(command({"--log-level", "error"}));
    const std::uint16_t port = port_in(server.line());
    EXPECT_EQ(RawClient(port).get("/healthz")->status, 200);
    server.tell(SIGTERM);
    EXPECT_EQ(server.exit_code(), 0);
}

TEST_F(Serve, TheDemoCompanyIsMadeOnceAndOpens) {
    Process server(command({"--demo"}));
    const std::uint16_t port = port_in(server.line());
    std::string email, password;
    for (std::string line = server.line(); !line.empty() && password.empty(); line = server.line()) {
        if (email.empty() && line.starts_with("  ")) email = line.substr(2, line.find(' ', 2) - 2);
        password = after(line, "all of them: ");
        if (!password.empty()) break;
    }
    ASSERT_FALSE(email.empty());
    ASSERT_FALSE(password.empty());
    const boost::json::object body{{"email", email}, {"password", password}, {"company", "demo"}};
    const auto answer = RawClient(port).post("/api/v1/session", boost::json::serialize(body), headers_for(port));
    ASSERT_TRUE(answer);
    EXPECT_LT(answer->status, 300) << answer->body;
}

TEST_F(Serve, IsToldByAFileWhereNothingElseSaysIt) {
    const fs::path file = folder_ / "praxis.yaml";
    std::ofstream(file) << "# of this house\nlog-level: error\nport: 1\npublic-address: https://praxis.example\n";
    Process server(command({"--config", file.string()}));
    EXPECT_EQ(server.line(), "Praxis listens on https://praxis.example") << "and the port is the command line's";
    server.tell(SIGTERM);
    EXPECT_EQ(server.exit_code(), 0);
}

TEST_F(Serve, RefusesAFileWithWhatItDoesNotKnow) {
    const fs::path file = folder_ / "praxis.yaml";
    for (const char* wrong : {"prot: 8080\n", "workers: many\n", "workers: 100\n", "workers: [1, 2]\n", "- port\n",
                              "host: a\nhost: b\n", "{", "log-level: loud\n"}) {
        std::ofstream(file) << wrong;
        Process server(command({"--config", file.string()}));
        EXPECT_EQ(server.exit_code(), 3) << wrong;
    }
    Process nowhere(command({"--config", (folder_ / "no such file").string()}));
    EXPECT_EQ(nowhere.exit_code(), 3);
}

TEST_F(Serve, RefusesWhatItDoesNotKnow) {
    Process server(command({"--prot", "8080"}));
    EXPECT_EQ(server.exit_code(), 2);
    Process taken(command({"--certificate", "/no/such/file.pem", "--key", "/no/such/key.pem"}));
    EXPECT_EQ(taken.exit_code(), 4);
}

}  // namespace
}  // namespace praxis::testing
