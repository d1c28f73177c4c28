// A rehearsal as a browser holds it with `praxis serve`: over a socket, from the first words to the report; lost and
// found again when a connection breaks, when it is opened twice, when the server is killed, and on another node.
#include <thread>

#include "tests/serve/rehearsing.hpp"
#include "tests/storage/cluster.hpp"

namespace praxis::testing {
namespace {

using Live = InFolder;

TEST_F(Live, ARehearsalIsHeldToItsReport) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    EXPECT_EQ(node.get(rep, "/api/v1/strategies").at("items").as_array().size(), 3U);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    ASSERT_EQ(room.status, 101);
    const json::object hello = room.next();
    EXPECT_EQ(hello.at("next_turn").as_int64(), 1);
    EXPECT_FALSE(hello.at("brief").at("task").as_string().empty());
    for (int i = 0; i < 4; ++i) {
        const json::object told = room.say(i + 1, kLines[i]);
        EXPECT_EQ(words_of(told, "rep_said"), kLines[i]);
        EXPECT_FALSE(words_of(told, "buyer_said").empty());
    }
    node.get(rep, "/api/v1/attempts/" + attempt + "/report", 409);
    room.send(R"({"type":"finish"})");
    EXPECT_EQ(words_of(room.next_of("told"), "rep_said"), "");
    EXPECT_EQ(room.next().at("closed").as_int64(), 1000);
    EXPECT_EQ(node.get(rep, "/api/v1/attempts/" + attempt).at("state").as_string(), "ended");
    EXPECT_FALSE(node.get(rep, "/api/v1/attempts/" + attempt + "/report").at("criteria").as_array().empty());
    EXPECT_EQ(node.get(rep, "/api/v1/attempts/" + attempt).at("state").as_string(), "completed");
    const auto doubt =
        RawClient(node.port())
            .post("/api/v1/attempts/" + attempt + "/appeals",
                  R"({"behaviour":"rapport-opening","reason":"I did greet her."})", node.headers_of(rep));
    EXPECT_EQ(doubt->status, 201) << doubt->body << "its verdicts are kept, and may be doubted";
}

TEST_F(Live, AnAnswerIsSpokenSentenceBySentence) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    Room room(node, rep, node.start(rep));
    EXPECT_TRUE(room.next().at("voice").as_bool());
    room.say(1, kLines[0]);
    room.send(R"({"type":"voice","on":true})");
    const std::string answer = words_of(room.say(2, kLines[1]), "buyer_said");
    const Spoken spoken = room.hear();
    ASSERT_FALSE(spoken.sentences.empty());
    std::int64_t length_ms = 0, end = 0;
    for (const json::object& sentence : spoken.sentences) {
        EXPECT_EQ(sentence.at("turn").as_int64(), 2);
        EXPECT_GE(sentence.at("begin").as_int64(), end);
        end = sentence.at("end").as_int64();
        length_ms += sentence.at("duration_ms").as_int64();
        EXPECT_FALSE(sentence.at("mouth").as_array().empty());
        EXPECT_FALSE(sentence.at("words").as_array().empty());
    }
    EXPECT_EQ(static_cast<std::size_t>(end), answer.size());
    EXPECT_NEAR(static_cast<double>(spoken.sound) / 32, static_cast<double>(length_ms), 60.0) << "16,000 of 2 bytes";
    room.send(R"({"type":"repeat"})");
    EXPECT_EQ(room.hear().sound, spoken.sound) << "the same again";
    room.send(R"({"type":"finish"})");
    EXPECT_EQ(room.next_close(), 1000);
}

TEST_F(Live, WhatWasNotHeardWasNeverSaid) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    json::object cut;
    {
        Room room(node, rep, attempt);
        room.send(R"({"type":"voice","on":true})");
        room.say(1, kLines[0]);
        EXPECT_FALSE(room.next_of("voice").contains("closed"));
        room.send(R"({"type":"break_in","turn":1,"heard":3})");
        cut = room.next_of("told");
        EXPECT_EQ(words_of(cut, "buyer_said"), "") << "not one of its moves was heard to the end";
        room.send(R"({"type":"break_in","turn":1,"heard":3})");
        EXPECT_FALSE(words_of(room.say(2, "Sorry, I cut you short. Go on."), "buyer_said").empty());
    }
    Room again(node, rep, attempt, static_cast<int>(cut.at("seq").as_int64()) - 1);
    EXPECT_EQ(again.next().at("next_turn").as_int64(), 3);
    EXPECT_EQ(words_of(again.next(), "buyer_said"), "");
    again.send(R"({"type":"finish"})");
    EXPECT_EQ(again.next_close(), 1000);
    node.get(rep, "/api/v1/attempts/" + attempt + "/report");
}

TEST_F(Live, IsNobodyElses) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const Person other = node.log_in("quinn@demo.invalid", node.password);
    const Person admin = node.log_in("admin@demo.invalid", node.password);
    const std::string attempt = node.start(rep), path = "/api/v1/attempts/" + attempt;
    for (const Person& person : {other, admin}) {
        node.get(person, path, 404);
        node.get(person, path + "/events", 404);
        node.get(person, path + "/report", 404);
        EXPECT_EQ(Room(node, person, attempt).status, 404);
    }
    EXPECT_EQ(Room(node, rep, attempt, 0, "https://elsewhere.example").status, 403) << "a page of another site";
    EXPECT_EQ(Room(node, {}, attempt).status, 401);
}

TEST_F(Live, ATurnIsSaidAgainInABranch) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const Person other = node.log_in("quinn@demo.invalid", node.password);
    const std::string attempt = node.start(rep), branches = "/api/v1/attempts/" + attempt + "/branches";
    std::string first;
    {
        Room room(node, rep, attempt);
        first = words_of(room.say(1, kLines[0]), "buyer_said");
        room.say(2, "I can do thirty euro a tonne off today if you sign now.");
    }
    const auto post = [&](const Person& by, const std::string& body) {
        return *RawClient(node.port()).post(branches, body, node.headers_of(by));
    };
    EXPECT_EQ(post(other, R"({"turn":2})").status, 404);
    for (const char* wrong : {R"({"turn":3})", R"({"turn":0})", "{}", R"({"turn":"2"})"})
        EXPECT_EQ(post(rep, wrong).status, 422) << wrong;
    const auto made = post(rep, R"({"turn":2,"support":"silent"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const json::value branch = json::parse(made.body);
    EXPECT_EQ(branch.at("parent").as_string(), attempt);
    Room again(node, rep, std::string(branch.at("id").as_string()));
    EXPECT_EQ(again.next_of("hello").at("next_turn").as_int64(), 2);
    EXPECT_EQ(words_of(again.next_of("told"), "buyer_said"), first);
    EXPECT_FALSE(words_of(again.say(2, kLines[1]), "buyer_said").empty());
    EXPECT_EQ(node.get(rep, "/api/v1/attempts/" + attempt + "/events").at("items").as_array().size(), 2U);
}

TEST_F(Live, ALostConnectionLosesNoWord) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    json::object first;
    {
        Room room(node, rep, attempt);
        first = room.say(1, kLines[0]);
        room.say_only(2, kLines[1]);  // the answer is never read
    }
    Room again(node, rep, attempt, static_cast<int>(first.at("seq").as_int64()));
    again.next_of("hello");
    const json::object second = again.say(2, kLines[1]);
    EXPECT_EQ(words_of(second, "rep_said"), kLines[1]);
    again.say(3, kLines[2]);
    const auto items = node.get(rep, "/api/v1/attempts/" + attempt + "/events").at("items").as_array();
    std::vector<std::string> said;
    for (const json::value& item : items)
        if (const std::string words = words_of(item, "rep_said"); !words.empty()) said.push_back(words);
    EXPECT_EQ(said, (std::vector<std::string>{kLines[0], kLines[1], kLines[2]})) << "each once";
}

TEST_F(Live, WhoComesLaterTakesOver) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room first(node, rep, attempt);
    first.say(1, kLines[0]);
    Room second(node, rep, attempt);
    EXPECT_EQ(second.next_of("hello").at("next_turn").as_int64(), 2);
    EXPECT_EQ(first.next_close(), 4409);
    EXPECT_FALSE(words_of(second.say(2, kLines[1]), "buyer_said").empty());
}

TEST_F(Live, WhatIsWrongIsToldAndTheTalkGoesOn) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    for (const char* wrong : {"{", "[]", R"({"type":"sing"})", R"({"type":"say","turn":1})"}) {
        room.send(wrong);
        EXPECT_EQ(room.next_problem(), "invalid") << wrong;
    }
    room.say_only(9, "Hello?");
    EXPECT_EQ(room.next_problem(), "conflict");
    EXPECT_FALSE(words_of(room.say(1, kLines[0]), "buyer_said").empty());
    EXPECT_FALSE(words_of(room.say(2, std::string(50'000, 'a')), "buyer_said").empty())
        << "heard as far as one listens";
}

TEST_F(Live, AKilledServerLosesNothingThatWasTold) {
    std::string attempt, password;
    std::vector<std::string> told;
    {
        Node node(database());
        password = node.password;
        const Person rep = node.log_in("rep@demo.invalid", password);
        attempt = node.start(rep);
        Room room(node, rep, attempt);
        for (int i = 0; i < 3; ++i) told.push_back(words_of(room.say(i + 1, kLines[i]), "buyer_said"));
        room.say_only(4, kLines[3]);
        node.kill();
    }
    const Node again(database());
    const Person rep = again.log_in("rep@demo.invalid", password);
    auto room = std::make_unique<Room>(again, rep, attempt);
    while (room->next_of("hello").contains("closed")) {  // until the dead node's lease has run out
        std::this_thread::sleep_for(1s);
        room = std::make_unique<Room>(again, rep, attempt);
    }
    const json::object fourth = room->say(4, kLines[3]);
    EXPECT_FALSE(words_of(fourth, "buyer_said").empty());
    const auto items = again.get(rep, "/api/v1/attempts/" + attempt + "/events").at("items").as_array();
    ASSERT_EQ(items.size(), 4U);
    for (std::size_t i = 0; i < told.size(); ++i) EXPECT_EQ(words_of(items[i], "buyer_said"), told[i]);
}

TEST_F(Live, TheDemoHasAHistoryThatSaysItIsMadeUp) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    json::array attempts;
    for (int i = 0; i < 600 && attempts.size() < 4; ++i) {
        std::this_thread::sleep_for(100ms);
        attempts.clear();
        const json::value page = node.get(rep, "/api/v1/attempts");
        for (const json::value& attempt : page.at("items").as_array())
            if (attempt.at("state").as_string() == "completed") attempts.push_back(attempt);
    }
    ASSERT_EQ(attempts.size(), 4U);
    for (const json::value& attempt : attempts) {
        EXPECT_TRUE(attempt.at("simulated").as_bool());
        EXPECT_GT(attempt.at("turns").as_int64(), 2);
        const std::string path = "/api/v1/attempts/" + std::string(attempt.at("id").as_string());
        EXPECT_GT(node.get(rep, path + "/events").at("items").as_array().size(), 2U);
        EXPECT_FALSE(node.get(rep, path + "/report").at("marks").as_array().empty());
    }
}

TEST_F(Live, GoesOnOnAnotherNode) {
    const std::string address = Cluster::shared().new_database();
    Node one(address);
    const Node two(address);
    const Person rep = one.log_in("rep@demo.invalid", one.password);
    const std::string attempt = one.start(rep);
    Person there = two.log_in("rep@demo.invalid", one.password);
    std::string said;
    {
        Room room(one, rep, attempt);
        said = words_of(room.say(1, kLines[0]), "buyer_said");
        Room refused(two, there, attempt);
        EXPECT_EQ(refused.next_problem(), "unavailable") << "held by the other node";
        EXPECT_EQ(refused.next_close(), 1013);
    }
    one.stop();  // lets go of what it holds
    Room room(two, there, attempt);
    EXPECT_EQ(room.next_of("hello").at("next_turn").as_int64(), 2);
    EXPECT_EQ(words_of(room.next_of("told"), "buyer_said"), said);
    EXPECT_FALSE(words_of(room.say(2, kLines[1]), "buyer_said").empty());
}

}  // namespace
}  // namespace praxis::testing
