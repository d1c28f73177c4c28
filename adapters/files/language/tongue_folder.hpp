// Loads a language's folder (data/language/XX) as what rehearsals are held in. All faults of all its files at once,
// each with its place. Any thread. Does not know: the report's phrases.
#pragma once

#include <filesystem>

#include "app/rehearsal/play.hpp"

namespace praxis::files {

Result<app::Tongue, Problems> load_tongue(const std::filesystem::path& folder);

}  // namespace praxis::files
