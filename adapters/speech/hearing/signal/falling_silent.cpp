#include "adapters/speech/hearing/signal/falling_silent.hpp"

#include <algorithm>

#include "adapters/speech/hearing/signal/voice_activity.hpp"

namespace praxis::speech {
namespace {

constexpr double kFading = 0.06;    // dB a frame: who goes on more softly is heard again soon
constexpr double kQuietBelow = 24;  // dB under the loudest
constexpr int kVoicedLeast = 12;    // frames of a voice, before silence means anything

}  // namespace

bool FallingSilent::take(double level) {
    if (level > loudest_ + kQuietBelow) loud_ = 0, armed_ = false;  // what was before it was silence
    loudest_ = std::max(level, loudest_ - kFading);
    const bool quiet = level < loudest_ - kQuietBelow;
    quiet_ = quiet ? quiet_ + 1 : 0;
    loud_ += quiet ? 0 : 1;
    armed_ = armed_ || loud_ >= kVoicedLeast;
    if (!armed_ || quiet_ * kFrameMs < kSilentFor) return false;
    armed_ = false;
    loud_ = 0;
    return true;
}

}  // namespace praxis::speech
