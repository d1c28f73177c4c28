#include "tests/identity/jar.hpp"

#include <stdexcept>

namespace praxis::testing {
namespace {

constexpr std::string_view kHere = "http://127.0.0.1:";
constexpr int kRedirectsMost = 15;

struct Address {
    int port = 0;
    std::string path;
};

Address address_of(const std::string& url) {
    if (!url.starts_with(kHere)) throw std::runtime_error("not of this machine: " + url);
    const std::size_t slash = url.find('/', kHere.size());
    const std::string port = url.substr(kHere.size(), slash - kHere.size());
    return {std::stoi(port), slash == std::string::npos ? "/" : url.substr(slash)};
}

std::string resolved(const std::string& location, int port) {
    return location.starts_with('/') ? std::string(kHere) + std::to_string(port) + location : location;
}

}  // namespace

tests::Answer Jar::ask(const std::string& method, const std::string& url, const std::string& body,
                       const std::string& more_headers) {
    const Address address = address_of(url);
    auto& jar = jars_[address.port];
    std::string text = method + " " + address.path + " HTTP/1.1\r\nhost: 127.0.0.1:" + std::to_string(address.port) +
                       "\r\nconnection: close\r\n" + more_headers;
    std::string cookies;
    for (const auto& [name, value] : jar) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
    if (!cookies.empty()) text += "cookie: " + cookies + "\r\n";
    if (!body.empty()) text += "content-length: " + std::to_string(body.size()) + "\r\n";
    if (!body.empty() && more_headers.find("content-type:") == std::string::npos)
        text += "content-type: application/json\r\n";
    tests::RawClient client(static_cast<std::uint16_t>(address.port));
    client.send(text + "\r\n" + body);
    const auto answer = client.read_answer(method);
    if (!answer) throw std::runtime_error("no answer: " + method + " " + url);
    std::string rest = answer->header("set-cookie") + "\n";
    for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
        const std::string line = rest.substr(0, end);
        rest.erase(0, end + 1);
        const std::size_t equals = line.find('='), semicolon = line.find(';');
        if (equals == std::string::npos) continue;
        const bool gone =
            line.find("Max-Age=0") != std::string::npos || line.find("expires=Thu, 01 Jan 1970") != std::string::npos;
        if (gone)
            jar.erase(line.substr(0, equals));
        else
            jar[line.substr(0, equals)] = line.substr(equals + 1, semicolon - equals - 1);
    }
    return *answer;
}

Visit Jar::visit(const std::string& url, const std::string& until) {
    Visit visit{url, {}};
    for (int i = 0; i < kRedirectsMost; ++i) {
        visit.answer = ask("GET", visit.url);
        const std::string location = visit.answer.header("location");
        if (location.empty()) return visit;
        visit.url = resolved(location, address_of(visit.url).port);
        if (visit.url.starts_with(until)) return visit;
    }
    throw std::runtime_error("too many redirects: " + url);
}

}  // namespace praxis::testing
