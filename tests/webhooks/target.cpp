#include "tests/webhooks/target.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace praxis::testing {
namespace {

std::string until(int connection, std::string text, const std::string& mark, std::size_t more) {
    std::array<char, 4096> piece{};
    while (true) {
        const std::size_t at = text.find(mark);
        if (at != std::string::npos && text.size() >= at + mark.size() + more) return text;
        const ssize_t count = ::recv(connection, piece.data(), piece.size(), 0);
        if (count <= 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
}

Received read_request(int connection) {
    std::string text = until(connection, {}, "\r\n\r\n", 0);
    const std::size_t end = text.find("\r\n\r\n");
    if (end == std::string::npos) return {};
    Received received;
    std::size_t at = text.find("\r\n");
    received.line = text.substr(0, at);
    while (at < end) {
        const std::size_t begin = at + 2, next = text.find("\r\n", begin), colon = text.find(':', begin);
        std::string name = text.substr(begin, colon - begin);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        const std::size_t value = text.find_first_not_of(' ', colon + 1);
        received.headers[name] = text.substr(value, next - value);
        at = next;
    }
    const auto length = received.headers.find("content-length");
    const std::size_t bytes = length == received.headers.end() ? 0 : std::stoul(length->second);
    received.body = until(connection, std::move(text), "\r\n\r\n", bytes).substr(end + 4);
    return received;
}

}  // namespace

Target::Target() : thread_([this] { serve(); }) {}

Target::~Target() {
    stopping_ = true;
    port_.shut();
    thread_.join();
}

std::string Target::url(const std::string& scheme) const {
    return scheme + "://127.0.0.1:" + std::to_string(port_.number()) + "/in";
}

std::vector<Received> Target::received() const {
    const std::lock_guard guard(mutex_);
    return received_;
}

void Target::ask_for_rest(const std::string& retry_after) {
    const std::lock_guard guard(mutex_);
    rest_ = retry_after.empty() ? "" : "Retry-After: " + retry_after + "\r\n";
}

void Target::serve() {
    for (int connection = 0; (connection = port_.accept()) >= 0;) {
        const timeval patience{10, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        answer(connection);
        ::close(connection);
    }
}

void Target::say(int connection, const std::string& text) const {
    std::size_t sent = 0;
    while (sent < text.size() && !stopping_) {
        const ssize_t count = ::send(connection, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return;
        sent += static_cast<std::size_t>(count);
    }
}

void Target::answer(int connection) {
    Received received = read_request(connection);
    const bool whole = !received.line.empty();
    std::string rest_asked;
    {
        const std::lock_guard guard(mutex_);
        if (whole) received_.push_back(std::move(received));
        rest_asked = rest_;
    }
    std::array<char, 64> rest{};
    switch (manner.load()) {
        case Manner::answers:
            return say(connection,
                       "HTTP/1.1 " + std::to_string(status) + " X\r\n" + rest_asked + "content-length: 2\r\n\r\nok");
        case Manner::hangs:  // until the other end gives up
            while (!stopping_ && ::recv(connection, rest.data(), rest.size(), 0) > 0) {
            }
            return;
        case Manner::floods:
            return say(connection, "HTTP/1.1 200 X\r\ncontent-length: 10485760\r\n\r\n" + std::string(10 << 20, 'x'));
        case Manner::redirects:
            return say(connection, "HTTP/1.1 307 X\r\nlocation: " + url() + "/elsewhere\r\ncontent-length: 0\r\n\r\n");
        case Manner::hangs_up: return;
        case Manner::dribbles:
            for (const char c : std::string("HTTP/1.1 200 X\r\nx-slow: slow\r\n")) {
                pollfd gone{connection, POLLIN, 0};
                if (stopping_ || ::poll(&gone, 1, 300) > 0) return;
                say(connection, std::string(1, c));
            }
    }
}

}  // namespace praxis::testing
