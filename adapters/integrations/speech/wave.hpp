// Sound as files carry it (RIFF WAVE): what a speech service answers, brought to the rate and shape the ports speak,
// and what it is asked with. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::integrations {

using Sound = std::vector<std::int16_t>;  // mono, kWaveRate a second

inline constexpr int kWaveRate = 16'000;

// PCM of 16 bits or floats of 32, one or two channels, 8,000 to 48,000 a second. A length that is not known yet (as
// those write who stream) is what there is. Nothing: no such file, or one that ends before it says it does.
std::optional<Sound> sound_in(std::string_view wave);

std::string wave_of(std::span<const std::int16_t>);

}  // namespace praxis::integrations
