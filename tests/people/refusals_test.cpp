// How the door says no, and how it answers what was asked before: one rule for all resources.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "app/people/teams.hpp"
#include "tests/people/doors.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

class Refusals : public Doors {};

TEST_P(Refusals, AnswersARepeatedRequestOnce) {
    const Browser admins = browser_of(admin), others = browser_of(manager);
    const auto send = [&](const std::string& path, const std::string& body, const Browser& by, const char* key) {
        Asking asking{"POST", path, body, &by};
        asking.headers["idempotency-key"] = key;
        return ask(asking);
    };
    const auto before = rows_now();
    const net::Response first = send("/api/v1/teams", R"({"name":"West"})", admins, "k-1");  // and its answer is lost
    const net::Response again = send("/api/v1/teams", R"({"name":"West"})", admins, "k-1");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("location"), first.header("location"));
    EXPECT_EQ(again.header("idempotency-replayed"), "true");
    EXPECT_EQ(first.header("idempotency-replayed"), "");
    EXPECT_EQ(changes_since(before), "audit+1 idempotency+1 team+1");
    EXPECT_EQ(code(send("/api/v1/teams", R"({"name":"East"})", admins, "k-1")), "key_reused");
    EXPECT_EQ(send("/api/v1/teams", R"({"name":"West"})", others, "k-1").status, 403) << "keys are each one's own";
    EXPECT_EQ(code(send("/api/v1/teams", R"({"name":"West"})", admins, "k-2")), "conflict");
    EXPECT_EQ(send("/api/v1/teams", R"({"name":"West"})", admins, "bad key").status, 400);

    // What was refused may be tried again with the key, once it is allowed.
    EXPECT_EQ(send("/api/v1/teams", R"({"name":""})", admins, "k-3").status, 422);
    EXPECT_EQ(send("/api/v1/teams", R"({"name":"Far"})", admins, "k-3").status, 201);
}

TEST_P(Refusals, KeepsNoSecretToRepeatIt) {
    office.settings.sends_mail = false;
    const Browser admins = browser_of(admin);
    const std::vector<std::pair<std::string, std::string>> requests = {
        {"/api/v1/tokens", R"({"name":"x","scopes":["people:read"]})"},
        {"/api/v1/people", R"({"email":"new@mail.example","name":"New","roles":["rep"]})"},
        {"/api/v1/webhooks", json::serialize(json::object{{"url", "https://hr.example/in"}})},
        {"/api/v1/session", json::serialize(json::object{{"email", rep.email}, {"password", kPassword}})}};
    for (const auto& [path, body] : requests) {
        Asking asking{"POST", path, body, &admins};
        asking.headers["idempotency-key"] = "once";
        asking.headers["idempotency-key"] += path;
        const net::Response first = ask(asking);
        ASSERT_EQ(first.status, 201) << first.body;
        if (path == "/api/v1/session") continue;  // that session has ended with it
        const auto between = rows_now();
        EXPECT_EQ(code(ask(asking)), "conflict") << path;
        EXPECT_EQ(changes_since(between), "") << path;
    }
    const auto rows = rows_now();
    for (const std::string& row : rows.at("idempotency")) {
        EXPECT_EQ(row.find("secret"), std::string::npos) << row;
        EXPECT_EQ(row.find("link"), std::string::npos) << row;
        EXPECT_EQ(row.find("Host-praxis"), std::string::npos) << row;
    }
}

// 412 is about If-Match alone; a text that was read and is old by now is 409, with its place.
TEST_P(Refusals, SaysWhatIsStaleByOneRule) {
    const Browser admins = browser_of(admin);
    const std::vector<std::pair<std::string, std::string>> changes = {
        {"/api/v1/people/" + rep.id, R"({"name":"X"})"},
        {"/api/v1/teams/" + app::make_team(office, as(admin), "Old").id, R"({"name":"New"})"},
        {"/api/v1/settings", R"({"smallest_group":7})"}};
    for (const auto& [path, body] : changes) {
        Asking change{"PATCH", path, body, &admins};
        EXPECT_EQ(code(ask(change)), "precondition_required") << path;
        for (const char* tag : {"\"99\"", "99", "W/\"1\"", "*", "\"1\", \"2\""}) {
            change.headers["if-match"] = tag;
            EXPECT_EQ(code(ask(change)), "precondition_failed") << path << tag;
        }
    }
    const net::Response stale =
        ask({"POST", "/api/v1/consents", R"({"purpose":"speech","given":true,"text_hash":"0"})", &admins});
    EXPECT_EQ(code(stale), "conflict");
    EXPECT_NE(stale.body.find("/text_hash"), std::string::npos) << stale.body;
}

// Whatever a body is refused for, the answer names its field.
TEST_P(Refusals, PointsAtTheFieldThatIsWrong) {
    struct Wrong {
        const char* method;
        std::string path, body, where;
    };
    const Browser mine = browser_of(rep), admins = browser_of(admin);
    const std::string attempt = add_attempt(rep);
    const std::vector<Wrong> rows = {
        {"POST", "/api/v1/people", R"({"email":"no address","name":"X","roles":["rep"]})", "/email"},
        {"POST", "/api/v1/people", R"({"email":"a@b.example","name":"","roles":["rep"]})", "/name"},
        {"POST", "/api/v1/people", R"({"email":"a@b.example","name":"X","roles":[]})", "/roles"},
        {"POST", "/api/v1/people", R"({"email":"a@b.example","name":"X","roles":["chief"]})", "/roles"},
        {"POST", "/api/v1/people", R"({"email":"a@b.example","name":"X","roles":["rep"],"teams":["no"]})", "/teams/0"},
        {"POST", "/api/v1/people",
         json::serialize(json::object{{"email", rep.email}, {"name", "X"}, {"roles", {"rep"}}}), "/email"},
        {"PATCH", "/api/v1/people/" + rep.id, R"({"roles":[]})", "/roles"},
        {"PATCH", "/api/v1/people/" + rep.id, R"({"state":"invited"})", "/state"},
        {"POST", "/api/v1/teams", R"({"name":" "})", "/name"},
        {"PATCH", "/api/v1/settings", R"({"smallest_group":2})", "/smallest_group"},
        {"PATCH", "/api/v1/settings", R"({"retention_days":{"calls":36500}})", "/retention_days/calls"},
        {"PATCH", "/api/v1/settings", R"({"name":""})", "/name"},
        {"PATCH", "/api/v1/settings", R"({"browser_recognition":"off"})", "/browser_recognition"},
        {"POST", "/api/v1/tokens", R"({"name":"","scopes":["people:read"]})", "/name"},
        {"POST", "/api/v1/tokens", R"({"name":"x","scopes":["everything"]})", "/scopes"},
        {"POST", "/api/v1/tokens", R"({"name":"x","scopes":["people:read"],"days":9999})", "/days"},
        {"PUT", "/api/v1/password",
         json::serialize(json::object{{"old_password", kPassword}, {"new_password", "short"}}), "/new_password"},
        {"POST", "/api/v1/attempts/" + attempt + "/appeals", R"({"behaviour":"no-such","reason":"x"})", "/behaviour"},
        {"POST", "/api/v1/attempts/" + attempt + "/appeals", R"({"behaviour":"asks-impact","reason":" "})", "/reason"},
        {"POST", "/api/v1/consents", R"({"purpose":"everything","given":true,"text_hash":"0"})", "/purpose"},
    };
    for (const Wrong& row : rows) {
        const bool ones_own = row.path.find("/attempts/") != std::string::npos;
        Asking asking{row.method, row.path, row.body, ones_own ? &mine : &admins};
        asking.headers["if-match"] = "\"1\"";
        const net::Response answer = ask(asking);
        EXPECT_TRUE(answer.status == 422 || answer.status == 409) << row.path << row.body << answer.body;
        EXPECT_NE(answer.body.find("\"where\":\"" + row.where), std::string::npos) << row.body << answer.body;
    }
}

PRAXIS_ON_DATABASES(Refusals);

}  // namespace
}  // namespace praxis::testing
