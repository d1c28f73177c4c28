#include "adapters/speech/hearing/signal/turn_measures.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::speech {
namespace {

constexpr int kPitchEvery = 2;  // frames

}  // namespace

TurnMeasures::TurnMeasures() : meter_(ebur128_init(1, app::kHearingRate, EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM)) {}

void TurnMeasures::take(std::span<const std::int16_t> frame, bool voice) {
    if (meter_) ebur128_add_frames_short(meter_.get(), frame.data(), frame.size());
    window_.insert(window_.end(), frame.begin(), frame.end());
    if (window_.size() > kPitchWindow)
        window_.erase(window_.begin(), window_.end() - static_cast<std::ptrdiff_t>(kPitchWindow));
    if (!voice || ++frames_ % kPitchEvery != 0) return;
    if (const auto hz = pitch_of(window_)) pitches_.add(*hz);
}

void TurnMeasures::paused(int ms) {
    if (ms < kPauseLeast) return;
    ++measures_.pauses;
    measures_.pause_ms += ms;
    measures_.longest_pause_ms = std::max(measures_.longest_pause_ms, ms);
}

app::SpeechMeasures TurnMeasures::told(int turn_ms) const {
    app::SpeechMeasures told = measures_;
    told.speech_ms = std::max(0, turn_ms - told.pause_ms);
    double loudness = 0;
    if (meter_ && ebur128_loudness_global(meter_.get(), &loudness) == EBUR128_SUCCESS && std::isfinite(loudness))
        told.loudness = loudness;
    told.pitch_hz = pitches_.at_share(0.5);
    if (told.pitch_hz) told.pitch_semitones = semitones(*pitches_.at_share(0.1), *pitches_.at_share(0.9));
    return told;
}

}  // namespace praxis::speech
