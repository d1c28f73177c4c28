#include "bench/live/node.hpp"

#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "tests/http/raw_client.hpp"

namespace praxis::bench {
namespace {

namespace json = boost::json;
using tests::RawClient;

std::filesystem::path new_folder() {
    std::string name = "/tmp/praxis-gap-XXXXXX";
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder can be made in /tmp");
    return name;
}

constexpr std::chrono::milliseconds kAnswer{30'000};  // a report looks ahead
constexpr const char* kPassword = "measured in silence 71";

void end(testing::Process& process) {
    process.tell(SIGTERM);
    process.exit_code();
}

std::string cookies_of(const tests::Answer& answer) {
    std::string cookies;
    const std::string all = answer.header("set-cookie") + "\n";
    for (std::size_t at = 0, end = 0; (end = all.find('\n', at)) != std::string::npos; at = end + 1)
        cookies += all.substr(at, all.find(';', at) - at) + "; ";
    return cookies;
}

}  // namespace

// Started twice: the first one would go on making the demo company's history while others are measured.
Node::Node(const std::string& program, const std::vector<std::string>& more) : folder_(new_folder()) {
    std::vector<std::string> command = {
        program,       "serve",   "--demo",     "--demo-password",        kPassword, "--port", "0",
        "--log-level", "warning", "--database", folder_ / "praxis.sqlite"};
    command.insert(command.end(), more.begin(), more.end());
    for (int times = 0; times < 2; ++times) {
        if (process_) end(*process_);
        process_ = std::make_unique<testing::Process>(command);
        const std::string first = process_->line();
        const std::size_t colon = first.rfind(':');
        if (colon == std::string::npos) throw std::runtime_error("the server did not start: " + first);
        port_ = static_cast<std::uint16_t>(std::stoi(first.substr(colon + 1)));
        for (std::string line = process_->line(); !line.empty(); line = process_->line())
            if (line.find("One password") == 0 || line.find("It was there") == 0) break;
    }
    log_in("rep@demo.invalid");
    agree_to_speech();
}

Node::~Node() {
    end(*process_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Node::headers() const {
    return "cookie: " + cookie_ + "\r\norigin: http://127.0.0.1:" + std::to_string(port_) + "\r\n";
}

std::string Node::ask(const std::string& method, const std::string& path, const std::string& body, int status) const {
    RawClient client(port_);
    client.send(method + " /api/v1/" + path + " HTTP/1.1\r\nhost: localhost\r\n" + headers() +
                (csrf_.empty() ? "" : "x-csrf-token: " + csrf_ + "\r\n") + "content-type: application/json\r\n" +
                "content-length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const auto answer = client.read_answer(method, kAnswer);
    if (!answer || answer->status != status)
        throw std::runtime_error(path + " was refused: " + (answer ? answer->body : "no answer"));
    return answer->body;
}

void Node::log_in(const std::string& email) {
    cookie_.clear();
    csrf_.clear();
    const json::object who{{"email", email}, {"password", kPassword}, {"company", "demo"}};
    const auto answer = RawClient(port_).post("/api/v1/session", json::serialize(who),
                                              headers() + "content-type: application/json\r\n");
    if (!answer || answer->status != 201) throw std::runtime_error("nobody can log in");
    csrf_ = json::parse(answer->body).at("csrf_token").as_string();
    cookie_ = cookies_of(*answer);
}

void Node::agree_to_speech() const {
    const json::value all = json::parse(ask("GET", "consents", "", 200));
    for (const json::value& one : all.at("items").as_array()) {
        if (one.at("purpose").as_string() != "speech") continue;
        const json::object agreed{{"purpose", "speech"}, {"given", true}, {"text_hash", one.at("text_hash")}};
        ask("POST", "consents", json::serialize(agreed), 204);
    }
}

std::string Node::start(std::uint64_t seed) const {
    const json::object wish{
        {"strategy", "hallam-steel"}, {"scenario", "laser-job-shops/owner/discovery/normal"}, {"seed", seed}};
    return std::string(json::parse(ask("POST", "attempts", json::serialize(wish), 201)).at("id").as_string());
}

}  // namespace praxis::bench
