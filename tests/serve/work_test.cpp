// What outlives a request, with `praxis serve` as it is started: letters, webhooks, the sweep, a company that is
// erased; with a mail server that takes nothing, and a node that is killed in the middle.
#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "tests/http/raw_client.hpp"
#include "tests/serve/mail_server.hpp"
#include "tests/storage/cluster.hpp"
#include "tests/storage/installation.hpp"
#include "tests/storage/process.hpp"
#include "tests/webhooks/target.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using tests::RawClient;

constexpr const char* kWord = "the tray in the scanner room";

bool eventually(const std::function<bool()>& what) {
    const auto end = std::chrono::steady_clock::now() + 60s;  // on the slowest machine
    while (!what() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(50ms);
    return what();
}

// A node whose demo company's admin is logged in.
class WorkingNode {
public:
    WorkingNode(const std::string& database, const std::vector<std::string>& more) : process_(command(database, more)) {
        const std::string first = process_.line();
        port_ = static_cast<std::uint16_t>(std::stoi(first.substr(first.rfind(':') + 1)));
        for (std::string line = process_.line(); !line.empty(); line = process_.line())
            if (line.find("all of them: ") != std::string::npos) break;
        log_in();
    }

    json::value ask(const std::string& method, const std::string& path, const std::string& body = {},
                    int status = 200) {
        RawClient client(port_);
        client.send(method + " " + path + " HTTP/1.1\r\nhost: 127.0.0.1:" + std::to_string(port_) + "\r\n" + headers_ +
                    "content-length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
        const auto answer = client.read_answer(method);
        EXPECT_TRUE(answer && answer->status == status) << method << " " << path << " " << (answer ? answer->body : "");
        return answer && !answer->body.empty() ? json::parse(answer->body) : json::value();
    }
    json::array jobs(const std::string& state) {
        return ask("GET", "/api/v1/jobs?state=" + state).at("items").as_array();
    }
    std::string metrics() { return RawClient(port_).get("/metrics")->body; }
    int status_of_log_in() {
        const json::object body{{"email", "admin@demo.invalid"}, {"password", kWord}, {"company", "demo"}};
        return RawClient(port_).post("/api/v1/session", json::serialize(body), origin())->status;
    }
    void kill() { process_.kill(), process_.exit_code(); }
    int stop() { return process_.tell(SIGTERM), process_.exit_code(); }

private:
    static std::vector<std::string> command(const std::string& database, const std::vector<std::string>& more) {
        std::vector<std::string> words = {PRAXIS_PROGRAM, "serve",      "--demo", "--demo-password",
                                          kWord,          "--port",     "0",      "--log-level",
                                          "error",        "--database", database};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    std::string origin() const {
        return "content-type: application/json\r\norigin: http://127.0.0.1:" + std::to_string(port_) + "\r\n";
    }
    void log_in() {
        const json::object body{{"email", "admin@demo.invalid"}, {"password", kWord}, {"company", "demo"}};
        const auto answer = RawClient(port_).post("/api/v1/session", json::serialize(body), origin());
        ASSERT_TRUE(answer && answer->status == 201);
        std::string all;
        const std::string cookies = answer->header("set-cookie") + "\n";
        for (std::size_t at = 0, end = 0; (end = cookies.find('\n', at)) != std::string::npos; at = end + 1)
            all += cookies.substr(at, cookies.find(';', at) - at) + "; ";
        headers_ = origin() + "cookie: " + all +
                   "\r\nx-csrf-token: " + std::string(json::parse(answer->body).at("csrf_token").as_string()) + "\r\n";
    }

    Process process_;
    std::uint16_t port_ = 0;
    std::string headers_;
};

class Working : public ::testing::Test {
protected:
    std::string file() const { return (folder_.path() / "praxis.sqlite").string(); }
    std::vector<std::string> mailing() const {
        return {"--smtp-host", "127.0.0.1", "--smtp-port", std::to_string(mail_.port()),
                "--smtp-tls",  "none",      "--mail-from", "Praxis <praxis@hallam.example>"};
    }
    static std::string invitation(const std::string& word) {
        return R"({"email":")" + word + R"(@hallam.example","name":"New One","roles":["rep"]})";
    }
    Folder folder_;
    MailServer mail_;
    Target target_;
};

TEST_F(Working, InvitesByMail) {
    WorkingNode node(file(), mailing());
    const json::value invited = node.ask("POST", "/api/v1/people", invitation("new"), 201);
    EXPECT_FALSE(invited.as_object().contains("link")) << "it is for the invited alone";
    ASSERT_TRUE(eventually([&] { return mail_.letters().size() == 1; }));
    const std::string letter = mail_.letters().front();
    EXPECT_NE(letter.find("<new@hallam.example>"), std::string::npos) << letter;
    const std::size_t at = letter.find("/join#");
    ASSERT_NE(at, std::string::npos) << letter;
    const std::string link = letter.substr(at + 6, letter.find('\n', at) - at - 6);
    const json::value seen =
        node.ask("POST", "/api/v1/invitations/look", json::serialize(json::object{{"link", link}}));
    EXPECT_EQ(seen.at("name").as_string(), "New One");
    EXPECT_TRUE(eventually([&] { return !node.jobs("done").empty(); }));
    EXPECT_EQ(node.stop(), 0);
}

TEST_F(Working, AnAdminSeesTheLetterThatNobodyTakesAndTriesItAgain) {
    mail_.takes = false;
    WorkingNode node(file(), mailing());
    node.ask("POST", "/api/v1/people", invitation("new"), 201);
    ASSERT_TRUE(eventually([&] { return node.jobs("dead").size() == 1; }));
    const json::object dead = node.jobs("dead").front().as_object();
    EXPECT_EQ(dead.at("kind").as_string(), "mail.invitation");
    EXPECT_NE(std::string(dead.at("last_error").as_string()).find("550"), std::string::npos);
    EXPECT_TRUE(eventually([&] { return node.metrics().find("praxis_jobs{state=\"dead\"} 1") != std::string::npos; }));
    mail_.takes = true;
    node.ask("POST", "/api/v1/jobs/" + std::string(dead.at("id").as_string()) + "/retry");
    EXPECT_TRUE(eventually([&] { return mail_.letters().size() == 1 && node.jobs("dead").empty(); }));
}

// Whoever asks for it need not be logged in, and does not hear whether there is such an account.
TEST_F(Working, AnAdminSeesTheLetterAboutAPasswordThatNobodyTakes) {
    mail_.takes = false;
    WorkingNode node(file(), mailing());
    node.ask("POST", "/api/v1/password-resets", R"({"email":"rep@demo.invalid"})", 202);
    node.ask("POST", "/api/v1/password-resets", R"({"email":"nobody@demo.invalid"})", 202);
    ASSERT_TRUE(eventually([&] { return node.jobs("dead").size() == 1; }));
    const json::object dead = node.jobs("dead").front().as_object();
    EXPECT_EQ(dead.at("kind").as_string(), "mail.password_reset");
    EXPECT_FALSE(dead.at("about").as_string().empty());
    mail_.takes = true;
    node.ask("POST", "/api/v1/jobs/" + std::string(dead.at("id").as_string()) + "/retry");
    ASSERT_TRUE(eventually([&] { return mail_.letters().size() == 1; }));
    EXPECT_NE(mail_.letters().front().find("/reset#"), std::string::npos);
}

TEST_F(Working, AMailServerThatIsAwayIsTriedAgain) {
    std::vector<std::string> away = mailing();
    away[3] = "1";
    WorkingNode node(file(), away);
    node.ask("POST", "/api/v1/people", invitation("new"), 201);
    EXPECT_TRUE(eventually([&] {
        const json::array waiting = node.jobs("waiting");
        return waiting.size() == 1 && waiting.front().at("attempts").as_int64() >= 1 &&
               waiting.front().as_object().contains("last_error");
    }));
}

TEST_F(Working, WithoutAMailServerTheAdminHandsOverTheLink) {
    WorkingNode node(file(), {});
    EXPECT_TRUE(node.ask("POST", "/api/v1/people", invitation("new"), 201).as_object().contains("link"));
    node.ask("POST", "/api/v1/password-resets", R"({"email":"rep@demo.invalid"})", 202);
    for (const json::value& job : node.jobs("waiting"))
        EXPECT_FALSE(job.at("kind").as_string().starts_with("mail.")) << "nothing is left that nobody will write";
}

TEST_F(Working, MailSettingsThatDoNotFitAreRefused) {
    const std::vector<std::vector<std::string>> wrong = {
        {"--smtp-host", "mail.example"},
        {"--mail-from", "a@b.example"},
        {"--smtp-host", "mail.example", "--mail-from", "nobody"},
        {"--smtp-host", "http://mail", "--mail-from", "a@b.example"},
        {"--smtp-host", "mail.example", "--smtp-tls", "none", "--mail-from", "a@b.example"},
        {"--smtp-host", "mail.example", "--mail-from", "a@b.example", "--smtp-user", "praxis"},
        {"--smtp-host", "mail.example", "--mail-from", "a@b.example", "--smtp-password-file", "/no/such/file"}};
    for (const auto& more : wrong) {
        std::vector<std::string> words = {PRAXIS_PROGRAM, "serve", "--port", "0", "--database", file()};
        words.insert(words.end(), more.begin(), more.end());
        Process server(words);
        EXPECT_EQ(server.exit_code(), 4) << more.front() << " " << more.back();
    }
}

TEST_F(Working, TellsAWebhookAndShowsWhatCameOfIt) {
    WorkingNode node(file(), {"--private-webhooks"});
    const json::value made = node.ask("POST", "/api/v1/webhooks", R"({"url":")" + target_.url() + R"("})", 201);
    node.ask("POST", "/api/v1/people", invitation("new"), 201);
    ASSERT_TRUE(eventually([&] { return target_.received().size() == 1; }));
    EXPECT_EQ(json::parse(target_.received()[0].body).at("type").as_string(), "person.invited");
    const std::string path = "/api/v1/webhooks/" + std::string(made.at("id").as_string());
    EXPECT_TRUE(eventually([&] {
        const json::value page = node.ask("GET", path + "/deliveries");
        return page.at("items").at(0).at("state").as_string() == "delivered";
    }));
    EXPECT_EQ(json::serialize(node.ask("GET", path)).find("whsec_"), std::string::npos);
}

TEST_F(Working, AKilledNodesJobIsDoneByAnother) {
    const std::string database = Cluster::shared().new_database();
    target_.manner = Manner::hangs;
    std::string first;
    {
        WorkingNode node(database, {"--private-webhooks"});
        const json::value made = node.ask("POST", "/api/v1/webhooks", R"({"url":")" + target_.url() + R"("})", 201);
        node.ask("POST", "/api/v1/webhooks/" + std::string(made.at("id").as_string()) + "/ping", "", 201);
        ASSERT_TRUE(eventually([&] { return target_.received().size() == 1; }));
        node.kill();
    }
    target_.manner = Manner::answers;
    WorkingNode other(database, {"--private-webhooks"});
    EXPECT_TRUE(eventually([&] { return target_.received().size() == 2; }));
    EXPECT_EQ(target_.received()[0].headers.at("webhook-id"), target_.received()[1].headers.at("webhook-id"));
    EXPECT_EQ(other.stop(), 0);
}

TEST_F(Working, SweepsEveryCompanyAndErasesTheDemo) {
    EXPECT_EQ(WorkingNode(file(), {}).stop(), 0);
    WorkingNode node(file(), {});  // the company is there when it starts
    EXPECT_TRUE(eventually([&] {
        const json::array done = node.jobs("done");
        return done.size() == 1 && done.front().at("kind").as_string() == "retention.sweep";
    }));
    EXPECT_EQ(node.status_of_log_in(), 201);
    node.ask("DELETE", "/api/v1/demo", "", 202);
    EXPECT_TRUE(eventually([&] { return node.status_of_log_in() == 401; }));
}

}  // namespace
}  // namespace praxis::testing
