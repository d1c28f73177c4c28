// One connection of thousands, on an epoll: bytes out without waiting, HTTP answers and WebSocket frames in. It must
// cost little, since it shares the cores with the server it measures. One thread. Errors: std::runtime_error when the
// other side is not there; `broken` afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::bench::crowd {

struct Frame {
    int opcode = 0;          // 1 text, 8 close
    std::string_view bytes;  // until the next call
};

class Line {
public:
    // Registered at `epoll` with `number` as its word.
    Line(int epoll, std::uint16_t port, std::uint64_t number);
    ~Line();
    Line(Line&& other) noexcept;
    Line& operator=(Line&&) = delete;

    void send(std::string_view bytes);
    void send_text(std::string_view message);  // as a frame
    void answer_ping(std::string_view bytes);
    void on_writable();
    // Takes what has come; false: the other side has gone.
    bool receive();
    // The next whole answer's status, once it is there; its body is passed over.
    std::optional<int> next_answer();
    std::optional<Frame> next_frame();
    void hang_up();

private:
    void send_frame(int opcode, std::string_view bytes);
    void watch(bool writable) const;
    void drop(std::size_t bytes) { begin_ += bytes; }
    std::string_view there() const { return std::string_view(got_).substr(begin_); }

    int epoll_, socket_ = -1;
    std::uint64_t number_;
    std::string got_, unsent_;
    std::size_t begin_ = 0;
    bool broken_ = false;
};

}  // namespace praxis::bench::crowd
