// What the tests of the running server share: a node with the demo company as `praxis serve --demo` makes it, people
// who log in to it, and the page in the rehearsal room. One thread each.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/http/raw_client.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {

namespace json = boost::json;
using namespace std::chrono_literals;
using tests::Answer;
using tests::RawClient;

struct Person {
    std::string email, cookie, csrf;
};

// A node with the demo company, as `praxis serve --demo` makes it.
class Node {
public:
    // `before`: what stands in front of the command; `options`: what stands behind it.
    explicit Node(const std::string& database, const std::vector<std::string>& before = {},
                  const std::vector<std::string>& options = {})
        : process_(command(database, before, options)) {
        const std::string first = process_.line();
        port_ = static_cast<std::uint16_t>(std::stoi(first.substr(first.rfind(':') + 1)));
        for (std::string line = process_.line(); !line.empty(); line = process_.line()) {
            const std::size_t at = line.find("all of them: ");
            if (at != std::string::npos) password = line.substr(at + 13);
            if (at != std::string::npos || line.find("there already") != std::string::npos) break;
        }
    }

    std::uint16_t port() const { return port_; }
    pid_t id() const { return process_.id(); }
    void kill() { process_.kill(), process_.exit_code(); }
    void stop() { process_.tell(SIGTERM), process_.exit_code(); }

    Person log_in(const std::string& email, const std::string& word) const {
        const json::object body{{"email", email}, {"password", word}, {"company", "demo"}};
        const Answer answer = RawClient(port_).post("/api/v1/session", json::serialize(body), json_headers()).value();
        EXPECT_EQ(answer.status, 201) << answer.body;
        Person person{email, {}, std::string(json::parse(answer.body).at("csrf_token").as_string())};
        std::string cookies = answer.header("set-cookie") + "\n";
        for (std::size_t at = 0, end = 0; (end = cookies.find('\n', at)) != std::string::npos; at = end + 1)
            person.cookie += cookies.substr(at, cookies.find(';', at) - at) + "; ";
        return person;
    }

    json::value get(const Person& by, const std::string& path, int status = 200) const {
        const Answer answer = RawClient(port_).get(path, "cookie: " + by.cookie + "\r\n").value();
        EXPECT_EQ(answer.status, status) << answer.body;
        return json::parse(answer.body);
    }

    std::string start(const Person& by) const {
        const std::string wish =
            R"({"strategy":"hallam-steel","scenario":"laser-job-shops/owner/discovery/normal","seed":7})";
        const Answer answer = RawClient(port_).post("/api/v1/attempts", wish, headers_of(by)).value();
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string(json::parse(answer.body).at("id").as_string());
    }

    std::string headers_of(const Person& by) const {
        return json_headers() + "cookie: " + by.cookie + "\r\nx-csrf-token: " + by.csrf + "\r\n";
    }
    std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }

    std::string password;

private:
    static std::vector<std::string> command(const std::string& database, std::vector<std::string> words,
                                            const std::vector<std::string>& options) {
        for (const char* word : {PRAXIS_PROGRAM, "serve", "--demo", "--port", "0", "--log-level", "error"})
            words.emplace_back(word);
        words.insert(words.end(), {"--database", database});
        words.insert(words.end(), options.begin(), options.end());
        return words;
    }
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
        const auto frame = client_.read_frame();
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
    // The code of the next problem, or what came instead.
    std::string next_problem() {
        const json::object message = next_of("problem");
        const json::value* code = message.if_contains("code");
        return code ? std::string(code->as_string()) : json::serialize(message);
    }
    // The code that the conversation is closed with; -1: it is not.
    std::int64_t next_close() {
        const json::object message = next_of("closed");
        const json::value* code = message.if_contains("closed");
        return code ? code->as_int64() : -1;
    }
    // To the end of what is being said.
    Spoken hear() {
        Spoken spoken;
        for (int i = 0; i < 2000; ++i) {
            const auto frame = client_.read_frame();
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

inline std::string words_of(const json::value& told, std::string_view who) {
    std::string words;
    const json::value* events = told.as_object().if_contains("events");
    if (!events) {
        ADD_FAILURE() << "nothing was told: " << json::serialize(told);
        return words;
    }
    for (const json::value& event : events->as_array())
        if (event.at("event").as_string() == who) words += std::string(event.at("text").as_string());
    return words;
}

inline constexpr const char* kLines[] = {"Morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
                                         "What machines have you got, and how do they get loaded?",
                                         "Where does it go wrong, what trouble do you have with sheets tipping up?",
                                         "What does that cost you over a year, all told?"};

// A folder of a test's own.
class InFolder : public ::testing::Test {
protected:
    InFolder() {
        std::string name = "/tmp/praxis-live-XXXXXX";
        folder_ = ::mkdtemp(name.data());
    }
    ~InFolder() override { std::filesystem::remove_all(folder_); }
    std::string database() const { return (folder_ / "praxis.sqlite").string(); }
    std::filesystem::path folder_;
};

}  // namespace praxis::testing
