// Sound from a WAV file: PCM, 16 bit, mono, kHearingRate; no other kind is taken. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::speech {

Result<std::vector<std::int16_t>, Problems> load_wave(const std::filesystem::path& file);

}  // namespace praxis::speech
