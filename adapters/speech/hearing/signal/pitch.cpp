#include "adapters/speech/hearing/signal/pitch.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::speech {
namespace {

constexpr double kPitchRate = 8'000, kLowestHz = 60;
constexpr std::size_t kLagLeast = 16, kLagMost = 133;  // 500 to 60 Hz
constexpr std::size_t kHalf = kPitchWindow / 2, kCompared = kHalf - kLagMost;
constexpr double kClear = 0.15;    // YIN's threshold
constexpr double kQuietest = 1e5;  // of the compared energy: nothing but hiss below
constexpr double kBinsAnOctave = 48;

using Differences = std::array<double, kLagMost + 2>;

// YIN's cumulative mean normalised difference.
Differences normalised(const std::array<double, kHalf>& sound) {
    Differences out{};
    double sum = 0;
    for (std::size_t lag = 1; lag < out.size(); ++lag) {
        double difference = 0;
        for (std::size_t i = 0; i + 1 < kCompared; ++i) {
            const double d = sound[i] - sound[i + lag];
            difference += d * d;
        }
        sum += difference;
        out[lag] = sum > 0 ? difference * static_cast<double>(lag) / sum : 1;
    }
    return out;
}

double between(const Differences& d, std::size_t lag) {
    const double curve = d[lag - 1] - 2 * d[lag] + d[lag + 1];
    return static_cast<double>(lag) + (curve > 0 ? (d[lag - 1] - d[lag + 1]) / (2 * curve) : 0);
}

}  // namespace

std::optional<double> pitch_of(std::span<const std::int16_t> window) {
    if (window.size() < kPitchWindow) return std::nullopt;
    std::array<double, kHalf> sound{};
    double mean = 0, energy = 0;
    for (std::size_t i = 0; i < kHalf; ++i) mean += sound[i] = (window[2 * i] + window[2 * i + 1]) / 2.0;
    mean /= static_cast<double>(kHalf);
    for (double& each : sound) {
        each -= mean;
        energy += each * each;
    }
    if (energy < kQuietest) return std::nullopt;
    const Differences d = normalised(sound);
    for (std::size_t lag = kLagLeast; lag <= kLagMost; ++lag) {
        if (d[lag] >= kClear) continue;
        while (lag < kLagMost && d[lag + 1] < d[lag]) ++lag;
        return kPitchRate / between(d, lag);
    }
    return std::nullopt;
}

void PitchTable::add(double hz) {
    const double place = std::round(kBinsAnOctave * std::log2(std::max(hz, kLowestHz) / kLowestHz));
    ++count_[static_cast<std::size_t>(std::min(place, static_cast<double>(count_.size() - 1)))];
    ++all_;
}

std::optional<double> PitchTable::at_share(double share) const {
    if (all_ < 10) return std::nullopt;
    double met = 0;
    std::size_t at = 0;
    for (; at + 1 < count_.size(); ++at)
        if ((met += count_[at]) >= share * all_) break;
    return kLowestHz * std::exp2(static_cast<double>(at) / kBinsAnOctave);
}

double semitones(double from_hz, double to_hz) {
    return 12 * std::log2(to_hz / from_hz);
}

}  // namespace praxis::speech
