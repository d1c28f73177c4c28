#include "tests/serve/mail_server.hpp"

#include <array>
#include <optional>

namespace praxis::testing {
namespace {

std::string decoded(const std::string& message) {
    const std::size_t head = message.find("\r\n\r\n");
    if (head == std::string::npos) return message;
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const char c : message.substr(head)) {
        const std::size_t value = kLetters.find(c);
        if (value == std::string_view::npos) continue;
        held = (held << 6 | static_cast<unsigned>(value)) & 0xffff;
        if ((bits += 6) >= 8) text += static_cast<char>(held >> (bits -= 8) & 0xff);
    }
    return message.substr(0, head + 4) + text;
}

class Talk {
public:
    explicit Talk(int connection) : connection_(connection) {}
    void say(const std::string& line) const {
        const std::string text = line + "\r\n";
        if (::send(connection_, text.data(), text.size(), MSG_NOSIGNAL) < 0) return;
    }
    // Up to the mark; nothing when the other end is gone.
    std::optional<std::string> until(const std::string& mark) {
        std::array<char, 1024> piece{};
        std::size_t at = 0;
        while ((at = got_.find(mark)) == std::string::npos) {
            const ssize_t count = ::recv(connection_, piece.data(), piece.size(), 0);
            if (count <= 0) return std::nullopt;
            got_.append(piece.data(), static_cast<std::size_t>(count));
        }
        std::string text = got_.substr(0, at);
        got_.erase(0, at + mark.size());
        return text;
    }

private:
    int connection_;
    std::string got_;
};

}  // namespace

MailServer::MailServer() : thread_([this] { serve(); }) {}

MailServer::~MailServer() {
    port_.shut();
    thread_.join();
}

std::vector<std::string> MailServer::letters() const {
    const std::lock_guard guard(mutex_);
    return letters_;
}

void MailServer::serve() {
    for (int connection = 0; (connection = port_.accept()) >= 0;) {
        const timeval patience{5, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        talk(connection);
        ::close(connection);
    }
}

void MailServer::talk(int connection) {
    Talk talk(connection);
    talk.say("220 mail.test");
    while (const auto line = talk.until("\r\n")) {
        if (line->starts_with("RCPT") && !takes) {
            talk.say("550 nobody of that name");
        } else if (line->starts_with("DATA")) {
            talk.say("354 go on");
            const auto message = talk.until("\r\n.\r\n");
            if (!message) return;
            {
                const std::lock_guard guard(mutex_);
                letters_.push_back(decoded(*message));
            }
            talk.say("250 taken");
        } else if (line->starts_with("QUIT")) {
            return talk.say("221 bye");
        } else {
            talk.say("250 well");
        }
    }
}

}  // namespace praxis::testing
