// When a voice has begun: enough frames of a voice in a short while, so that a click is none. While the customer speaks
// it must be longer and about as loud as the rep was before, for what comes back from loudspeakers is softer. Pure; one
// thread.
#pragma once

#include <cstdint>
#include <optional>

namespace praxis::speech {

class Onset {
public:
    // One frame of 10 ms; true: a voice has begun.
    bool take(bool voice, double level, std::optional<double> usual_level, bool customer_speaks);
    // How long ago its first frame was.
    int ago_ms() const;
    void reset() { frames_ = 0; }

private:
    std::uint32_t frames_ = 0;  // the newest is the lowest bit
};

}  // namespace praxis::speech
