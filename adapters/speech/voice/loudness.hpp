// How loud a sound is over all, after EBU R 128: LUFS, silence between words not counted. Any thread.
#pragma once

#include <cstdint>
#include <span>

namespace praxis::speech {

// Mono, kVoiceRate; at least half a second of it that is not silent, else -infinity.
double loudness(std::span<const std::int16_t> sound);

}  // namespace praxis::speech
