// The pitch of a voice, by YIN (de Cheveigné and Kawahara, JASA 111, 2002) at 8 kHz. Pure; one thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace praxis::speech {

inline constexpr std::size_t kPitchWindow = 960;  // samples at 16 kHz: 60 ms

// Of the last kPitchWindow samples; nothing: no clear pitch from 60 to 500 Hz.
std::optional<double> pitch_of(std::span<const std::int16_t> window);

// How often each pitch was met, in quarters of a semitone.
class PitchTable {
public:
    void add(double hz);
    std::optional<double> at_share(double share) const;  // Hz; nothing: fewer than ten were met

private:
    std::array<std::uint32_t, 152> count_{};
    std::uint32_t all_ = 0;
};

double semitones(double from_hz, double to_hz);

}  // namespace praxis::speech
