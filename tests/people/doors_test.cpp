// Who may ask what over HTTP, and what must not happen: role × request × nothing else; forged, replayed and twisted
// requests.
#include "tests/people/doors.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "app/access/tokens.hpp"
#include "app/people/teams.hpp"
#include "app/rights/appeal.hpp"
#include "app/rights/share_attempt.hpp"

namespace praxis::testing {
namespace {

using people::Role;

constexpr int kAlso = 0;  // may do it, too, but it can only be done once

class Permissions : public Doors {
protected:
    struct Row {
        const char* method;
        std::string path, body;
        // rep, manager, enablement, admin, partner, an admin of another company, nobody
        std::array<int, 7> answers;
        std::string changes;  // when it is done; "" for a read
        std::string if_match = {};
    };

    void SetUp() override {
        team = app::make_team(office, as(admin), "North").id;
        app::place_member(office, as(admin), {acme, team, manager.id, true});
        app::place_member(office, as(admin), {acme, team, rep.id, false});
        attempt = add_attempt(rep);
        token = app::make_token(office, as(rep), {"t", {"practice:read"}, 9}).token.id;
        other = add_person(acme, "other", {Role::rep});
        webhook = app::create_webhook(webhooks, as(admin),
                                      {"https://crm.example/in", "", {app::EventKind::strategy_withdrawn}})
                      .id;
        delivery = app::ping_webhook(webhooks, as(admin), webhook).id;
        const std::string other_delivery = app::ping_webhook(webhooks, as(admin), webhook).id;
        database().once("UPDATE delivery SET state = 'dead'");
        database().once("UPDATE job SET state = 'dead'");
        job = database().once("SELECT job_id FROM job WHERE body = $1", other_delivery).rows.front().text(0);
        const app::Person* all[] = {&rep, &manager, &enablement, &admin, &partner, &stranger};
        for (int i = 0; i < 6; ++i) browsers[i] = browser_of(*all[i]);
    }

    std::vector<Row> of_people() const {
        return {
            {"GET", "/api/v1/session", "", {200, 200, 200, 200, 200, 200, 401}, ""},
            {"GET", "/api/v1/people", "", {403, 200, 403, 200, 403, 200, 401}, ""},
            {"GET", "/api/v1/directory", "", {200, 200, 200, 200, 403, 200, 401}, ""},
            {"GET", "/api/v1/people/" + rep.id, "", {200, 200, 403, 200, 404, 404, 401}, ""},
            {"GET", "/api/v1/people/" + partner.id, "", {403, 403, 403, 200, 200, 404, 401}, ""},
            {"GET", "/api/v1/people/" + rep.id + "/record", "", {200, 403, 403, 403, 404, 404, 401}, "audit+1"},
            {"PATCH",
             "/api/v1/people/" + other.id,
             R"({"name":"New"})",
             {403, 403, 403, 200, 403, 404, 401},
             "audit+1 person~",
             "\"1\""},
            {"PATCH",
             "/api/v1/people/" + manager.id,
             R"({"roles":["admin"]})",
             {403, 403, 403, 412, 403, 404, 401},
             "",
             "\"7\""},
            {"GET", "/api/v1/teams", "", {200, 200, 200, 200, 403, 200, 401}, ""},
            {"GET", "/api/v1/teams/" + team, "", {200, 200, 200, 200, 403, 404, 401}, ""},
            {"PATCH",
             "/api/v1/teams/" + team,
             R"({"name":"East"})",
             {403, 403, 403, 200, 403, 404, 401},
             "audit+1 team~",
             "\"1\""},
            {"PUT",
             "/api/v1/teams/" + team + "/members/" + partner.id,
             R"({"leads":false})",
             {403, 403, 403, 204, 403, 404, 401},
             "audit+1 membership+1"},
            {"DELETE",
             "/api/v1/teams/" + team + "/members/" + partner.id,
             "",
             {403, 403, 403, 204, 403, 404, 401},
             "audit+1 membership-1"},
        };
    }

    std::vector<Row> of_ones_own() const {
        const std::string hash = office.settings.consent_texts[1].hash;
        return {
            {"GET", "/api/v1/tokens", "", {200, 200, 200, 200, 403, 200, 401}, ""},
            {"POST",
             "/api/v1/tokens",
             R"({"name":"x","scopes":["practice:read"]})",
             {201, 201, 201, 201, 403, 201, 401},
             "api_token+1 audit+1"},
            {"DELETE", "/api/v1/tokens/" + token, "", {204, 404, 404, kAlso, 403, 404, 401}, "api_token~ audit+1"},
            {"GET", "/api/v1/consents", "", {200, 200, 200, 200, 200, 200, 401}, ""},
            {"POST",
             "/api/v1/consents",
             R"({"purpose":"speech","given":true,"text_hash":")" + hash + "\"}",
             {204, 204, 204, 204, 204, 204, 401},
             "audit+1 consent+1"},
            {"GET", "/api/v1/attempts/" + attempt + "/shares", "", {200, 404, 404, 404, 404, 404, 401}, ""},
            {"PUT",
             "/api/v1/attempts/" + attempt + "/shares/" + manager.id,
             "",
             {204, 404, 404, 404, 404, 404, 401},
             "audit+1 share+1"},
            {"DELETE",
             "/api/v1/attempts/" + attempt + "/shares/" + manager.id,
             "",
             {204, 403, 404, 404, 404, 404, 401},
             "audit+1 share-1"},
            {"POST",
             "/api/v1/attempts/" + attempt + "/appeals",
             R"({"behaviour":"asks-impact","reason":"I did."})",
             {201, 404, 404, 404, 404, 404, 401},
             "appeal+1 audit+1"},
            {"GET", "/api/v1/appeals", "", {200, 200, 200, 200, 200, 200, 401}, ""},
            {"GET", "/api/v1/appeals/open", "", {403, 403, 200, 403, 403, 403, 401}, ""},
        };
    }

    std::vector<Row> of_the_company() const {
        return {
            {"GET", "/api/v1/settings", "", {403, 403, 403, 200, 403, 200, 401}, ""},
            {"PATCH",
             "/api/v1/settings",
             R"({"smallest_group":6,"retention_days":{"calls":30}})",
             {403, 403, 403, 200, 403, 200, 401},
             "audit+1 retention+1 tenant~",
             "\"1\""},
            {"GET", "/api/v1/audit", "", {403, 403, 403, 200, 403, 200, 401}, ""},
            {"GET", "/api/v1/teams/" + team + "/figures", "", {403, 200, 200, 403, 403, 403, 401}, ""},
            {"GET", "/api/v1/figures", "", {403, 403, 200, 403, 403, 403, 401}, ""},
            {"GET", "/api/v1/figures/scenarios", "", {403, 403, 200, 403, 403, 403, 401}, ""},
            {"DELETE", "/api/v1/demo", "", {403, 403, 403, 409, 403, 409, 401}, ""},
            {"DELETE",
             "/api/v1/attempts/" + attempt,
             "",
             {204, 404, 404, 404, 404, 404, 401},
             "appeal-1 attempt-1 attempt_log-1 attempt_report-1 audit+1 verdict-1"},
            {"DELETE", "/api/v1/teams/" + team, "", {403, 403, 403, 204, 403, 404, 401}, "audit+1 membership-2 team-1"},
        };
    }

    std::vector<Row> of_work() const {
        const std::string hook = "/api/v1/webhooks/" + webhook;
        return {
            {"GET", "/api/v1/webhooks", "", {403, 403, 403, 200, 403, 200, 401}, ""},
            {"GET", hook, "", {403, 403, 403, 200, 403, 404, 401}, ""},
            {"PATCH",
             hook,
             R"({"note":"Of the house"})",
             {403, 403, 403, 200, 403, 404, 401},
             "audit+1 webhook~",
             "\"1\""},
            {"POST", hook + "/secret", "", {403, 403, 403, 200, 403, 404, 401}, "audit+1 webhook~"},
            {"POST", hook + "/ping", "", {403, 403, 403, 201, 403, 404, 401}, "audit+1 delivery+1 job+1 outbox+1"},
            {"GET", hook + "/deliveries", "", {403, 403, 403, 200, 403, 404, 401}, ""},
            {"POST",
             hook + "/deliveries/" + delivery + "/redeliver",
             "",
             {403, 403, 403, 200, 403, 404, 401},
             "audit+1 delivery~ job~"},
            {"GET", "/api/v1/jobs", "", {403, 403, 403, 200, 403, 200, 401}, ""},
            {"POST", "/api/v1/jobs/" + job + "/retry", "", {403, 403, 403, 200, 403, 404, 401}, "audit+1 job~"},
            {"DELETE", hook, "", {403, 403, 403, 204, 403, 404, 401}, "audit+1 delivery-3 webhook-1"},
        };
    }

    // Every table is as it was, unless the row says which ones change.
    void check(const Row& row, int role) {
        const auto before = rows_now();
        Asking asking{row.method, row.path, row.body, role < 6 ? &browsers[role] : nullptr};
        if (!row.if_match.empty()) asking.headers["if-match"] = row.if_match;
        const net::Response response = ask(asking);
        const std::string what = std::string(row.method) + " " + row.path + " by " + std::to_string(role);
        EXPECT_EQ(response.status, row.answers[role]) << what << " " << response.body;
        const bool done = response.status < 300;
        EXPECT_EQ(changes_since(before), done ? row.changes : "") << what;
    }

    std::string team, attempt, token, webhook, delivery, job;
    app::Person other;
    std::array<Browser, 6> browsers;
};

TEST_P(Permissions, RoleByRequestAndNothingElse) {
    for (const auto& rows : {of_people(), of_ones_own(), of_the_company(), of_work()})
        for (const Row& row : rows) {
            // First whoever must not, so that what is done comes last and only once.
            for (int role = 6; role >= 0; --role)
                if (row.answers[role] >= 300) check(row, role);
            for (int role = 0; role < 6; ++role)
                if (row.answers[role] < 300 && row.answers[role] != kAlso) check(row, role);
        }
}

// One rule for all things: what you may not know of is not there; what you may know of but not do is forbidden.
TEST_P(Permissions, WhatIsKnownIsForbiddenAndWhatIsNotIsNotThere) {
    app::share_attempt(office, as(rep), attempt, manager.id);
    const std::string appeal = app::make_appeal(office, as(rep), {attempt, "asks-impact", "I did."}).id;
    const std::string kept = "/api/v1/attempts/" + attempt;
    const std::vector<Row> rows = {
        {"GET", kept + "/shares", "", {200, 403, 404, 404, 404, 404, 401}, ""},
        {"PUT", kept + "/shares/" + enablement.id, "", {0, 403, 404, 404, 404, 404, 401}, ""},
        {"DELETE", kept + "/shares/" + manager.id, "", {0, 403, 404, 404, 404, 404, 401}, ""},
        {"POST",
         kept + "/appeals",
         R"({"behaviour":"asks-impact","reason":"I did."})",
         {409, 403, 404, 404, 404, 404, 401},
         ""},
        {"DELETE", kept, "", {0, 403, 404, 404, 404, 404, 401}, ""},
        {"DELETE", "/api/v1/appeals/" + appeal, "", {0, 404, 403, 404, 404, 404, 401}, ""},
        {"DELETE", "/api/v1/appeals/no-such", "", {404, 404, 404, 404, 404, 404, 401}, ""},
        {"GET", "/api/v1/people/no-such", "", {404, 404, 404, 404, 404, 404, 401}, ""},
        {"GET", "/api/v1/people/no-such/record", "", {404, 404, 404, 404, 404, 404, 401}, ""},
        {"DELETE", "/api/v1/people/no-such", "", {404, 404, 404, 404, 404, 404, 401}, ""},
    };
    for (const Row& row : rows)
        for (int role = 0; role < 7; ++role)
            if (row.answers[role] != 0) check(row, role);
}

TEST_P(Permissions, InvitingIsTheAdmins) {
    const Row row{"POST",
                  "/api/v1/people",
                  R"({"email":"new@mail.example","name":"New","roles":["rep"]})",
                  {403, 403, 403, 201, 403, 201, 401},
                  "audit+1 job+1 person+1"};
    for (const int role : {0, 1, 2, 4, 6, 3, 5}) check(row, role);
}

TEST_P(Permissions, WebhooksAreTheAdmins) {
    const Row row{"POST",
                  "/api/v1/webhooks",
                  R"({"url":"https://hr.example/in"})",
                  {403, 403, 403, 201, 403, 201, 401},
                  "audit+1 webhook+1"};
    for (const int role : {0, 1, 2, 4, 6, 3, 5}) check(row, role);
}

TEST_P(Permissions, ErasingIsOnesOwnOrTheAdmins) {
    const Row row{"DELETE",
                  "/api/v1/people/" + partner.id,
                  "",
                  {403, 403, 403, 204, 404, 404, 401},
                  "audit+1 person-1 web_session-1"};
    for (const int role : {0, 1, 2, 5, 6}) check(row, role);
    const auto before = rows_now();
    EXPECT_EQ(ask({"DELETE", "/api/v1/people/" + partner.id, "", &browsers[4]}).status, 204);
    EXPECT_EQ(changes_since(before), "audit+1 credential-1 person-1 web_session-1");
    EXPECT_EQ(ask({"GET", "/api/v1/session", "", &browsers[4]}).status, 401);  // at once
}

INSTANTIATE_TEST_SUITE_P(People, Permissions, ::testing::Values(Keeps::sqlite),
                         [](const auto& given) { return name(given.param); });

class Doorway : public Doors {
protected:
    net::Response log_in(const std::string& body, std::map<std::string, std::string> headers = {}) {
        Asking asking{"POST", "/api/v1/session", body};
        asking.headers = std::move(headers);
        return ask(asking);
    }
    std::string right() const { return R"({"email":")" + rep.email + R"(","password":")" + kPassword + "\"}"; }
};

TEST_P(Doorway, LetsInAndOutByCookie) {
    const net::Response in = log_in(right());
    ASSERT_EQ(in.status, 201);
    const std::string session = cookie(in, "__Host-praxis"), page = cookie(in, "__Host-praxis_csrf");
    for (const char* flag : {"; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"})
        EXPECT_NE(session.find(flag), std::string::npos) << flag;
    EXPECT_EQ(page.find("HttpOnly"), std::string::npos);
    EXPECT_EQ(session.find("Domain"), std::string::npos);
    const auto value = [](const std::string& text) {
        return text.substr(text.find('=') + 1, text.find(';') - text.find('=') - 1);
    };
    const Browser browser{value(session), value(page)};
    EXPECT_EQ(in.body.find(browser.session), std::string::npos);  // only in the cookie
    EXPECT_EQ(ask({"GET", "/api/v1/session", "", &browser}).status, 200);
    const net::Response out = ask({"DELETE", "/api/v1/session", "", &browser});
    EXPECT_EQ(out.status, 200);
    EXPECT_NE(cookie(out, "__Host-praxis").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(ask({"GET", "/api/v1/session", "", &browser}).status, 401);
}

TEST_P(Doorway, TakesNoSessionThatWasPlanted) {
    const std::string planted = acme + ".planted-by-somebody-else-0123456789abcdefghi";
    Asking asking{"POST", "/api/v1/session", right()};
    asking.headers["cookie"] = "__Host-praxis=" + planted;
    const net::Response in = ask(asking);
    ASSERT_EQ(in.status, 201);
    EXPECT_EQ(cookie(in, "__Host-praxis").find(planted), std::string::npos);
    const Browser attacker{planted, app::counterpart_of(office, planted)};
    EXPECT_EQ(ask({"GET", "/api/v1/session", "", &attacker}).status, 401);
}

TEST_P(Doorway, OverHttpsReadsOnlyTheCookieThatNobodyElseCanSet) {
    const Browser browser = browser_of(rep);
    Asking asking{"GET", "/api/v1/session"};
    asking.headers["cookie"] = "praxis=" + browser.session;
    EXPECT_EQ(ask(asking).status, 401);
    asking.secure = false;
    EXPECT_EQ(ask(asking).status, 200);
}

TEST_P(Doorway, RefusesChangesThatNoPageOfOursSent) {
    const Browser mine = browser_of(rep), other = browser_of(manager);
    const auto changing = [&](std::map<std::string, std::string> headers) {
        Asking asking{"DELETE", "/api/v1/sessions", "", &mine};
        asking.headers = std::move(headers);
        const auto before = rows_now();
        const net::Response response = ask(asking);
        if (response.status >= 300) {
            EXPECT_EQ(changes_since(before), "");
        }
        return response.status;
    };
    EXPECT_EQ(changing({{"x-csrf-token", ""}}), 403);
    EXPECT_EQ(changing({{"x-csrf-token", other.counterpart}}), 403);
    EXPECT_EQ(changing({{"x-csrf-token", mine.session}}), 403);
    EXPECT_EQ(changing({{"x-csrf-token", mine.counterpart + "0"}}), 403);
    EXPECT_EQ(changing({{"origin", "https://evil.example"}}), 403);
    EXPECT_EQ(changing({{"origin", "https://praxis.example.evil.example"}}), 403);
    EXPECT_EQ(changing({{"origin", "http://praxis.example"}}), 403);
    EXPECT_EQ(changing({{"origin", "null"}}), 403);
    EXPECT_EQ(changing({{"origin", ""}, {"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(changing({{"origin", ""}, {"sec-fetch-site", "same-site"}}), 403);
    EXPECT_EQ(changing({{"origin", ""}}), 204);  // no browser: the counterpart says it
}

TEST_P(Doorway, LogsNobodyInFromAnotherSite) {
    EXPECT_EQ(log_in(right(), {{"origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(log_in(right(), {{"content-type", "text/plain"}}).status, 415);  // what a form could send
    EXPECT_EQ(log_in(right(), {{"content-type", "application/x-www-form-urlencoded"}}).status, 415);
    EXPECT_EQ(log_in(right(), {{"content-type", "application/json; charset=utf-8"}}).status, 201);
}

TEST_P(Doorway, ReadsNoSecretFromAnAddress) {
    const auto made = app::make_token(office, as(rep), {"t", {"people:read"}, 1});
    const Browser browser = browser_of(rep);
    for (const char* name : {"token", "access_token", "session", "praxis", "authorization"})
        for (const std::string& secret : {made.secret, browser.session}) {
            Asking asking{"GET", "/api/v1/session"};
            asking.query = std::string(name) + "=" + secret;
            EXPECT_EQ(ask(asking).status, 401) << name;
        }
}

TEST_P(Doorway, TakesATokenForWhatItsScopesSay) {
    const auto made = app::make_token(office, as(rep), {"t", {"people:read"}, 1});
    const auto with = [&](const std::string& header, const char* method, const std::string& path) {
        Asking asking{method, path};
        asking.headers["authorization"] = header;
        asking.headers["origin"] = "";
        return ask(asking).status;
    };
    const std::string bearer = "Bearer " + made.secret;
    EXPECT_EQ(with(bearer, "GET", "/api/v1/directory"), 200);
    EXPECT_EQ(with(bearer, "GET", "/api/v1/tokens"), 403);   // no token manages tokens
    EXPECT_EQ(with(bearer, "GET", "/api/v1/appeals"), 403);  // another scope
    EXPECT_EQ(with(bearer, "DELETE", "/api/v1/people/" + rep.id), 403);
    for (const std::string& bad :
         {std::string("Bearer"), std::string("Bearer "), bearer + "x", "Basic " + made.secret, std::string("x")})
        EXPECT_EQ(with(bad, "GET", "/api/v1/directory"), 401) << bad;
    EXPECT_EQ(with(bearer, "DELETE", "/api/v1/tokens/" + made.token.id), 403);
    const Browser browser = browser_of(rep);
    EXPECT_EQ(ask({"DELETE", "/api/v1/tokens/" + made.token.id, "", &browser}).status, 204);
    EXPECT_EQ(with(bearer, "GET", "/api/v1/directory"), 401);  // at once, though it was remembered
}

TEST_P(Doorway, SetsNothingThatWasNotMeantToBeSet) {
    const Browser mine = browser_of(rep);
    for (const char* body :
         {R"({"name":"X","roles":["admin"]})", R"({"state":"active"})", R"({"tenant":"x"})", R"({"id":"x"})",
          R"({"email":"x@y.example"})", R"({"name":"X","version":9})", R"({"name":"X","created_ms":1})"}) {
        Asking asking{"PATCH", "/api/v1/people/" + rep.id, body, &mine};
        asking.headers["if-match"] = "\"1\"";
        const auto before = rows_now();
        EXPECT_GE(ask(asking).status, 403) << body;
        EXPECT_EQ(changes_since(before), "") << body;
    }
    EXPECT_EQ(log_in(R"({"email":"a@b","password":"x","roles":["admin"]})").status, 422);
    const net::Response told = log_in(R"({"email":7,"password":null,"remember":true})");
    EXPECT_EQ(code(told), "invalid");
    for (const char* place : {"/email", "/password", "/remember"})
        EXPECT_NE(told.body.find(place), std::string::npos) << place;
}

TEST_P(Doorway, RefusesWhatIsNoRequest) {
    EXPECT_EQ(log_in("{").status, 400);
    EXPECT_EQ(log_in("[]").status, 400);
    EXPECT_EQ(log_in(std::string(100'000, '[')).status, 400);
    EXPECT_EQ(log_in(R"({"email":"a\u0000b@c","password":"x"})").status, 422);
    EXPECT_EQ(log_in("{\"email\":\"\xff\xfe\",\"password\":\"x\"}").status, 400);
    const Browser mine = browser_of(admin);
    Asking change{"PATCH", "/api/v1/people/" + rep.id, R"({"name":"X"})", &mine};
    EXPECT_EQ(ask(change).status, 428);
    for (const char* tag : {"\"2\"", "*", "1", "\"\"", "\"x\"", "W/\"1\""}) {
        change.headers["if-match"] = tag;
        EXPECT_EQ(ask(change).status, 412) << tag;
    }
    Asking page{"GET", "/api/v1/people", "", &mine};
    for (const char* query : {"limit=0", "limit=201", "limit=-1", "limit=x", "limit=99999999999999999999"}) {
        page.query = query;
        EXPECT_EQ(ask(page).status, 400) << query;
    }
}

TEST_P(Doorway, SaysWhenToComeBack) {
    const std::string wrong = R"({"email":")" + rep.email + R"(","password":"wrong"})";
    net::Response response;
    for (int i = 0; i < 10; ++i) response = log_in(wrong);
    EXPECT_EQ(response.status, 429);
    EXPECT_FALSE(response.header("retry-after").empty());
}

TEST_P(Doorway, AnswersNobodyAsItAnswersSomebody) {
    const auto asking = [&](const std::string& email) {
        return ask({"POST", "/api/v1/password-resets", R"({"email":")" + email + "\"}"});
    };
    const auto before = rows_now();
    const net::Response some = asking(rep.email);
    const std::string changes = changes_since(before);
    const auto between = rows_now();
    const net::Response none = asking("nobody@mail.example");
    EXPECT_EQ(some.status, 202);
    EXPECT_EQ(none.status, 202);
    EXPECT_EQ(some.body, none.body);
    EXPECT_EQ(some.headers, none.headers);
    EXPECT_EQ(changes, "audit+1 job+1 throttle+2");
    EXPECT_EQ(changes_since(between), "audit+1 job+1 throttle+1");  // the address is known by now
}

TEST_P(Doorway, AStartLinkGoesThroughTheBody) {
    EXPECT_EQ(ask({"GET", "/api/v1/start"}).status, 405);
    const auto response = ask(
        {"POST", "/api/v1/start",
         R"({"link":".x","company":"C","name":"N","email":"a@b.example","password":"nineteen grand before lunch"})"});
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(ask({"GET", "/api/v1/outside/entra/leave"}).status, 404);  // no provider is set up here
}

PRAXIS_ON_DATABASES(Doorway);

}  // namespace
}  // namespace praxis::testing
