#include "bench/crowd/crowd.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

namespace praxis::bench::crowd {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kOver = "\x03\xe8";  // close code 1000
constexpr auto kLast_wait = 10s;
constexpr auto kComing_in = 120s;

std::int64_t us_since(Clock::time_point begun) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count();
}

bool is_of(std::string_view message, std::string_view type) {
    return message.find("\"type\":\"" + std::string(type) + "\"") != std::string_view::npos;
}

bool is_of_turn(std::string_view told, std::size_t turn) {
    const std::string wanted = "\"turn\":" + std::to_string(turn);
    const std::size_t at = told.find(wanted);
    return at != std::string_view::npos && !std::isdigit(static_cast<unsigned char>(told[at + wanted.size()]));
}

}  // namespace

Crowd::Crowd(std::uint16_t port, const House& house, const std::vector<Script>& scripts)
    : port_(port), house_(house), scripts_(scripts), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    seats_.reserve(house.talks.size());
}

Crowd::~Crowd() {
    seats_.clear();
    ::close(epoll_);
}

void Crowd::knock(std::size_t number) {
    const Talk& talk = house_.talks[number];
    Seat& seat = seats_.emplace_back(epoll_, port_, number);
    seat.began = Clock::now();
    seat.line.send("GET /api/v1/attempts/" + talk.attempt +
                   "/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                   "authorization: Bearer " +
                   house_.tokens[talk.person] + "\r\n\r\n");
}

Latency Crowd::come_in(std::size_t at_once) {
    const auto end = Clock::now() + kComing_in;
    while (greeted_ < house_.talks.size()) {
        while (seats_.size() < house_.talks.size() && seats_.size() - greeted_ < at_once) knock(seats_.size());
        look(Clock::now() + 100ms);
        if (Clock::now() > end || spoken_.closed > 0)
            throw std::runtime_error(std::to_string(greeted_) +
                                     " came in, the others did not: " + spoken_.first_problem);
    }
    return greetings_;
}

Spoken Crowd::speak(double turns_a_second, std::chrono::seconds length) {
    spoken_ = {};
    const auto begun = Clock::now();
    const auto all = static_cast<std::uint64_t>(turns_a_second * static_cast<double>(length.count()));
    const auto due_at = [&](std::uint64_t turn) {
        return begun +
               std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * static_cast<double>(turn) / turns_a_second));
    };
    for (std::uint64_t turn = 0; turn < all;) {
        for (const auto now = Clock::now(); turn < all && due_at(turn) <= now; ++turn)
            say_next(turn % seats_.size(), due_at(turn));
        look(due_at(turn));
    }
    const auto waiting = [&] { return spoken_.turns + spoken_.over + spoken_.lost < all; };
    for (const auto end = Clock::now() + kLast_wait; waiting() && Clock::now() < end;) look(Clock::now() + 100ms);
    spoken_.lost = all - spoken_.turns - spoken_.over;
    return spoken_;
}

void Crowd::say_next(std::size_t number, Clock::time_point due) {
    Seat& seat = seats_[number];
    if (seat.over || seat.closed) {
        ++(seat.over ? spoken_.over : spoken_.lost);
        return;
    }
    const auto& lines = scripts_[house_.talks[number].script].lines;
    const std::string& text = lines[seat.said % lines.size()];
    ++seat.said;
    seat.due.push_back(due);
    seat.line.send_text(
        boost::json::serialize(boost::json::object{{"type", "say"}, {"turn", seat.said}, {"text", text}}));
}

void Crowd::look(Clock::time_point until) {
    const auto left = std::max(std::chrono::nanoseconds(0), std::chrono::nanoseconds(until - Clock::now()));
    const timespec time{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
    std::array<epoll_event, 256> events{};
    const int count = ::epoll_pwait2(epoll_, events.data(), static_cast<int>(events.size()), &time, nullptr);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        Seat& seat = seats_[event.data.u64];
        if (event.events & EPOLLOUT) seat.line.on_writable();
        if (seat.closed || !(event.events & ~static_cast<unsigned>(EPOLLOUT))) continue;
        const bool there = seat.line.receive();
        on_frames(seat);
        if (there) continue;
        seat.closed = true;
        if (!seat.over) ++spoken_.closed;
        seat.line.hang_up();
    }
}

void Crowd::on_frames(Seat& seat) {
    if (!seat.shaken) {
        const auto status = seat.line.next_answer();
        if (!status) return;
        if (*status != 101) throw std::runtime_error("a socket was refused: " + std::to_string(*status));
        seat.shaken = true;
    }
    while (const auto frame = seat.line.next_frame()) {
        if (frame->opcode == 9) seat.line.answer_ping(frame->bytes);
        if (frame->opcode == 1) on_message(seat, frame->bytes);
        if (frame->opcode == 8 && frame->bytes.starts_with(kOver)) on_over(seat);
    }
}

// What was still on its way to it is said to nobody.
void Crowd::on_over(Seat& seat) {
    seat.over = true;
    spoken_.over += seat.due.size();
    seat.due.clear();
}

void Crowd::on_message(Seat& seat, std::string_view message) {
    if (is_of(message, "told")) return on_told(seat, message);
    if (is_of(message, "hello") && !seat.greeted) {
        seat.greeted = true;
        ++greeted_;
        greetings_.add(us_since(seat.began));
    }
    if (!is_of(message, "problem")) return;
    ++spoken_.problems;
    if (spoken_.first_problem.empty()) spoken_.first_problem = message;
}

// What was told before it came in is none of its turns.
void Crowd::on_told(Seat& seat, std::string_view message) {
    if (seat.due.empty() || !is_of_turn(message, seat.told + 1)) return;
    ++seat.told;
    ++spoken_.turns;
    spoken_.waits.add(us_since(seat.due.front()));
    seat.due.erase(seat.due.begin());
}

}  // namespace praxis::bench::crowd
