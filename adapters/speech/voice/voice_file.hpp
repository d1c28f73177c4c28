// Reads the voices of data/voices/voices.yaml. Faults are told all at once, each with file, line and column. Any
// thread.
#pragma once

#include <filesystem>
#include <vector>

#include "adapters/speech/voice/delivery.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::speech {

// In the order written, names all different, at least one.
Result<std::vector<VoiceManner>, Problems> load_voices(const std::filesystem::path& file);

}  // namespace praxis::speech
