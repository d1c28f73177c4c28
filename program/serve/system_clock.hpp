// The time of day of this machine. Any thread.
#pragma once

#include <chrono>

#include "app/ports/clock.hpp"

namespace praxis::program {

class SystemClock final : public app::Clock {
public:
    std::int64_t now_ms() override {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

}  // namespace praxis::program
