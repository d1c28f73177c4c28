// `praxis serve` with a real identity provider: people come in by way of it with nothing but a browser's means, land
// where they wanted to go, and hear in a word why not; what it is told wrongly is refused with advice.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/identity/jar.hpp"
#include "tests/identity/peers.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr const char* kClientSecret = "a secret: of & many = signs";

std::string text_of_file(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

class SignIn : public ::testing::Test {
protected:
    void SetUp() override {
        const std::string why = Peers::missing();
        if (!why.empty()) GTEST_SKIP() << why;
        std::string name = "/tmp/praxis-sign-in-XXXXXX";
        folder_ = ::mkdtemp(name.data());
        std::ofstream(folder_ / "secret") << kClientSecret << "\n";
    }
    void TearDown() override {
        server_.reset();
        if (folder_.empty()) return;
        for (const char* back : {"down", "clock"}) peers(back, {{"is", false}, {"ahead_s", 0}});
        fs::remove_all(folder_);
    }

    static json::object peers(const std::string& command, json::object more = {}) {
        more["do"] = command;
        return Peers::shared().ask(more);
    }

    std::string provider(const std::string& more = {}) const {
        return "providers:\n  peers:\n    name: The peers\n    issuer: " + Peers::shared().issuer +
               "\n    client: praxis\n    secret-file: " + (folder_ / "secret").string() + "\n" + more;
    }

    // The exit code of a server that is not to start with these settings; why stands in the log.
    int refused(const std::string& settings, const std::string& variable = {}) {
        return started(settings, variable).exit_code();
    }
    std::string log() const { return text_of_file(folder_ / "log"); }

    Process& started(const std::string& settings, const std::string& variable = {}) {
        std::ofstream(folder_ / "praxis.yaml") << settings;
        const std::string database = (folder_ / "praxis.sqlite").string(), log = (folder_ / "log").string();
        server_ = std::make_unique<Process>(std::vector<std::string>{
            "/bin/sh", "-c", variable + " exec \"$0\" \"$@\" 2>" + log, PRAXIS_PROGRAM, "serve", "--port", "0",
            "--database", database, "--config", (folder_ / "praxis.yaml").string()});
        return *server_;
    }

    // A server with a company and its admin.
    void serve(const std::string& settings, const std::string& variable = {}) {
        started(settings, variable);
        const std::string line = server_->line();
        port = std::stoi(line.substr(line.rfind(':') + 1));
        address = "http://127.0.0.1:" + std::to_string(port);
        peers("client", {{"address", address}, {"way", "peers"}, {"sessions", tells_sessions}});
        const std::string start = server_->line();
        const json::object founding{{"link", start.substr(start.find('#') + 1)},
                                    {"company", "Hallam Steel"},
                                    {"name", "Boss"},
                                    {"email", "boss@hallam.example"},
                                    {"password", "the tray in the scanner room"}};
        const auto made = admin.ask("POST", address + "/api/v1/start", json::serialize(founding), from_page());
        ASSERT_EQ(made.status, 201) << made.body;
    }

    std::string from_page() const { return "origin: " + address + "\r\n"; }
    std::string with_change(const Jar& jar) const {
        return from_page() + "x-csrf-token: " + jar.cookie(port, "praxis_csrf") + "\r\n";
    }

    json::object way() {
        Jar jar;
        const auto answer = jar.ask("GET", address + "/api/v1/outside");
        EXPECT_EQ(answer.body.find(kClientSecret), std::string::npos);
        return json::parse(answer.body).at("items").at(0).as_object();
    }
    bool becomes_ready() {
        for (int i = 0; i < 100; ++i) {
            if (way().at("ready").as_bool()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }

    // Where a browser ends that goes there as this person of the provider.
    std::string lands(Jar& jar, const std::string& as, const std::string& wanted = "/library") {
        peers("log_in", {{"as", as}});
        return jar.visit(address + "/api/v1/outside/peers/leave?return_to=" + wanted, address + "/").url;
    }
    std::string arrives(Jar& jar, const std::string& as, const std::string& wanted = "/library") {
        const std::string back = lands(jar, as, wanted);
        EXPECT_TRUE(back.starts_with(address + "/api/v1/outside/peers/arrive?")) << back;
        return path_of(jar.visit(back, address + "/").url);
    }
    std::string path_of(const std::string& url) const {
        return url.starts_with(address) ? url.substr(address.size()) : url;
    }
    int status_of(Jar& jar) { return jar.ask("GET", address + "/api/v1/session").status; }
    // At the provider, which asks once more.
    void log_out_there(Jar& jar) {
        const std::string door = Peers::shared().issuer + "/session/end", mark = "name=\"xsrf\" value=\"";
        const std::string page = jar.ask("GET", door + "?client_id=praxis").body;
        const std::size_t at = page.find(mark);
        ASSERT_NE(at, std::string::npos) << page;
        const std::string secret = page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
        const auto done = jar.ask("POST", door + "/confirm", "xsrf=" + secret + "&logout=yes",
                                  "content-type: application/x-www-form-urlencoded\r\n");
        ASSERT_LT(done.status, 400) << done.body;
        EXPECT_EQ(peers("logouts").at("told"), json::value({"taken"})) << "one word of it, and we said 200";
    }
    json::value session(Jar& jar) { return json::parse(jar.ask("GET", address + "/api/v1/session").body); }

    fs::path folder_;
    std::unique_ptr<Process> server_;
    int port = 0;
    std::string address;
    bool tells_sessions = true;  // the provider, of its own
    Jar admin;
};

constexpr const char* kEverybody =
    "    admits: everybody\n    domains: [hallam.example]\n    team: North\n    roles: [rep, manager]\n";

TEST_F(SignIn, SomebodyNewLandsWhereTheyWantedToGoAndLogsOutEverywhere) {
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    const auto team = admin.ask("POST", address + "/api/v1/teams", R"({"name":"North"})", with_change(admin));
    ASSERT_EQ(team.status, 201) << team.body;
    ASSERT_TRUE(becomes_ready());
    EXPECT_EQ(way().at("name").as_string(), "The peers");
    Jar zoe;
    EXPECT_EQ(arrives(zoe, "zoe", "/attempts/7/review%3Fa%3D1"), "/attempts/7/review?a=1");
    EXPECT_FALSE(zoe.has(port, "praxis_outside"));
    const json::value seen = session(zoe);
    EXPECT_EQ(seen.at("person").at("name").as_string(), "Zoe Hallam");
    EXPECT_EQ(seen.at("person").at("roles"), json::value({"rep", "manager"}));
    EXPECT_TRUE(seen.at("person").at("comes_from_outside").as_bool());
    const std::string id = json::parse(team.body).at("id").as_string().c_str();
    const auto members = json::parse(admin.ask("GET", address + "/api/v1/teams/" + id).body).at("members");
    EXPECT_EQ(members.at(0).at("person"), seen.at("person").at("id"));

    const auto closed = zoe.ask("DELETE", address + "/api/v1/session", {}, with_change(zoe));
    ASSERT_EQ(closed.status, 200) << closed.body;
    const std::string farewell = json::parse(closed.body).at("farewell").as_string().c_str();
    EXPECT_TRUE(farewell.starts_with(Peers::shared().issuer)) << farewell;
    EXPECT_EQ(zoe.ask("GET", farewell).status, 200);
    EXPECT_EQ(zoe.ask("GET", address + "/api/v1/session").status, 401);
    EXPECT_EQ(arrives(zoe, "zoe", "//evil.example"), "/") << "and nowhere else";
}

TEST_F(SignIn, WhoLogsOutAtTheProviderIsLoggedOutHere) {
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    ASSERT_TRUE(becomes_ready());
    Jar laptop, phone;
    for (Jar* one : {&laptop, &phone}) EXPECT_EQ(arrives(*one, "zoe"), "/library");
    log_out_there(laptop);
    EXPECT_EQ(status_of(laptop), 401);
    EXPECT_EQ(status_of(phone), 200) << "another session of the provider's";
    EXPECT_EQ(status_of(admin), 200);
    EXPECT_EQ(arrives(laptop, "zoe"), "/library") << "and may come back";
}

TEST_F(SignIn, WhoLogsOutAtAProviderWithoutSessionsIsLoggedOutEverywhere) {
    tells_sessions = false;
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    ASSERT_TRUE(becomes_ready());
    Jar laptop, phone;
    for (Jar* one : {&laptop, &phone}) EXPECT_EQ(arrives(*one, "zoe"), "/library");
    log_out_there(laptop);
    EXPECT_EQ(status_of(laptop), 401);
    EXPECT_EQ(status_of(phone), 401);
    EXPECT_EQ(status_of(admin), 200) << "came by a password, and is somebody else";
}

TEST_F(SignIn, BelievesNoLogOutThatTheProviderDidNotSign) {
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    ASSERT_TRUE(becomes_ready());
    Jar zoe, nobody;
    EXPECT_EQ(arrives(zoe, "zoe"), "/library");
    const auto sent = [&](const std::string& way, const std::string& body, const char* type) {
        return nobody.ask("POST", address + "/api/v1/outside/" + way + "/logout", body,
                          std::string("content-type: ") + type + "\r\n");
    };
    constexpr const char* kForm = "application/x-www-form-urlencoded";
    const std::string unsigned_one = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ6b2UifQ.";
    for (const std::string& body :
         {std::string(), std::string("logout_token="), "logout_token=" + unsigned_one, "token=" + unsigned_one}) {
        const auto answer = sent("peers", body, kForm);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(answer.header("cache-control"), "no-store");
        EXPECT_EQ(json::parse(answer.body).at("code").as_string(), "bad_request");
    }
    EXPECT_EQ(sent("peers", "{}", "application/json").status, 415);
    EXPECT_EQ(sent("others", "logout_token=x", kForm).status, 404);
    EXPECT_EQ(status_of(zoe), 200);
}

TEST_F(SignIn, HearsInAWordWhyNot) {
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    const auto why = [&](const std::string& as) {
        Jar jar;
        const std::string path = arrives(jar, as, "/library");
        EXPECT_TRUE(path.ends_with("&by=peers&to=/library")) << path;
        EXPECT_FALSE(jar.has(port, "praxis"));
        return path.substr(0, path.find('&'));
    };
    EXPECT_EQ(why("ada"), "/sign-in?why=wrong_domain");
    EXPECT_EQ(why("unverified"), "/sign-in?why=email_unverified");
    EXPECT_EQ(why("boss"), "/sign-in?why=has_password");
    EXPECT_EQ(why(""), "/sign-in?why=refused_there");
    peers("clock", {{"ahead_s", 900}});
    EXPECT_EQ(why("zoe"), "/sign-in?why=clocks_differ");
    peers("clock", {{"ahead_s", 0}});

    Jar zoe, another;
    const std::string back = lands(zoe, "zoe");
    EXPECT_EQ(path_of(another.visit(back, address + "/").url), "/sign-in?why=other_browser&by=peers&to=/");
    EXPECT_EQ(path_of(zoe.visit(back, address + "/").url), "/sign-in?why=used_up&by=peers&to=/");
    const std::string good = lands(zoe, "zoe");
    EXPECT_EQ(path_of(zoe.visit(good, address + "/").url), "/library");
    EXPECT_EQ(path_of(zoe.visit(good, address + "/").url), "/sign-in?why=used_up&by=peers&to=/") << "twice";
    EXPECT_EQ(session(zoe).at("person").at("name").as_string(), "Zoe Hallam") << "and is still in";
    EXPECT_EQ(zoe.ask("GET", address + "/api/v1/outside/nobody/leave").status, 404);

    server_->tell(SIGTERM);
    EXPECT_EQ(server_->exit_code(), 0);
    const std::string code = good.substr(good.find("code=") + 5, 20), said = log();
    EXPECT_NE(said.find("by way of peers: clocks_differ"), std::string::npos) << said;
    for (const std::string& secret : {std::string(kClientSecret), code, std::string("<b>no")})
        EXPECT_EQ(said.find(secret), std::string::npos) << secret;
}

TEST_F(SignIn, TheInvitedComeInAndNobodyElse) {
    ASSERT_NO_FATAL_FAILURE(serve(provider()));
    const auto invited =
        admin.ask("POST", address + "/api/v1/people",
                  R"({"email":"zoe@hallam.example","name":"Zoe","roles":["enablement"]})", with_change(admin));
    ASSERT_EQ(invited.status, 201) << invited.body;
    Jar zoe, ada;
    EXPECT_EQ(arrives(zoe, "zoe"), "/library");
    EXPECT_EQ(session(zoe).at("person").at("roles"), json::value({"enablement"}));
    EXPECT_EQ(arrives(ada, "ada"), "/sign-in?why=not_invited&by=peers&to=/library");
    // An admin who is logged in connects their own account.
    EXPECT_EQ(arrives(admin, "boss", "/mine/account"), "/mine/account");
    EXPECT_TRUE(session(admin).at("person").at("comes_from_outside").as_bool());
}

TEST_F(SignIn, StartsAndGoesOnWhileTheProviderIsDown) {
    peers("down", {{"is", true}});
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    for (int i = 0; i < 100 && way().at("trouble").is_null(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(way().at("ready").as_bool());
    EXPECT_EQ(way().at("trouble").as_string(), "provider_down");
    Jar zoe;
    EXPECT_EQ(path_of(lands(zoe, "zoe", "/library")), "/sign-in?why=provider_down&by=peers&to=/library");
    peers("down", {{"is", false}});
    EXPECT_TRUE(becomes_ready());
    EXPECT_TRUE(way().at("trouble").is_null());
    EXPECT_EQ(arrives(zoe, "zoe"), "/library");
}

TEST_F(SignIn, AWrongSecretIsSaidInTheLog) {
    std::ofstream(folder_ / "secret") << "an old one";
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody)));
    Jar zoe;
    EXPECT_EQ(arrives(zoe, "zoe"), "/sign-in?why=provider_wrong&by=peers&to=/library");
    server_->tell(SIGTERM);
    EXPECT_EQ(server_->exit_code(), 0);
    EXPECT_NE(log().find("invalid_client"), std::string::npos) << log();
}

TEST_F(SignIn, AVariableGoesBeforeTheFile) {
    std::ofstream(folder_ / "secret") << "an old one";
    ASSERT_NO_FATAL_FAILURE(serve(provider(kEverybody), "PRAXIS_PROVIDER_PEERS_SECRET='" + std::string(kClientSecret) +
                                                            "' PRAXIS_PROVIDER_PEERS_NAME='By a variable'"));
    EXPECT_EQ(way().at("name").as_string(), "By a variable");
    Jar zoe;
    EXPECT_EQ(arrives(zoe, "zoe"), "/library");
}

TEST_F(SignIn, IsRefusedWithAdviceWhereTheSettingsAreWrong) {
    struct Row {
        std::string settings, variable, advice;
    };
    const std::vector<Row> rows = {
        {"provider:\n  a: b\n", "", "did you mean 'providers'?"},
        {provider("    isuer: x\n"), "", "did you mean 'issuer'?"},
        {provider("    client: x\n"), "", "set twice"},
        {provider("    secret: hush-hush\n"), "", "'secret-file'"},
        {provider("    admits: everbody\n"), "", "did you mean 'everybody'?"},
        {provider("    admits: everybody\n"), "", "'domains'"},
        {provider("    roles: [admin]\n"), "", "nobody becomes an admin"},
        {provider("    roles: chief\n"), "", "there is no role 'chief'"},
        {provider("    domains: ['@hallam.example']\n"), "", "no domain"},
        {provider("    vouches-for-addresses: perhaps\n"), "", "true or false"},
        {"providers:\n  Entra ID: {issuer: 'https://a.example', client: b}\n", "", "no id"},
        {"providers:\n  a: {issuer: 'http://a.example', client: b}\n", "", "https://"},
        {"providers:\n  a: {issuer: 'https://a.example'}\n", "", "'client' is missing"},
        {"providers:\n  a: {issuer: 'https://a.example', client: b, secret-file: /no/such}\n", "", "no secret in"},
        {"providers: [a]\n", "", "block of providers"},
        {"log-level: error\n", "PRAXIS_PROVIDER_A_ISUER=x", "did you mean 'issuer'?"},
        {"log-level: error\n", "PRAXIS_PROVIDER_A_SECRET=hush-hush", "'issuer' is missing"},
        {provider(), "PRAXIS_PROVIDER_PEERS_SECRET=", "says nothing"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(refused(row.settings, row.variable), 3) << row.settings << row.variable;
        EXPECT_NE(log().find(row.advice), std::string::npos) << row.settings << row.variable << log();
        EXPECT_EQ(log().find("hush-hush"), std::string::npos) << log();
    }
}

}  // namespace
}  // namespace praxis::testing
