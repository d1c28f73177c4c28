// A rep at the page, over a real socket and in real time: what they say goes in as a microphone would send it, each
// piece when its last sample would have been captured, with soft hiss always; what comes back is told with the moment
// it came. One thread.
#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "tests/http/raw_client.hpp"

namespace praxis::bench {

using Clock = std::chrono::steady_clock;
using Sound = std::vector<std::int16_t>;

// The first and the last sample of a sound that is audible (a mean of −46 dB over 5 ms), in samples; nothing: none.
struct Audible {
    std::size_t first = 0, last = 0;
};
std::optional<Audible> audible(std::span<const std::int16_t>);

struct Arrival {
    Clock::time_point at;
    boost::json::object message;  // empty: sound
    Sound sound;
    std::string_view type() const;
};

class Microphone {
public:
    Microphone(tests::RawClient client, int piece_ms);

    // When its first and last audible sample are spoken. It begins at any moment within a piece.
    struct Spoken {
        Clock::time_point begin, end;
    };
    Spoken speak(const Sound&);
    // Whether the customer is being heard, as the page tells it with every piece.
    void customer_speaks(bool speaks) { flags_ = speaks ? 1 : 0; }

    // What comes next until then; sends meanwhile what is due.
    std::optional<Arrival> next(Clock::time_point until);
    void tell(const boost::json::object&);
    Clock::time_point last_sent() const { return last_sent_; }
    bool closed() const { return closed_; }

private:
    void send_what_is_due();
    void send_piece();
    Clock::time_point at_sample(std::size_t) const;

    tests::RawClient client_;
    const std::size_t piece_;  // samples
    const Clock::time_point begun_ = Clock::now();
    Clock::time_point last_sent_ = begun_;
    std::size_t sent_ = 0;  // samples
    Sound line_;            // still to be sent
    std::uint8_t flags_ = 0;
    bool closed_ = false;
    std::minstd_rand chance_{7};
};

}  // namespace praxis::bench
