// HTTP reads as fast as the server answers them: each of some connections asks again as soon as it is answered. One
// thread. Errors: std::runtime_error when an answer is not 200.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/crowd/latency.hpp"

namespace praxis::bench::crowd {

struct Reads {
    double a_second = 0;
    double processor_us = 0;  // of the server, for one
    Latency waits;
};

// Connection i asks with the i-th token.
Reads read_for(std::uint16_t port, const std::string& path, const std::vector<std::string>& tokens,
               std::size_t connections, std::chrono::milliseconds);

}  // namespace praxis::bench::crowd
