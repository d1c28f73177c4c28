#include "tests/http/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <stdexcept>

namespace praxis::tests {

using Clock = std::chrono::steady_clock;

struct RawClient::Line {
    int socket = -1;
    SSL_CTX* context = nullptr;
    SSL* ssl = nullptr;
    bool closed = false;

    ~Line() {
        SSL_free(ssl);
        SSL_CTX_free(context);
        if (socket >= 0) ::close(socket);
    }

    void secure(const std::string& certificate) {
        context = SSL_CTX_new(TLS_client_method());
        SSL_CTX_load_verify_locations(context, certificate.c_str(), nullptr);
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
        ssl = SSL_new(context);
        SSL_set_fd(ssl, socket);
        if (SSL_connect(ssl) != 1) throw std::runtime_error("no TLS handshake");
    }

    ssize_t read(char* into, std::size_t most) {
        if (ssl) return SSL_read(ssl, into, static_cast<int>(most));
        return ::recv(socket, into, most, 0);
    }

    ssize_t write(std::string_view bytes) {
        if (ssl) return SSL_write(ssl, bytes.data(), static_cast<int>(bytes.size()));
        return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    bool wait(Clock::time_point end) {
        if (ssl && SSL_pending(ssl) > 0) return true;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd poll_on{socket, POLLIN, 0};
        return ::poll(&poll_on, 1, static_cast<int>(std::max<std::int64_t>(0, left))) > 0;
    }
};

int WireFrame::close_code() const {
    if (opcode != 8 || bytes.size() < 2) return 0;
    return static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
}

RawClient::RawClient(std::uint16_t port, int receive_bytes, const std::string& certificate)
    : line_(std::make_unique<Line>()) {
    line_->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (line_->socket < 0) throw std::runtime_error("no descriptor left");
    if (receive_bytes > 0) ::setsockopt(line_->socket, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    const int on = 1;
    ::setsockopt(line_->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(line_->socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
    if (!certificate.empty()) line_->secure(certificate);
}

RawClient::~RawClient() = default;
RawClient::RawClient(RawClient&&) noexcept = default;

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = line_->write(bytes);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::read_some(Clock::time_point end) {
    if (line_->closed || !line_->wait(end)) return false;
    char buffer[16384];
    const ssize_t got = line_->read(buffer, sizeof buffer);
    if (got <= 0) line_->closed = true;
    if (got > 0) got_.append(buffer, static_cast<std::size_t>(got));
    return got > 0;
}

bool RawClient::has(std::size_t bytes, Clock::time_point end) {
    while (got_.size() < bytes)
        if (!read_some(end)) return false;
    return true;
}

std::optional<std::string> RawClient::take_line() {
    const std::size_t at = got_.find("\r\n");
    if (at == std::string::npos) return std::nullopt;
    std::string line = got_.substr(0, at);
    got_.erase(0, at + 2);
    return line;
}

std::optional<Answer> RawClient::read_answer(std::string_view method, Milliseconds time) {
    const auto end = Clock::now() + time;
    while (got_.find("\r\n\r\n") == std::string::npos)
        if (!read_some(end)) return std::nullopt;
    Answer answer;
    const std::string first = *take_line();
    if (!first.starts_with("HTTP/1.") || first.size() < 12) throw std::runtime_error("no status line: " + first);
    answer.status = std::stoi(first.substr(9, 3));
    for (std::string line = *take_line(); !line.empty(); line = *take_line()) {
        const std::size_t colon = line.find(':');
        std::string name = line.substr(0, colon);
        for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        std::string& value = answer.headers[name];
        value += (value.empty() ? "" : "\n") + line.substr(std::min(line.size(), colon + 2));
    }
    const bool bodiless = method == "HEAD" || answer.status < 200 || answer.status == 204 || answer.status == 304;
    const std::size_t length = bodiless ? 0 : std::stoul("0" + answer.header("content-length"));
    if (!has(length, end)) return std::nullopt;
    answer.body = got_.substr(0, length);
    got_.erase(0, length);
    return answer;
}

bool RawClient::closed_within(Milliseconds time) {
    const auto end = Clock::now() + time;
    while (read_some(end)) {
    }
    return line_->closed;
}

std::optional<Answer> RawClient::get(const std::string& path, const std::string& more) {
    send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n");
    return read_answer();
}

std::optional<Answer> RawClient::post(const std::string& path, const std::string& body, const std::string& more) {
    send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         more + "\r\n" + body);
    return read_answer("POST");
}

std::optional<Answer> RawClient::open_socket(const std::string& path, const std::string& more) {
    send("GET " + path +
         " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" +
         more + "\r\n");
    return read_answer();
}

std::string masked_frame(int opcode, std::string_view bytes) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (bytes.size() < 126) {
        frame += static_cast<char>(0x80 | bytes.size());
    } else {
        const int length_bytes = bytes.size() < 65536 ? 2 : 8;
        frame += static_cast<char>(0x80 | (length_bytes == 2 ? 126 : 127));
        for (int i = length_bytes - 1; i >= 0; --i) frame += static_cast<char>(bytes.size() >> (8 * i));
    }
    const char mask[4] = {0x12, 0x34, 0x56, 0x78};
    frame.append(mask, 4);
    for (std::size_t i = 0; i < bytes.size(); ++i) frame += static_cast<char>(bytes[i] ^ mask[i % 4]);
    return frame;
}

bool RawClient::send_frame(int opcode, std::string_view bytes) {
    return send(masked_frame(opcode, bytes));
}

std::optional<WireFrame> RawClient::read_frame(Milliseconds time) {
    const auto end = Clock::now() + time;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(got_[i]); };
    if (!has(2, end)) return std::nullopt;
    WireFrame frame;
    frame.opcode = byte(0) & 0x0f;
    std::size_t length = byte(1) & 0x7f, header = 2;
    if (length >= 126) {
        header += length == 126 ? 2 : 8;
        if (!has(header, end)) return std::nullopt;
        length = 0;
        for (std::size_t i = 2; i < header; ++i) length = length << 8 | byte(i);
    }
    if (!has(header + length, end)) return std::nullopt;
    frame.bytes = got_.substr(header, length);
    got_.erase(0, header + length);
    return frame;
}

}  // namespace praxis::tests
