// Thousands of reps in their rooms at once, each on a socket of its own, who speak when the clock says so and not when
// the last answer has come (an open loop): a wait is counted from the instant at which a turn was due, so a server that
// stalls cannot hide it by being asked less meanwhile (coordinated omission). One thread, one epoll. Errors:
// std::runtime_error.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "bench/crowd/house.hpp"
#include "bench/crowd/latency.hpp"
#include "bench/crowd/line.hpp"

namespace praxis::bench::crowd {

using Clock = std::chrono::steady_clock;

struct Spoken {
    Latency waits;
    std::uint64_t turns = 0;     // answered
    std::uint64_t lost = 0;      // due, and not answered within ten seconds of the end
    std::uint64_t problems = 0;  // messages of that kind
    std::uint64_t closed = 0;    // sockets that the server closed, though the conversation was not over
    std::uint64_t over = 0;      // turns that were not said, since the customer had ended the conversation
    std::string first_problem;
};

class Crowd {
public:
    Crowd(std::uint16_t port, const House& house, const std::vector<Script>& scripts);
    ~Crowd();
    Crowd(const Crowd&) = delete;

    // Everybody comes in, at most `at_once` on their way; from the request to the hello.
    Latency come_in(std::size_t at_once);
    // So many turns a second for that long, by everybody in turn.
    Spoken speak(double turns_a_second, std::chrono::seconds);
    // The last turn of that talk that was answered.
    std::size_t turns_told(std::size_t talk) const { return seats_[talk].told; }

private:
    struct Seat {
        Seat(int epoll, std::uint16_t port, std::uint64_t number) : line(epoll, port, number) {}
        Line line;
        std::size_t said = 0, told = 0;
        bool shaken = false, greeted = false, closed = false, over = false;
        Clock::time_point began{};
        std::vector<Clock::time_point> due;  // of turns not answered yet
    };
    void knock(std::size_t number);
    void say_next(std::size_t number, Clock::time_point due);
    void look(Clock::time_point until);
    void on_frames(Seat&);
    void on_message(Seat&, std::string_view);
    void on_told(Seat&, std::string_view);
    void on_over(Seat&);

    const std::uint16_t port_;
    const House& house_;
    const std::vector<Script>& scripts_;
    int epoll_;
    std::vector<Seat> seats_;
    std::size_t greeted_ = 0;
    Latency greetings_;
    Spoken spoken_;
};

}  // namespace praxis::bench::crowd
