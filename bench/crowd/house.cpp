#include "bench/crowd/house.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/http/raw_client.hpp"

namespace praxis::bench::crowd {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using tests::RawClient;

constexpr const char* kPassword = "the tray in the scanner room";
constexpr std::chrono::seconds kPatience{60};

json::value answered(const std::optional<tests::Answer>& answer, const std::string& what, int wanted = 201) {
    if (answer && answer->status == wanted) return json::parse(answer->body);
    throw std::runtime_error(
        what + (answer ? ": " + std::to_string(answer->status) + " " + answer->body : std::string(": no answer")));
}

class Caller {
public:
    explicit Caller(std::uint16_t port)
        : client_(port),
          common_("content-type: application/json\r\norigin: http://127.0.0.1:" + std::to_string(port) + "\r\n") {}

    json::value post(const std::string& path, const json::object& body, const std::string& headers = {}) {
        const std::string text = json::serialize(body);
        client_.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(text.size()) +
                     "\r\n" + common_ + headers + "\r\n" + text);
        return answered(client_.read_answer("POST", kPatience), "POST " + path);
    }
    // Somebody comes in; what they send along from then on.
    std::string enter(const std::string& path, const json::object& body) {
        const std::string text = json::serialize(body);
        client_.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(text.size()) +
                     "\r\n" + common_ + "\r\n" + text);
        const auto answer = client_.read_answer("POST", kPatience);
        const json::value opened = answered(answer, "POST " + path);
        std::string cookies = answer->header("set-cookie") + "\n", kept;
        for (std::size_t at = 0, end = 0; (end = cookies.find('\n', at)) != std::string::npos; at = end + 1)
            kept += cookies.substr(at, cookies.find(';', at) - at) + "; ";
        return "cookie: " + kept + "\r\nx-csrf-token: " + std::string(opened.at("csrf_token").as_string()) + "\r\n";
    }

private:
    RawClient client_;
    const std::string common_;
};

// So many at once that they share waits for the disk; each thread with a caller of its own.
void by_many(std::uint16_t port, std::size_t count, const std::function<void(Caller&, std::size_t)>& act) {
    constexpr std::size_t kThreads = 8;
    std::vector<std::future<void>> running;
    for (std::size_t first = 0; first < kThreads; ++first)
        running.push_back(std::async(std::launch::async, [=, &act] {
            Caller caller(port);
            for (std::size_t i = first; i < count; i += kThreads) act(caller, i);
        }));
    for (auto& one : running) one.get();
}

std::string after(const std::string& text, char mark) {
    return text.substr(text.rfind(mark) + 1);
}

std::string bearer(const std::string& token) {
    return "authorization: Bearer " + token + "\r\n";
}

std::string made_token(Caller& caller, const std::string& session) {
    const json::object wish{
        {"name", "bench"}, {"scopes", {"practice:read", "practice:write", "strategies:read"}}, {"days", 1}};
    return std::string(caller.post("/api/v1/tokens", wish, session).at("secret").as_string());
}

// Nobody rehearses who has not agreed that it is kept.
void agree(std::uint16_t port, const std::string& session) {
    const json::value told = answered(RawClient(port).get("/api/v1/consents", session), "GET consents", 200);
    for (const json::value& one : told.at("items").as_array()) {
        if (one.at("purpose") != "practice") continue;
        const json::object yes{{"purpose", "practice"}, {"given", true}, {"text_hash", one.at("text_hash")}};
        const auto answer = RawClient(port).post(
            "/api/v1/consents", json::serialize(yes),
            "content-type: application/json\r\norigin: http://127.0.0.1:" + std::to_string(port) + "\r\n" + session);
        if (!answer || answer->status != 204) throw std::runtime_error("the consent was not taken");
    }
}

// "strategy hallam-steel   segment laser-job-shops   role owner …"
std::string wish_of(const std::string& line) {
    std::istringstream words(line);
    std::map<std::string, std::string> told;
    for (std::string name, value; words >> name >> value;) told[name] = value;
    json::object wish{{"support", "hints"}};
    for (const char* name : {"strategy", "segment", "role", "kind", "difficulty"})
        if (told.contains(name)) wish[name] = told[name];
    wish["seed"] = told.contains("seed") ? std::stoi(told["seed"]) : 1;
    return json::serialize(wish);
}

Script read_script(const fs::path& file) {
    Script script;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("strategy ")) script.wish = wish_of(line);
        if (line.starts_with("rep")) script.lines.push_back(line.substr(line.find('>') + 2));
    }
    return script;
}

}  // namespace

std::vector<Script> scripts_in(const fs::path& data, std::size_t least_lines) {
    std::vector<fs::path> files;
    for (const auto& strategy : fs::directory_iterator(data / "strategies"))
        for (const auto& file : fs::directory_iterator(strategy.path() / "conversations")) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::vector<Script> scripts;
    for (const fs::path& file : files) {
        Script script = read_script(file);
        if (script.lines.size() >= least_lines && !script.wish.empty()) scripts.push_back(std::move(script));
    }
    if (scripts.empty()) throw std::runtime_error("no worked conversation is that long");
    return scripts;
}

std::vector<std::string> people_of_praxis(std::uint16_t port, const std::string& first_link, std::size_t people) {
    Caller first(port);
    const std::string admin = first.enter("/api/v1/start", {{"link", after(first_link, '#')},
                                                            {"company", "Hallam Steel"},
                                                            {"name", "Ada Moreno"},
                                                            {"email", "ada@mail.example"},
                                                            {"password", kPassword}});
    std::vector<std::string> tokens(people);
    by_many(port, people, [&](Caller& caller, std::size_t i) {
        const std::string number = std::to_string(i);
        const json::value invited = caller.post(
            "/api/v1/people",
            {{"email", "rep" + number + "@mail.example"}, {"name", "Rep " + number}, {"roles", {"rep"}}}, admin);
        const std::string link = after(std::string(invited.at("link").as_string()), '#');
        const std::string session = caller.enter("/api/v1/invitations/accept",
                                                 {{"link", link}, {"password", kPassword}, {"name", "Rep " + number}});
        agree(port, session);
        tokens[i] = made_token(caller, session);
    });
    return tokens;
}

std::vector<Talk> begin_talks(std::uint16_t port, const std::vector<std::string>& tokens,
                              const std::vector<Script>& scripts, std::size_t talks) {
    std::vector<Talk> begun(talks);
    by_many(port, talks, [&](Caller& caller, std::size_t i) {
        Talk talk{{}, i % tokens.size(), i % scripts.size()};
        const json::value attempt = caller.post("/api/v1/attempts", json::parse(scripts[talk.script].wish).as_object(),
                                                bearer(tokens[talk.person]));
        talk.attempt = attempt.at("id").as_string();
        begun[i] = std::move(talk);
    });
    return begun;
}

std::size_t turns_kept(std::uint16_t port, const std::string& token, const std::string& attempt) {
    const auto answer = RawClient(port).get("/api/v1/attempts/" + attempt + "/events", bearer(token));
    const json::value events = answered(answer, "GET events", 200);
    std::size_t turns = 0;
    for (const json::value& item : events.at("items").as_array())
        for (const json::value& event : item.at("events").as_array())
            turns += event.at("event").as_string() == "rep_said" ? 1U : 0U;
    return turns;
}

}  // namespace praxis::bench::crowd
