// Reads the live cues of a language pack (data/language/en/cues.yaml). Every kind must have a text of at most eight
// words; an unknown key is an error with its nearest name. Any thread.
#pragma once

#include <filesystem>

#include "app/rehearsal/cues/cue.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::files {

Result<app::CueTexts, Problems> load_cues(const std::filesystem::path& file);

}  // namespace praxis::files
