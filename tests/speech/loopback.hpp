// A speech service for tests: a real server on this machine's loopback that answers each request as it is told to, byte
// by byte if it must. Tests only.
#pragma once

#include <cctype>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/open_port.hpp"

namespace praxis::integrations::test {

struct Asked {
    std::string head, body;
    bool holds(const std::string& text) const { return (head + body).find(text) != std::string::npos; }
};

class Loopback {
public:
    // Writes the answer to a request; the connection is closed after it.
    using Answering = std::function<void(int socket, const Asked&)>;

    explicit Loopback(Answering answering) : answering_(std::move(answering)), serving_([this] { serve(); }) {}
    ~Loopback() {
        port_.shut();
        serving_.join();
    }
    Loopback(const Loopback&) = delete;

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_.number()) + "/v1"; }
    std::vector<Asked> asked() const {
        const std::lock_guard lock(mutex_);
        return asked_;
    }

    static void write(int socket, const std::string& bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t wrote = ::send(socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (wrote <= 0) return;
            at += static_cast<std::size_t>(wrote);
        }
    }
    // A whole answer; `length`: what it claims to be long, 0: as it is.
    static void answer(int socket, const std::string& status, const std::string& type, const std::string& body,
                       std::size_t length = 0) {
        write(socket, "HTTP/1.1 " + status + "\r\ncontent-type: " + type + "\r\ncontent-length: " +
                          std::to_string(length ? length : body.size()) + "\r\nconnection: close\r\n\r\n" + body);
    }

private:
    void serve() {
        for (int socket = 0; (socket = port_.accept()) >= 0;) {
            const Asked asked = read(socket);
            {
                const std::lock_guard lock(mutex_);
                asked_.push_back(asked);
            }
            answering_(socket, asked);
            ::close(socket);
        }
    }

    static Asked read(int socket) {
        Asked asked;
        char buffer[65536];
        std::size_t head = std::string::npos, length = 0;
        while (head == std::string::npos || asked.body.size() < length) {
            const ssize_t got = ::recv(socket, buffer, sizeof buffer, 0);
            if (got <= 0) break;
            (head == std::string::npos ? asked.head : asked.body).append(buffer, static_cast<std::size_t>(got));
            if (head != std::string::npos || (head = asked.head.find("\r\n\r\n")) == std::string::npos) continue;
            asked.body = asked.head.substr(head + 4);
            asked.head.resize(head + 2);
            for (char& c : asked.head) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            const std::size_t at = asked.head.find("content-length:");
            length = at == std::string::npos ? 0 : std::stoul(asked.head.substr(at + 15));
        }
        return asked;
    }

    const Answering answering_;
    const tests::OpenPort port_;
    mutable std::mutex mutex_;
    std::vector<Asked> asked_;
    std::thread serving_;
};

}  // namespace praxis::integrations::test
