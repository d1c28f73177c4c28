// A client that says exactly the bytes it is told, plain or over TLS, and reads what comes back with a time limit: for
// what no well-behaved client does. One thread each. Errors: std::runtime_error.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::tests {

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers;  // lower case; repeated ones joined by newlines
    std::string body;
    std::string header(const std::string& name) const { return headers.contains(name) ? headers.at(name) : ""; }
};

struct WireFrame {
    int opcode = 0;  // 1 text, 2 binary, 8 close, 9 ping, 10 pong
    std::string bytes;
    int close_code() const;
};

class RawClient {
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds kPatience{30'000};  // what comes at once comes within this on the slowest machine
    // `receive_bytes`: the socket's buffer, small for a slow reader. `certificate`: trust this PEM file and speak TLS.
    explicit RawClient(std::uint16_t port, int receive_bytes = 0, const std::string& certificate = "");
    ~RawClient();
    RawClient(RawClient&&) noexcept;

    // false: the other side has closed.
    bool send(std::string_view bytes);
    // The next answer to a request of that method; nullopt: closed, or nothing whole within the time.
    std::optional<Answer> read_answer(std::string_view method = "GET", Milliseconds = kPatience);
    // Whether the other side closes within the time; what comes before is dropped.
    bool closed_within(Milliseconds);
    // Sends a request without body and reads the answer.
    std::optional<Answer> get(const std::string& path, const std::string& more_headers = "");
    std::optional<Answer> post(const std::string& path, const std::string& body, const std::string& more_headers = "");

    // The handshake of a WebSocket; gives the answer to it.
    std::optional<Answer> open_socket(const std::string& path, const std::string& more_headers = "");
    bool send_frame(int opcode, std::string_view bytes);
    std::optional<WireFrame> read_frame(Milliseconds = kPatience);

private:
    bool read_some(std::chrono::steady_clock::time_point end);
    std::optional<std::string> take_line();
    bool has(std::size_t bytes, std::chrono::steady_clock::time_point end);

    struct Line;
    std::unique_ptr<Line> line_;
    std::string got_;
};

// As a client must: masked.
std::string masked_frame(int opcode, std::string_view bytes);

}  // namespace praxis::tests
