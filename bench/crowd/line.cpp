#include "bench/crowd/line.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace praxis::bench::crowd {
namespace {

constexpr std::string_view kHeadEnd = "\r\n\r\n";

// The server writes its fields in either case.
std::size_t length_in(std::string_view head) {
    for (const std::string_view name : {"\r\nContent-Length: ", "\r\ncontent-length: "}) {
        const std::size_t at = head.find(name);
        if (at == std::string_view::npos) continue;
        std::size_t length = 0;
        std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
        return length;
    }
    return 0;
}

}  // namespace

Line::Line(int epoll, std::uint16_t port, std::uint64_t number) : epoll_(epoll), number_(number) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port) +
                                 " (10,000 sockets need ulimit -n 20000)");
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket_, F_SETFL, O_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = number;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket_, &event);
}

Line::~Line() {
    hang_up();
}

void Line::hang_up() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

Line::Line(Line&& other) noexcept
    : epoll_(other.epoll_),
      socket_(std::exchange(other.socket_, -1)),
      number_(other.number_),
      got_(std::move(other.got_)),
      unsent_(std::move(other.unsent_)),
      begin_(other.begin_),
      broken_(other.broken_) {}

void Line::watch(bool writable) const {
    epoll_event event{};
    event.events = EPOLLIN | (writable ? EPOLLOUT : 0U);
    event.data.u64 = number_;
    ::epoll_ctl(epoll_, EPOLL_CTL_MOD, socket_, &event);
}

void Line::send(std::string_view bytes) {
    if (unsent_.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) broken_ = true;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
        if (bytes.empty() || broken_) return;
        watch(true);
    }
    unsent_ += bytes;
}

void Line::on_writable() {
    const ssize_t sent = ::send(socket_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) broken_ = true;
    if (sent > 0) unsent_.erase(0, static_cast<std::size_t>(sent));
    if (unsent_.empty()) watch(false);
}

// Masked with zeros, which changes nothing and costs nothing.
void Line::send_frame(int opcode, std::string_view bytes) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (bytes.size() < 126) {
        frame += static_cast<char>(0x80 | bytes.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(bytes.size() >> 8);
        frame += static_cast<char>(bytes.size());
    }
    frame.append(4, '\0');
    send(frame.append(bytes));
}

void Line::send_text(std::string_view message) {
    send_frame(1, message);
}

void Line::answer_ping(std::string_view bytes) {
    send_frame(10, bytes);
}

bool Line::receive() {
    if (begin_ > 0) got_.erase(0, std::exchange(begin_, 0));
    char block[32 << 10];
    const ssize_t got = ::recv(socket_, block, sizeof block, 0);
    if (got > 0) got_.append(block, static_cast<std::size_t>(got));
    if (got == 0 || (got < 0 && errno != EAGAIN)) broken_ = true;
    return !broken_;
}

std::optional<int> Line::next_answer() {
    const std::string_view all = there();
    const std::size_t end = all.find(kHeadEnd);
    if (end == std::string_view::npos || all.size() < 12) return std::nullopt;
    const std::string_view head = all.substr(0, end);
    const std::size_t whole = end + kHeadEnd.size() + length_in(head);
    if (all.size() < whole) return std::nullopt;
    int status = 0;
    std::from_chars(head.data() + 9, head.data() + 12, status);
    drop(whole);
    return status;
}

std::optional<Frame> Line::next_frame() {
    const std::string_view all = there();
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(all[i])); };
    if (all.size() < 2) {
        if (all.empty() && got_.capacity() > 1024) got_ = {}, begin_ = 0;
        return std::nullopt;
    }
    std::size_t header = 2, length = byte(1) & 0x7f;
    if (length >= 126) {
        header = length == 126 ? 4 : 10;
        if (all.size() < header) return std::nullopt;
        length = 0;
        for (std::size_t i = 2; i < header; ++i) length = length << 8 | byte(i);
    }
    if (all.size() < header + length) return std::nullopt;
    drop(header + length);
    return Frame{static_cast<int>(byte(0) & 0x0f), all.substr(header, length)};
}

}  // namespace praxis::bench::crowd
