// A rehearsal as a browser holds it with `praxis serve`: over a socket, from the first words to the report; lost and
// found again when a connection breaks, when it is opened twice, when the server is killed, and on another node.
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/http/raw_client.hpp"
#include "tests/storage/cluster.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace std::chrono_literals;
using tests::RawClient;

struct Person {
    std::string email, cookie, csrf;
};

// A node with the demo company, as `praxis serve --demo` makes it.
class Node {
public:
    explicit Node(const std::string& database)
        : process_({PRAXIS_PROGRAM, "serve", "--demo", "--port", "0", "--log-level", "error", "--database", database}) {
        const std::string first = process_.line();
        port_ = static_cast<std::uint16_t>(std::stoi(first.substr(first.rfind(':') + 1)));
        for (std::string line = process_.line(); !line.empty(); line = process_.line()) {
            const std::size_t at = line.find("all of them: ");
            if (at != std::string::npos) password = line.substr(at + 13);
            if (at != std::string::npos || line.find("there already") != std::string::npos) break;
        }
    }

    std::uint16_t port() const { return port_; }
    void kill() { process_.kill(), process_.exit_code(); }
    void stop() { process_.tell(SIGTERM), process_.exit_code(); }

    Person log_in(const std::string& email, const std::string& word) const {
        const json::object body{{"email", email}, {"password", word}, {"company", "demo"}};
        const auto answer = RawClient(port_).post("/api/v1/session", json::serialize(body), json_headers());
        EXPECT_EQ(answer->status, 201) << answer->body;
        Person person{email, {}, std::string(json::parse(answer->body).at("csrf_token").as_string())};
        std::string cookies = answer->header("set-cookie") + "\n";
        for (std::size_t at = 0, end = 0; (end = cookies.find('\n', at)) != std::string::npos; at = end + 1)
            person.cookie += cookies.substr(at, cookies.find(';', at) - at) + "; ";
        return person;
    }

    json::value get(const Person& by, const std::string& path, int status = 200) const {
        const auto answer = RawClient(port_).get(path, "cookie: " + by.cookie + "\r\n");
        EXPECT_EQ(answer->status, status) << answer->body;
        return json::parse(answer->body);
    }

    std::string start(const Person& by) const {
        const std::string wish =
            R"({"strategy":"hallam-steel","scenario":"laser-job-shops/owner/discovery/normal","seed":7})";
        const auto answer = RawClient(port_).post("/api/v1/attempts", wish, headers_of(by));
        EXPECT_EQ(answer->status, 201) << answer->body;
        return std::string(json::parse(answer->body).at("id").as_string());
    }

    std::string headers_of(const Person& by) const {
        return json_headers() + "cookie: " + by.cookie + "\r\nx-csrf-token: " + by.csrf + "\r\n";
    }
    std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }

    std::string password;

private:
    std::string json_headers() const { return "content-type: application/json\r\norigin: " + origin() + "\r\n"; }

    Process process_;
    std::uint16_t port_ = 0;
};

// What came of a spoken answer: its sentences, and the bytes of its sound.
struct Spoken {
    std::vector<json::object> sentences;
    std::size_t sound = 0;
};

// The page in the rehearsal room.
class Room {
public:
    Room(const Node& node, const Person& by, const std::string& attempt, int since = 0, const std::string& origin = {})
        : client_(node.port()) {
        const auto answer = client_.open_socket(
            "/api/v1/attempts/" + attempt + "/live?since=" + std::to_string(since),
            "cookie: " + by.cookie + "\r\norigin: " + (origin.empty() ? node.origin() : origin) + "\r\n");
        status = answer ? answer->status : 0;
    }

    // The next message; {"closed": code} when there is no more.
    json::object next() {
        const auto frame = client_.read_frame(20s);
        if (!frame) return {{"closed", 0}};
        if (frame->opcode == 8) return {{"closed", frame->close_code()}};
        if (frame->opcode != 1) return next();
        return json::parse(frame->bytes).as_object();
    }
    json::object next_of(std::string_view type) {
        for (int i = 0; i < 50; ++i) {
            json::object message = next();
            if (message.contains("closed") || message.at("type").as_string() == type) return message;
        }
        return {};
    }
    // To the end of what is being said.
    Spoken hear() {
        Spoken spoken;
        for (int i = 0; i < 2000; ++i) {
            const auto frame = client_.read_frame(20s);
            if (!frame || frame->opcode == 8) break;
            if (frame->opcode == 2) spoken.sound += frame->bytes.size();
            if (frame->opcode != 1) continue;
            json::object message = json::parse(frame->bytes).as_object();
            if (message.at("type").as_string() == "voice_end") break;
            if (message.at("type").as_string() == "voice") spoken.sentences.push_back(std::move(message));
        }
        return spoken;
    }
    void send(const std::string& message) { client_.send_frame(1, message); }
    void say_only(int turn, const std::string& text) {
        send(json::serialize(json::object{{"type", "say"}, {"turn", turn}, {"text", text}}));
    }
    // What is told of that turn.
    json::object say(int turn, const std::string& text) {
        say_only(turn, text);
        for (int i = 0; i < 50; ++i) {
            json::object told = next_of("told");
            if (told.contains("closed") || told.at("events").at(0).at("turn").as_int64() == turn) return told;
        }
        return {};
    }

    int status = 0;

private:
    RawClient client_;
};

std::string words_of(const json::value& told, std::string_view who) {
    std::string words;
    for (const json::value& event : told.at("events").as_array())
        if (event.at("event").as_string() == who) words += std::string(event.at("text").as_string());
    return words;
}

constexpr const char* kLines[] = {"Morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
                                  "What machines have you got, and how do they get loaded?",
                                  "Where does it go wrong, what trouble do you have with sheets tipping up?",
                                  "What does that cost you over a year, all told?"};

class Live : public ::testing::Test {
protected:
    Live() {
        std::string name = "/tmp/praxis-live-XXXXXX";
        folder_ = ::mkdtemp(name.data());
    }
    ~Live() override { fs::remove_all(folder_); }
    std::string database() const { return (folder_ / "praxis.sqlite").string(); }
    fs::path folder_;
};

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
    EXPECT_EQ(room.next_of("closed").at("closed").as_int64(), 1000);
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
    EXPECT_EQ(again.next_of("closed").at("closed").as_int64(), 1000);
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
    EXPECT_EQ(first.next_of("closed").at("closed").as_int64(), 4409);
    EXPECT_FALSE(words_of(second.say(2, kLines[1]), "buyer_said").empty());
}

TEST_F(Live, WhatIsWrongIsToldAndTheTalkGoesOn) {
    const Node node(database());
    const Person rep = node.log_in("rep@demo.invalid", node.password);
    const std::string attempt = node.start(rep);
    Room room(node, rep, attempt);
    for (const char* wrong : {"{", "[]", R"({"type":"sing"})", R"({"type":"say","turn":1})"}) {
        room.send(wrong);
        EXPECT_EQ(room.next_of("problem").at("code").as_string(), "invalid") << wrong;
    }
    room.say_only(9, "Hello?");
    EXPECT_EQ(room.next_of("problem").at("code").as_string(), "conflict");
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
        EXPECT_EQ(refused.next_of("problem").at("code").as_string(), "unavailable") << "held by the other node";
        EXPECT_EQ(refused.next_of("closed").at("closed").as_int64(), 1013);
    }
    one.stop();  // lets go of what it holds
    Room room(two, there, attempt);
    EXPECT_EQ(room.next_of("hello").at("next_turn").as_int64(), 2);
    EXPECT_EQ(words_of(room.next_of("told"), "buyer_said"), said);
    EXPECT_FALSE(words_of(room.say(2, kLines[1]), "buyer_said").empty());
}

}  // namespace
}  // namespace praxis::testing
