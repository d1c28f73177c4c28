// Reads the grammar of a rep's lines of a language pack: a folder of YAML files whose sections are merged, in the shape
// of the wording grammar (grammar_file.hpp). Touches the disk; any thread.
#pragma once

#include <filesystem>

#include "core/wording/rep/grammar.hpp"

namespace praxis::files {

// `folder` holds *.yaml; problems name file and line.
Result<wording::rep::Grammar, Problems> load_rep_lines(const std::filesystem::path& folder);

}  // namespace praxis::files
