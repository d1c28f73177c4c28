// How loud frames are, and how far the voice stands above the noise: both from two small tables of how often each level
// was met, in which old frames fade. Pure values; one thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace praxis::speech {

inline constexpr double kClearSignal = 25;  // dB; recognition falls apart below (docs/hearing.md)
inline constexpr double kLevelLeast = -90;  // dB of full scale: digital silence

// Of its variance: a constant offset is no sound. dB of full scale.
double level_of(std::span<const std::int16_t>);

class SignalLevel {
public:
    void take(double level, bool voice);

    // Nothing until there was a second of voice and half a second of anything else.
    std::optional<double> signal_to_noise() const;
    // The middle of a voice's levels; nothing until there was a second of it.
    std::optional<double> voice_level() const;

private:
    struct Table {
        std::array<double, 91> count{};
        double all = 0;
        void add(double level);
        double at_share(double share) const;
    };
    Table voice_, rest_;
};

}  // namespace praxis::speech
