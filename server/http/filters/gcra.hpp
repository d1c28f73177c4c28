// How often something may happen, by the generic cell rate algorithm (ITU-T I.371): one instant per key says when the
// next thing is due, so that bursts are allowed and a steady stream is held to its rate. Pure; any thread.
#pragma once

#include <cstdint>

namespace praxis::http {

struct Rate {
    double a_second = 10;
    int burst = 20;  // how many may come at once after a rest
};

struct Passage {
    bool allowed = false;
    std::int64_t due_us = 0;   // to be kept for the key
    std::int64_t wait_us = 0;  // when refused: until it would be allowed
};

// `due_us`: what was kept, 0 for a new key.
Passage pass(const Rate&, std::int64_t due_us, std::int64_t now_us);

}  // namespace praxis::http
