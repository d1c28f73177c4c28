// The time of day, asked for only by app.
#pragma once

#include <cstdint>

namespace praxis::app {

class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() = 0;  // since 1970, UTC; may jump
};

}  // namespace praxis::app
