// Gathers how a turn is spoken, frame by frame: speech and pauses, loudness, pitch. Its memory does not grow with the
// turn. One turn, one thread.
#pragma once

#include <ebur128.h>

#include <memory>
#include <span>
#include <vector>

#include "adapters/speech/hearing/signal/pitch.hpp"
#include "app/ports/hearing.hpp"

namespace praxis::speech {

inline constexpr int kPauseLeast = 200;  // ms

class TurnMeasures {
public:
    TurnMeasures();

    void take(std::span<const std::int16_t> frame, bool voice);
    // Silence of this length has ended, and speech goes on.
    void paused(int ms);
    // Of a turn that lasted so long.
    app::SpeechMeasures told(int turn_ms) const;

private:
    struct DestroyMeter {
        void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
    };
    std::unique_ptr<ebur128_state, DestroyMeter> meter_;
    std::vector<std::int16_t> window_;
    PitchTable pitches_;
    app::SpeechMeasures measures_;
    int frames_ = 0;
};

}  // namespace praxis::speech
