// Whether a frame of sound holds a voice, and the frame with noise suppressed, by webrtc-audio-processing. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace praxis::speech {

inline constexpr int kFrameMs = 10;
inline constexpr std::size_t kFrameSamples = 160;
// So long after the last sound of a voice it is still told: measured on speech with known pauses.
inline constexpr int kVoiceHangoverMs = 140;

using SoundFrame = std::array<std::int16_t, kFrameSamples>;

class VoiceActivity {
public:
    VoiceActivity();
    ~VoiceActivity();

    // True: a voice. `frame` is what is left without noise and without what is below hearing.
    bool take(SoundFrame& frame);

private:
    struct Insides;
    std::unique_ptr<Insides> in_;
};

}  // namespace praxis::speech
