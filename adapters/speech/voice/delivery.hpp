// How a voice speaks a sentence: its own manner, bent by how the customer feels. Values only; any thread.
#pragma once

#include <string>

#include "app/ports/voice.hpp"

namespace praxis::speech {

enum class Recording { slt, rms, awb };

// One row of data/voices/voices.yaml.
struct VoiceManner {
    app::VoiceCard card;
    Recording recording = Recording::slt;
    double warp = 0.42;        // of the vocal tract; 0.42 leaves the recording as it is, less is shorter and brighter
    double pitch_hz = 170;     // mean
    double pitch_spread = 27;  // standard deviation, Hz
    double tempo = 1;          // of time: 1.1 takes a tenth longer
    double loudness = 0;       // LUFS of the recording spoken in this manner at gain 1; 0: not measured
};

struct Delivery {
    Recording recording = Recording::slt;
    double warp = 0.42, pitch_hz = 170, pitch_spread = 27, tempo = 1;
    double gain = 1;
};

// Interest widens the melody and quickens a little, mistrust narrows it, impatience quickens and clips. Within a fifth
// either way: a mood is heard, not acted.
Delivery delivery(const VoiceManner&, app::Feeling);

inline constexpr double kLoudnessWanted = -20;  // LUFS, for every voice

}  // namespace praxis::speech
