// A company's own characters through the door: who may, what is refused and how, two who change one, and whose face an
// attempt keeps.
#include "wire/characters/characters.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <functional>

#include "app/practice/begin.hpp"
#include "app/practice/go_on.hpp"
#include "app/practice/start_attempt.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "tests/calls/desks.hpp"

namespace praxis::testing {
namespace {

namespace json = boost::json;

using Spoil = std::function<void(json::object&)>;

// What is done to a character that is right, and what is said of it.
std::vector<std::pair<Spoil, std::string>> spoilt() {
    const auto person = [](json::object& object) -> json::object& { return object["person"].as_object(); };
    return {
        {[=](auto& o) { person(o)["skin"].as_object()["tone"] = 9.1; },
         "422 invalid /person/skin/tone: 9.1 does not fit"},
        {[=](auto& o) { person(o)["skin"].as_object()["tone"] = "pale"; },
         "422 invalid /person/skin/tone: 'pale' does not fit"},
        {[=](auto& o) {
             person(o)["skin"].as_object()["tone"] = json::object{{"a", 1}};
         },
         "422 invalid /person/skin/tone: must be a number or a word"},
        {[=](auto& o) { person(o)["skin"].as_object().erase("tone"); }, "422 invalid /person/skin/tone: is missing"},
        {[=](auto& o) {
             person(o)["skin"] = json::array{1, 2};
         },
         "422 invalid /person/skin: must be a number or a word"},
        {[=](auto& o) { person(o)["skin"] = nullptr; }, "422 invalid /person/skin: must be a number or a word"},
        {[=](auto& o) { person(o)["hair"].as_object()["style"] = "bobb"; },
         "422 invalid /person/hair/style: 'bobb' does not fit"},
        {[=](auto& o) { person(o)["eyes"].as_object()["colour"] = "</style><script>"; },
         "422 invalid /person/eyes/colour: '</style><script>' does not fit"},
        {[=](auto& o) { person(o)["onload"] = "alert(1)"; }, "422 invalid /person/onload: is no trait of a character"},
        {[=](auto& o) { person(o)["nose"].as_object()["script"] = "x"; },
         "422 invalid /person/nose/script: is no trait of a character"},
        {[=](auto& o) { person(o)["model"] = "face.glb"; }, "422 invalid /person/model: is no trait of a character"},
        {[=](auto& o) { person(o)["id"] = "Anna Berg"; },
         "422 invalid /person/id: must be a lower-case word of at most 40 letters"},
        {[=](auto& o) { person(o)["presents"] = "robot"; }, "422 invalid /person/presents: is no known word"},
        {[=](auto& o) { person(o)["suits"] = json::array{}; }, "422 invalid /person/suits: is empty"},
        {[=](auto& o) { person(o)["suits"] = json::array{"beach"}; },
         "422 invalid /person/suits: 'beach' is no setting"},
        {[=](auto& o) {
             person(o)["suits"] = json::array{"office", "office"};
         },
         "422 invalid /person/suits: names 'office' twice"},
        {[=](auto& o) { person(o)["age"] = 17; }, "422 invalid /person/age: 17 does not fit"},
        {[=](auto& o) { o.erase("person"); }, "422 invalid /person: is missing"},
        {[=](auto& o) { o["person"] = "anna"; }, "422 invalid /person: must be an object"},
        {[=](auto& o) { o["face"] = 1; }, "422 invalid /face: is not known here"},
        {[=](auto& o) { o["plays"] = json::array{"all"}; }, "422 invalid /plays: must be a list of objects"},
        {[=](auto& o) {
             o["plays"] = json::array{json::object{{"strategy", "steel"}}};
         },
         "422 invalid /plays/0/strategy: there is no strategy 'steel'"},
        {[=](auto& o) {
             o["plays"] = json::array{json::object{{"strategy", "hallam-steel"}, {"role", "ownr"}}};
         },
         "422 invalid /plays/0/role: this strategy has no role 'ownr'"},
        {[=](auto& o) {
             o["plays"] = json::array{json::object{{"strategy", "hallam-steel"}, {"segment", "cfo"}}};
         },
         "422 invalid /plays/0/segment: this strategy has no segment 'cfo'"},
        {[=](auto& o) {
             o["plays"] = json::array{json::object{{"role", "owner"}}};
         },
         "422 invalid /plays/0/strategy: is missing"},
        {[=](auto& o) {
             o["plays"] = json::array(21, json::object{{"strategy", "hallam-steel"}});
         },
         "422 invalid /plays: has more than 20 parts"},
        {[=](auto& o) { person(o)["id"] = "cedar"; }, "409 conflict /person/id: is taken already"},
    };
}

class Characters : public Desks {
protected:
    json::object wish(const std::string& word = "anna-berg") const {
        json::value value = json::parse(text_of_file("contract/examples/characters/character_wish.json"));
        json::object object = value.as_object();
        object["person"].as_object()["id"] = word;
        object["plays"] = json::array();
        return object;
    }
    json::object playing(const std::string& word, const json::object& part) const {
        json::object object = wish(word);
        object["plays"] = json::array{part};
        return object;
    }
    std::string make(const json::object& object) {
        return std::string(told_to(enablement, "POST", "/characters", object).at("id").as_string());
    }
    net::Response put(const app::Person& person, const std::string& id, const json::object& object,
                      const std::string& version) {
        std::map<std::string, std::string> headers;
        if (!version.empty()) headers["if-match"] = version;
        return ask_as(person, "PUT", "/characters/" + id, object, {}, headers);
    }
    // "409 conflict /person/id: is taken already"; what is refused changes nothing.
    std::string refusal(const json::object& object) {
        const auto before = rows_now();
        const net::Response response = ask_as(enablement, "POST", "/characters", object);
        EXPECT_EQ(changes_since(before), "") << response.body;
        const json::value told = json::parse(response.body);
        const json::object& problem = told.as_object();
        if (!problem.contains("code")) return "done";
        std::string said = std::to_string(response.status) + " " + std::string(problem.at("code").as_string());
        if (!problem.contains("faults") || problem.at("faults").as_array().empty()) return said;
        const json::object& fault = problem.at("faults").at(0).as_object();
        return said + " " + std::string(fault.at("where").as_string()) + ": " +
               std::string(fault.at("what").as_string());
    }
    app::Attempt attempt(const std::string& scenario = "laser-job-shops/owner/discovery/normal") {
        app::AttemptWish object;
        object.strategy = "hallam-steel";
        object.scenario.id = scenario;
        object.seed = 7;
        app::Attempt made = app::start_attempt(practice, as(rep), object);
        app::Opened opened = app::go_on(practice, as(rep), made.id);
        const std::size_t first = opened.rehearsal.conversation.events.size();
        app::take_turn(opened.rehearsal, "Good morning. Have you got two minutes?");
        app::append_and_wait(attempt_log, app::keep(practice, opened, first));
        return made;
    }
    std::string branched(const app::Attempt& from) {
        return app::branch_attempt(practice, as(rep), {from.id, 1, {}}).face;
    }
};

TEST_P(Characters, AreEverybodysToReadAndEnablementsAndTheAdminsToWrite) {
    const std::string path = "/characters/" + make(wish("anna"));
    struct Row {
        const char* method;
        std::string path;
        json::value body;
        // rep, manager, enablement, admin, partner, an admin of another company
        std::array<int, 6> answers;
        const char* changes;
    };
    const std::vector<Row> rows = {
        {"GET", "/characters", nullptr, {200, 200, 200, 200, 200, 200}, ""},
        {"GET", path, nullptr, {200, 200, 200, 200, 200, 404}, ""},
        {"GET", "/characters/no-such", nullptr, {404, 404, 404, 404, 404, 404}, ""},
        {"POST", "/characters", wish("berta"), {403, 403, 201, 0, 403, 201}, "audit+1 company_character+1"},
        {"POST", "/characters", wish("clara"), {0, 0, 0, 201, 0, 0}, "audit+1 company_character+1"},
        {"DELETE", path, nullptr, {403, 403, 0, 204, 403, 404}, "audit+1 company_character-1"},
        {"DELETE", path, nullptr, {403, 403, 404, 404, 403, 404}, ""},
    };
    const app::Person* people[] = {&rep, &manager, &enablement, &admin, &partner, &stranger};
    for (const Row& row : rows)
        for (const bool refused : {true, false})  // whoever must not comes first
            for (int i = 0; i < 6; ++i) {
                if (row.answers[i] == 0 || (row.answers[i] >= 300) != refused) continue;
                const auto before = rows_now();
                const net::Response response = ask_as(*people[i], row.method, row.path, row.body);
                EXPECT_EQ(response.status, row.answers[i])
                    << row.method << " " << row.path << " by " << i << response.body;
                EXPECT_EQ(changes_since(before), refused ? "" : row.changes) << row.method << " " << row.path;
            }
    EXPECT_EQ(ask({"GET", "/api/v1/characters"}).status, 401);
    const json::value theirs = told_to(stranger, "GET", "/characters");
    EXPECT_EQ(theirs.at("items").as_array().size(), 1U) << "their own alone";
}

TEST_P(Characters, AreReadAsTheyWereKept) {
    const json::object sent = playing("anna", {{"strategy", "hallam-steel"}, {"role", "owner"}});
    const json::value kept = told_to(rep, "GET", "/characters/" + make(sent));
    EXPECT_EQ(json::serialize(kept.at("plays")), json::serialize(sent.at("plays")));
    const json::object &was = sent.at("person").as_object(), &is = kept.at("person").as_object();
    EXPECT_EQ(is.size(), was.size());
    for (const auto& field : was) {
        const json::value& there = is.at(field.key());
        if (!field.value().is_object()) continue;
        for (const auto& inner : field.value().get_object()) {
            const json::value& value = there.as_object().at(inner.key());
            if (inner.value().is_string())
                EXPECT_EQ(value, inner.value()) << field.key() << inner.key();
            else
                EXPECT_NEAR(value.to_number<double>(), inner.value().to_number<double>(), 1e-9) << inner.key();
        }
    }
    EXPECT_EQ(audited(acme).back(), "character.created");
}

TEST_P(Characters, ThatCannotBeDrawnAreRefusedWithThePlace) {
    for (const auto& [spoil, said] : spoilt()) {
        json::object object = wish();
        spoil(object);
        EXPECT_EQ(refusal(object), said);
    }
    make(wish("anna"));
    EXPECT_EQ(refusal(wish("anna")), "409 conflict /person/id: is taken already");
}

TEST_P(Characters, AreChangedByWhoReadThemAndNobodyLosesAnything) {
    const std::string id = make(wish("anna"));
    json::object theirs = wish("anna"), mine = wish("anna-b");
    theirs["person"].as_object()["age"] = 60;
    EXPECT_EQ(put(enablement, id, theirs, "").status, 428);
    const net::Response changed = put(enablement, id, theirs, "\"1\"");
    EXPECT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.header("etag"), "\"2\"");
    auto before = rows_now();
    const net::Response late = put(admin, id, mine, "\"1\"");
    EXPECT_EQ(late.status, 412) << late.body;
    EXPECT_EQ(code(late), "precondition_failed");
    EXPECT_EQ(changes_since(before), "");
    EXPECT_EQ(told_to(rep, "GET", "/characters/" + id).at("person").at("age"), 60);
    for (const auto& one : {rep, manager, partner}) EXPECT_EQ(put(one, id, mine, "\"2\"").status, 403);
    EXPECT_EQ(put(stranger, id, mine, "\"2\"").status, 404);
    EXPECT_EQ(put(admin, "no-such", mine, "\"2\"").status, 404);
    make(wish("berta"));
    EXPECT_EQ(put(admin, id, wish("berta"), "\"2\"").status, 409) << "another's word";
    before = rows_now();
    EXPECT_EQ(put(admin, id, mine, "\"2\"").status, 200);
    EXPECT_EQ(changes_since(before), "audit+1 company_character~");
    EXPECT_EQ(audited(acme).back(), "character.changed");
}

TEST_P(Characters, AreMadeOnceHoweverOftenTheyAreSent) {
    const Browser browser = browser_of(enablement);
    Asking asking{"POST", "/api/v1/characters", json::serialize(wish()), &browser};
    asking.headers["idempotency-key"] = "one";
    const net::Response first = ask(asking), again = ask(asking);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(told_to(rep, "GET", "/characters").at("items").as_array().size(), 1U);
}

TEST_P(Characters, AreAHundredAtMost) {
    const app::CharacterWish one = [&] {
        Problems none;
        return wire::character_wish_from(wish(), none);
    }();
    office.registry.write([&](app::Registers& registers) {
        for (std::size_t i = 0; i < app::kCharactersMost; ++i) {
            app::OwnCharacter character{acme, chance.next_id(), one.who, {}, 1, 1, 1};
            character.who.word = "n" + std::to_string(i);
            registers.characters.add(character);
        }
    });
    EXPECT_EQ(refusal(wish("one-more")), "409 conflict");
}

// The demand of it: what somebody rehearsed with looks the same ever after.
TEST_P(Characters, PlayAsTheyAreToldAndAnAttemptKeepsItsFace) {
    consent(rep, true, "practice");
    const app::Attempt before = attempt();
    EXPECT_EQ(before.face, "birch") << "who plays Gareth Pugh among the people that come with the program";
    json::object man = playing("anton", {{"strategy", "hallam-steel"}, {"role", "owner"}});
    man["person"].as_object()["presents"] = "man";
    const std::string anton = make(man);
    make(playing("anna", {{"strategy", "hallam-steel"}, {"role", "owner"}}));  // no voice of a man
    const app::Attempt now = attempt();
    EXPECT_EQ(now.face, anton);
    EXPECT_EQ(attempts.find(acme, before.id)->face, "birch") << "chosen when it began";
    EXPECT_EQ(attempts.find(acme, now.id)->face, anton);
    EXPECT_EQ(branched(now), anton) << "the same customer again";
    told_to(admin, "DELETE", "/characters/" + anton);
    EXPECT_EQ(attempts.find(acme, now.id)->face, anton) << "the page falls back, and knows from what";
    EXPECT_EQ(attempt().face, "birch");
    EXPECT_EQ(branched(now), anton);
}

PRAXIS_ON_DATABASES(Characters);

}  // namespace
}  // namespace praxis::testing
