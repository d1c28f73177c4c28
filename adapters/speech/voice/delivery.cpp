#include "adapters/speech/voice/delivery.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::speech {
namespace {

// −1 … 1
double lean(std::uint8_t level) {
    return (std::min<int>(level, 100) - 50) / 50.0;
}

}  // namespace

Delivery delivery(const VoiceManner& manner, app::Feeling feels) {
    const double interest = lean(feels.interest), trust = lean(feels.trust), patience = lean(feels.patience);
    const double spread = 1 + 0.14 * interest + 0.06 * trust;
    const double tempo = 1 - 0.04 * interest + 0.07 * std::min(0.0, patience);
    const double gain = manner.loudness == 0 ? 1 : std::pow(10, (kLoudnessWanted - manner.loudness) / 20);
    return {manner.recording,
            manner.warp,
            manner.pitch_hz,
            manner.pitch_spread * std::clamp(spread, 0.8, 1.2),
            manner.tempo * std::clamp(tempo, 0.88, 1.12),
            gain};
}

}  // namespace praxis::speech
