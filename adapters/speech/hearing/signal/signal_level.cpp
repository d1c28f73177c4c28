#include "adapters/speech/hearing/signal/signal_level.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::speech {
namespace {

constexpr double kFullScale = 32'768.0;
constexpr double kFading = 0.9995;  // a frame: half is forgotten after 14 s of its kind
constexpr double kVoiceFrames = 100, kRestFrames = 50;
constexpr double kMiddle = 0.5;
constexpr double kRestShare = 0.4;    // breaths and the ends of words lie above
constexpr double kVoiceShare = 0.75;  // near the mean power of a voice: its loud frames carry it

}  // namespace

double level_of(std::span<const std::int16_t> sound) {
    if (sound.empty()) return kLevelLeast;
    double sum = 0, squares = 0;
    for (const std::int16_t sample : sound) {
        sum += sample;
        squares += double{static_cast<double>(sample)} * sample;
    }
    const double count = static_cast<double>(sound.size()), mean = sum / count;
    const double power = std::max(0.0, squares / count - mean * mean) / (kFullScale * kFullScale);
    return std::max(kLevelLeast, 10 * std::log10(power + 1e-12));
}

void SignalLevel::Table::add(double level) {
    for (double& each : count) each *= kFading;
    all = all * kFading + 1;
    const double place = std::clamp(std::round(level - kLevelLeast), 0.0, static_cast<double>(count.size() - 1));
    count[static_cast<std::size_t>(place)] += 1;
}

double SignalLevel::Table::at_share(double share) const {
    double met = 0;
    for (std::size_t i = 0; i < count.size(); ++i) {
        met += count[i];
        if (met >= all * share) return kLevelLeast + static_cast<double>(i);
    }
    return 0;
}

void SignalLevel::take(double level, bool voice) {
    (voice ? voice_ : rest_).add(level);
}

std::optional<double> SignalLevel::signal_to_noise() const {
    if (voice_.all < kVoiceFrames * 0.9 || rest_.all < kRestFrames * 0.9) return std::nullopt;
    return voice_.at_share(kVoiceShare) - rest_.at_share(kRestShare);
}

std::optional<double> SignalLevel::voice_level() const {
    if (voice_.all < kVoiceFrames * 0.9) return std::nullopt;
    return voice_.at_share(kMiddle);
}

}  // namespace praxis::speech
