// Real calls through the door: who may, what is kept and what is not, what is wrong with a transcript.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app/rights/erase.hpp"
#include "app/rights/settings.hpp"
#include "tests/calls/desks.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

std::string text(const json::value& value) {
    return std::string(value.as_string());
}

class RealCalls : public Desks {
protected:
    // "/pointer: what" of the first fault; or the code.
    std::string refusal(const json::object& wish, const std::string& path = "/transcripts") {
        const auto before = rows_now();
        const net::Response response = ask_as(rep, "POST", path, wish);
        EXPECT_EQ(changes_since(before), "") << response.body;
        const json::value told = json::parse(response.body);
        const json::object& problem = told.as_object();
        if (!problem.contains("faults")) return problem.contains("code") ? text(problem.at("code")) : "done";
        const json::value& fault = problem.at("faults").at(0);
        return std::to_string(response.status) + " " + text(fault.at("where")) + ": " + text(fault.at("what"));
    }
    std::string refusal_of(const std::string& transcript) { return refusal(call_wish(transcript)); }
    // Every text of every table.
    bool anywhere(const std::string& word) {
        for (const auto& [table, rows] : rows_now())
            for (const std::string& row : rows)
                if (row.find(word) != std::string::npos) return true;
        return false;
    }
};

TEST_P(RealCalls, AreTakenInOnlyWithConsent) {
    const json::object wish = call_wish(text_of_file("data/transcripts/hallam-1.vtt"));
    EXPECT_EQ(refusal(wish), "conflict");
    EXPECT_EQ(refusal(wish, "/transcripts/look"), "conflict");
    consent(rep);
    EXPECT_EQ(ask_as(rep, "POST", "/transcripts/look", wish).status, 200);
    const auto before = rows_now();
    EXPECT_EQ(ask_as(rep, "POST", "/transcripts", wish).status, 201);
    const std::string changes = changes_since(before);
    EXPECT_TRUE(changes.starts_with("audit+1 call_review+1 call_verdict+")) << changes;
}

TEST_P(RealCalls, LeaveNothingWhenTheConsentIsTakenBack) {
    for (const auto& one : {rep, manager}) consent(one);
    const std::string id = import(rep);
    import(rep, "data/transcripts/hallam-2.txt");
    const std::string other = import(manager);
    told_to(rep, "PUT", "/transcripts/" + id + "/shares/" + manager.id);
    consent(rep, false);
    const auto left = rows_now();
    for (const char* table : {"call_review", "call_verdict"})
        for (const std::string& row : left.at(table)) EXPECT_EQ(row.find(rep.id), std::string::npos) << row;
    EXPECT_TRUE(rows_now().at("call_share").empty());
    EXPECT_EQ(ask_as(rep, "GET", "/transcripts/" + id).status, 404);
    EXPECT_EQ(ask_as(manager, "GET", "/transcripts/" + id).status, 404);
    EXPECT_EQ(ask_as(manager, "GET", "/transcripts/" + other).status, 200);
    const std::vector<std::string> deeds = audited(acme);
    EXPECT_EQ(std::count(deeds.begin(), deeds.end(), "calls.erased"), 1);
    EXPECT_EQ(refusal_of(text_of_file("data/transcripts/hallam-1.vtt")), "conflict");
}

TEST_P(RealCalls, KeepWordsAndNotTheCustomersNames) {
    consent(rep);
    const std::string id = import(rep);
    const json::value seen = told_to(rep, "GET", "/transcripts/" + id);
    std::map<std::string, std::set<std::string>> names;
    for (const json::value& line : seen.at("said").as_array())
        names[text(line.at("side"))].insert(text(line.at("name")));
    EXPECT_EQ(names["rep"], std::set<std::string>{"Dorothea Kemp"}) << "as the file has it";
    EXPECT_EQ(names["customer"], std::set<std::string>{"Customer"});
    EXPECT_FALSE(anywhere("Verhaag")) << "his label in the file, said by nobody";
    EXPECT_TRUE(anywhere("It was on the wrong headset"));
}

TEST_P(RealCalls, AreReadAsTheirReportCounts) {
    consent(rep);
    for (const char* file : {"data/transcripts/hallam-1.vtt", "data/transcripts/hallam-2.txt"}) {
        const std::string path = "/transcripts/" + import(rep, file);
        const json::value seen = told_to(rep, "GET", path), report = told_to(rep, "GET", path + "/report");
        EXPECT_TRUE(report.at("real_call").as_bool());
        std::map<std::int64_t, std::string> by_turn;
        for (const json::value& line : seen.at("said").as_array())
            if (text(line.at("side")) == "rep") by_turn[line.at("turn").as_int64()] = text(line.at("text"));
        int quotes = 0;
        for (const json::value& one : report.at("criteria").as_array())
            for (const json::value& indicator : one.at("indicators").as_array())
                if (const json::value* evidence = indicator.as_object().if_contains("evidence"))
                    for (const json::value& quote : evidence->as_array()) {
                        if (quote.at("who").to_number<int>() != 0) continue;
                        ++quotes;
                        EXPECT_NE(by_turn[quote.at("turn").to_number<int>()].find(text(quote.at("quote"))),
                                  std::string::npos)
                            << text(quote.at("quote"));
                    }
        EXPECT_GT(quotes, 3) << file;
    }
}

TEST_P(RealCalls, AreJudgedAsTheyAreShown) {
    consent(rep);
    const std::string id = import(rep);
    const json::value report = told_to(rep, "GET", "/transcripts/" + id + "/report");
    std::map<std::string, std::string> shown, kept;
    for (const json::value& one : report.at("criteria").as_array())
        shown[text(one.at("behaviour"))] = text(one.at("verdict"));
    database().read([&](storage::Transaction& rows) {
        for (const auto& row : rows.run("SELECT behaviour, verdict FROM call_verdict")) kept[row.text(0)] = row.text(1);
    });
    EXPECT_EQ(shown, kept);
    EXPECT_FALSE(kept.empty());
}

TEST_P(RealCalls, SayWhoSpeaksAndWhatIsGuessed) {
    consent(rep);
    json::object wish = call_wish(text_of_file("data/transcripts/hallam-1.vtt"));
    const json::value look = told_to(rep, "POST", "/transcripts/look", wish);
    EXPECT_EQ(text(look.at("shape")), "WebVTT");
    EXPECT_EQ(look.at("speakers").as_array().size(), 2U);
    EXPECT_GT(look.at("length_ms").as_int64(), 60'000);
    EXPECT_FALSE(text(look.at("segment").at("reason")).empty());
    EXPECT_EQ(text(look.at("rep").at("name")), "Dorothea Kemp");
    wish["rep"] = "Milan Verhaag (Corvane)";
    const auto segments = shelf->find(acme, "hallam-steel")->segments;
    wish["segment"] = segments.back().id;
    const json::value told = told_to(rep, "POST", "/transcripts/look", wish);
    EXPECT_EQ(text(told.at("rep").at("name")), "Milan Verhaag (Corvane)");
    EXPECT_EQ(text(told.at("segment").at("id")), segments.back().id);
}

TEST_P(RealCalls, TakeEveryShape) {
    consent(rep);
    const std::map<std::string, std::string> samples = {
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>What happens when a sheet tips up?\n\n00:03.000 --> 00:04.000\n"
         "<v Bob>It stops the laser.\n",
         "WebVTT"},
        {"1\n00:00:01,000 --> 00:00:02,000\nAnn: What happens when a sheet tips up?\n\n2\n00:00:03,000 --> "
         "00:00:04,000\nBob: It stops the laser.\n",
         "SubRip"},
        {"Ann: What happens when a sheet tips up?\r\nBob: It stops the laser.\r\n", "plain text"},
        {R"([{"speaker":"Ann","text":"What happens when a sheet tips up?"},{"speaker":"Bob","text":"It stops."}])",
         "JSON"},
    };
    for (const auto& [transcript, shape] : samples) {
        const json::value made = told_to(rep, "POST", "/transcripts", call_wish(transcript));
        EXPECT_TRUE(text(made.at("shape")).starts_with(shape)) << text(made.at("shape"));
        told_to(rep, "GET", "/transcripts/" + text(made.at("id")) + "/report");
    }
}

TEST_P(RealCalls, SayWhatIsWrongWithATranscriptAndWhere) {
    consent(rep);
    const std::string zero("Ann: Hello.\nBob: Yes.\0no", 24);
    EXPECT_EQ(refusal_of(""), "422 /transcript: line 1: the file is empty");
    EXPECT_EQ(refusal_of(" \n\t\n"), "422 /transcript: line 1: the file is empty");
    EXPECT_TRUE(refusal_of(zero).starts_with("422 /transcript: ")) << refusal_of(zero);
    EXPECT_EQ(refusal_of("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello there.\n"),
              "422 /transcript: line 3: only one speaker, 'Ann', is in it");
    EXPECT_TRUE(
        refusal_of("WEBVTT\n\n00:01.000 --> 00:02.000\nNobody says who.\n").starts_with("422 /transcript: line"));
    EXPECT_TRUE(refusal_of("WEBVTT\n\n00:01.000 --> banana\n<v Ann>Hello.\n").starts_with("422 /transcript: line 3: "));
    EXPECT_TRUE(refusal_of(R"({"what": "is this?"})").starts_with("422 /transcript: ")) << refusal_of("{}");
    EXPECT_TRUE(refusal_of(R"([{"speaker":"Ann","text":)").starts_with("422 /transcript: line 1: "));
    EXPECT_TRUE(refusal_of("RIFF\x01\x02\x03").starts_with("422 /transcript: "));
    std::string many;
    for (int i = 0; i < 2600; ++i) many += "Ann: Yes.\nBob: No.\n";
    EXPECT_EQ(refusal_of(many), "422 /transcript: has 5200 turns; 5,000 are the most");
    std::string much = "Ann: Hello.\nBob: ";
    for (int i = 0; i < 120'000; ++i) much += "so it goes ";
    EXPECT_EQ(refusal_of(much), "422 /transcript: has more than 1 MB of talk");
    EXPECT_EQ(refusal_of(std::string((8 << 20) + 1, ' ')), "422 /transcript: is longer than 8 MB");
    EXPECT_EQ(
        refusal_of(R"([{"speaker":")" + std::string(300, 'A') + R"(","text":"Hello."},{"speaker":"B","text":"Yes."}])"),
        "422 /transcript: somebody who speaks has a name of more than 200 bytes");
}

TEST_P(RealCalls, SayWhichWishNamesNothing) {
    consent(rep);
    const json::object good = call_wish(text_of_file("data/transcripts/hallam-1.vtt"));
    const auto with = [&](const char* key, const json::value& value) {
        json::object wish = good;
        wish[key] = value;
        return refusal(wish);
    };
    EXPECT_EQ(with("strategy", "hallam"), "422 /strategy: there is no strategy 'hallam'");
    EXPECT_TRUE(with("rep", "Nobody At All").starts_with("422 /rep: nobody called"));
    EXPECT_EQ(with("segment", "laser-job-shop"), "422 /segment: there is no segment 'laser-job-shop'");
    EXPECT_TRUE(with("role", "emperor").starts_with("422 /role: there is no role"));
    EXPECT_TRUE(with("kind", "duel").starts_with("422 /kind: there is no conversation kind"));
    for (const std::int64_t when : {std::int64_t{0}, std::int64_t{946'684'799'999}, clock.now + 2 * people::kDay_ms})
        EXPECT_TRUE(with("held_ms", when).starts_with("422 /held_ms: is no time")) << when;
    EXPECT_TRUE(with("held_ms", "yesterday").starts_with("422 /held_ms: "));
    EXPECT_TRUE(with("person", "somebody").starts_with("422 /person: "));
    EXPECT_TRUE(with("transcript", 7).starts_with("422 /transcript: "));
    EXPECT_TRUE(refusal({{"strategy", "hallam-steel"}}).starts_with("422 /transcript: "));
}

TEST_P(RealCalls, AreTheirRepsUntilShared) {
    consent(rep);
    const std::string path = "/transcripts/" + import(rep), shares = path + "/shares/" + manager.id;
    const auto statuses_of = [&](const std::string& method, const std::string& where, bool but_rep = false) {
        std::vector<int> all;
        for (const auto& one : {rep, manager, enablement, admin, partner, stranger})
            if (!but_rep || one.id != rep.id) {
                const auto before = rows_now();
                const int status = ask_as(one, method, where).status;
                all.push_back(status);
                if (status >= 300) {
                    EXPECT_EQ(changes_since(before), "") << method << where;
                }
            }
        return all;
    };
    using Statuses = std::vector<int>;
    EXPECT_EQ(statuses_of("GET", path), (Statuses{200, 404, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("GET", path + "/report"), (Statuses{200, 404, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("GET", path + "/shares"), (Statuses{200, 404, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("PUT", shares, true), (Statuses{404, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("DELETE", path, true), (Statuses{404, 404, 404, 403, 404}));
    told_to(rep, "PUT", shares);
    EXPECT_EQ(statuses_of("GET", path), (Statuses{200, 200, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("GET", path + "/report"), (Statuses{200, 200, 404, 404, 403, 404}));
    EXPECT_EQ(statuses_of("GET", path + "/shares", true), (Statuses{403, 404, 404, 403, 404})) << "nor passed on";
    EXPECT_EQ(statuses_of("PUT", path + "/shares/" + enablement.id, true), (Statuses{403, 404, 404, 403, 404}));
    EXPECT_EQ(told_to(manager, "GET", "/transcripts/shared-with-me").at("items").as_array().size(), 1U);
    EXPECT_EQ(told_to(manager, "GET", "/transcripts").at("items").as_array().size(), 0U);
    for (const std::string& none : {rep.id, stranger.id, std::string("nobody")})
        EXPECT_EQ(ask_as(rep, "PUT", path + "/shares/" + none).status, 422);
    told_to(rep, "DELETE", shares);
    EXPECT_EQ(statuses_of("GET", path), (Statuses{200, 404, 404, 404, 403, 404}));
    const auto before = rows_now();
    told_to(rep, "DELETE", path);
    EXPECT_TRUE(changes_since(before).starts_with("audit+1 call_review-1 call_verdict-")) << changes_since(before);
    EXPECT_EQ(ask_as(rep, "GET", path).status, 404);
    EXPECT_EQ(ask_as(rep, "DELETE", path).status, 404);
}

TEST_P(RealCalls, HaveVerdictsThatTheirRepCanDoubt) {
    consent(rep);
    const std::string id = import(rep), path = "/transcripts/" + id;
    const json::value report = told_to(rep, "GET", path + "/report");
    const json::array& criteria = report.at("criteria").as_array();
    const auto judged = std::find_if(criteria.begin(), criteria.end(), [](const json::value& one) {
        return text(one.at("verdict")) == "pass" || text(one.at("verdict")) == "fail";
    });
    ASSERT_NE(judged, criteria.end());
    const json::object doubt{{"behaviour", judged->at("behaviour")}, {"reason", "I asked in the second turn."}};
    told_to(rep, "PUT", path + "/shares/" + manager.id);
    std::vector<int> others;
    for (const auto& one : {manager, enablement, admin, partner, stranger})
        others.push_back(ask_as(one, "POST", path + "/appeals", doubt).status);
    EXPECT_EQ(others, (std::vector<int>{403, 404, 404, 404, 404})) << "who reads it doubts nothing for its rep";
    EXPECT_EQ(ask_as(rep, "POST", path + "/appeals", json::object{{"behaviour", "no-such"}, {"reason", "x"}}).status,
              422);
    EXPECT_EQ(ask_as(rep, "POST", "/transcripts/no-such/appeals", doubt).status, 404);
    const json::value made = told_to(rep, "POST", path + "/appeals", doubt);
    EXPECT_EQ(text(made.at("call")), id);
    EXPECT_TRUE(made.at("attempt").is_null());
    EXPECT_EQ(ask_as(rep, "POST", path + "/appeals", doubt).status, 409) << "once";
    EXPECT_EQ(told_to(rep, "GET", "/appeals").at("items").as_array().size(), 1U);
    EXPECT_EQ(told_to(enablement, "GET", "/appeals/open").at("items").as_array().size(), 1U);
}

TEST_P(RealCalls, ShowTheDoubtedVerdictAndNoMoreToWhoAnswers) {
    consent(rep);
    const std::string path = "/transcripts/" + import(rep);
    std::string said, behaviour;
    const json::value call = told_to(rep, "GET", path);
    for (const json::value& line : call.at("said").as_array()) said += text(line.at("text")) + "\n";
    const json::value report = told_to(rep, "GET", path + "/report");
    for (const json::value& one : report.at("criteria").as_array())
        if (text(one.at("verdict")) == "pass") behaviour = text(one.at("behaviour"));
    ASSERT_FALSE(behaviour.empty());
    const auto times = [&] {
        const json::value seen = told_to(rep, "GET", "/transcripts/behaviours");
        for (const json::value& one : seen.at("items").as_array())
            if (text(one.at("behaviour")) == behaviour) return one.at("calls").at("judged").as_int64();
        return std::int64_t{0};
    };
    EXPECT_EQ(times(), 1);
    const json::value made =
        told_to(rep, "POST", path + "/appeals", json::object{{"behaviour", behaviour}, {"reason", "I did not."}});
    const std::string appeal = "/appeals/" + text(made.at("id"));
    for (const auto& one : {rep, manager, admin}) EXPECT_EQ(ask_as(one, "GET", appeal + "/verdict").status, 403);
    EXPECT_EQ(ask_as(enablement, "GET", path).status, 404) << "the call itself is not shared";
    const json::value doubted = told_to(enablement, "GET", appeal + "/verdict");
    EXPECT_EQ(text(doubted.at("verdict").at("behaviour")), behaviour);
    const json::array& beside = doubted.at("said").as_array();
    ASSERT_FALSE(beside.empty());
    for (const json::value& one : beside) EXPECT_NE(said.find(text(one.at("text"))), std::string::npos);
    std::size_t shown = 0;
    for (const json::value& one : beside) shown += text(one.at("text")).size();
    EXPECT_LT(shown, said.size() / 2) << "not the whole call";
    told_to(enablement, "POST", appeal + "/answer", json::object{{"upheld", true}, {"answer", "You are right."}});
    EXPECT_EQ(times(), 0) << "it counts no longer";
    EXPECT_EQ(ask_as(enablement, "GET", appeal + "/verdict").status, 409);
    const auto before = rows_now();
    told_to(rep, "DELETE", path);
    EXPECT_NE(changes_since(before).find("appeal-1"), std::string::npos) << "it goes with its call";
}

TEST_P(RealCalls, ArePutInByWhoTalksWithCustomers) {
    const json::object wish = call_wish(text_of_file("data/transcripts/hallam-1.vtt"));
    for (const auto& one : {rep, manager, enablement, admin, partner}) consent(one);
    for (const auto& one : {rep, manager, enablement}) EXPECT_EQ(ask_as(one, "POST", "/transcripts", wish).status, 201);
    for (const auto& one : {admin, partner}) EXPECT_EQ(ask_as(one, "POST", "/transcripts", wish).status, 403);
    EXPECT_EQ(ask({"POST", "/api/v1/transcripts", json::serialize(wish)}).status, 401);
}

TEST_P(RealCalls, AreSweptExportedAndForgotten) {
    consent(rep);
    import(rep);
    const app::Records records = app::export_person(office, as(rep), rep.id);
    std::string exported;
    for (const auto& table : records)
        for (const auto& row : table.rows)
            for (const std::string& column : row) exported += column + "\n";
    EXPECT_NE(exported.find("It was on the wrong headset"), std::string::npos);
    clock.now += 179 * people::kDay_ms;
    app::sweep(office);
    EXPECT_TRUE(anywhere("It was on the wrong headset"));
    clock.now += 2 * people::kDay_ms;
    app::sweep(office);
    EXPECT_FALSE(anywhere("It was on the wrong headset"));
    app::CallWish wish;  // by hand: the session is over, too
    wish.transcript = text_of_file("data/transcripts/hallam-1.vtt");
    wish.strategy = "hallam-steel";
    app::import_call(call_desk, as(rep), wish);
    EXPECT_TRUE(anywhere("It was on the wrong headset"));
    app::erase_person(office, as(admin), rep.id);
    EXPECT_FALSE(anywhere("It was on the wrong headset"));
    EXPECT_TRUE(rows_now().at("call_verdict").empty());
}

TEST_P(RealCalls, AreReadByTheVersionTheyWereJudgedBy) {
    consent(rep);
    const std::string source = text_of_file("tests/strategies/vantix.yaml");
    const json::value shown = told_to(enablement, "POST", "/strategies", json::object{{"source", source}});
    json::object wish = call_wish("Ann: What happens when the press stops?\nBob: We lose eleven grand an hour.\n");
    wish["strategy"] = shown.at("id");
    const std::string path = "/transcripts/" + text(told_to(rep, "POST", "/transcripts", wish).at("id"));
    std::string changed = source;
    const std::string promise = "vibration sensors and a repair crew for presses";
    changed.replace(changed.find(promise), promise.size(), "vibration sensors");
    told_to(enablement, "POST", "/strategies", json::object{{"source", changed}, {"replaces", shown.at("version")}});
    EXPECT_EQ(told_to(rep, "GET", path).at("strategy_version"), shown.at("version"));
    told_to(rep, "GET", path + "/report");
    database().write([&](storage::Transaction& rows) { rows.run("UPDATE call_review SET strategy_version = 'gone'"); });
    EXPECT_EQ(ask_as(rep, "GET", path).status, 200);
    EXPECT_EQ(ask_as(rep, "GET", path + "/report").status, 409);
}

TEST_P(RealCalls, AreListedInPages) {
    consent(rep);
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ++clock.now;
        ids.insert(ids.begin(), import(rep));
    }
    const json::value first = told_to(rep, "GET", "/transcripts", nullptr, "limit=2");
    ASSERT_EQ(first.at("items").as_array().size(), 2U);
    EXPECT_EQ(text(first.at("items").at(0).at("id")), ids[0]);
    const json::value rest = told_to(rep, "GET", "/transcripts", nullptr, "limit=2&after=" + text(first.at("next")));
    ASSERT_EQ(rest.at("items").as_array().size(), 1U);
    EXPECT_EQ(text(rest.at("items").at(0).at("id")), ids[2]);
    EXPECT_TRUE(rest.at("next").is_null());
}

PRAXIS_ON_DATABASES(RealCalls);

}  // namespace
}  // namespace praxis::testing
