// Reads the wording grammar of a language pack: a folder of YAML files whose sections are merged. Touches the disk;
// any thread. Knows the shape of the files; what the entries mean is core/wording's.
#pragma once

#include <filesystem>

#include "core/wording/grammar.hpp"

namespace praxis::files {

// `folder` holds *.yaml; problems name file and line.
Result<wording::Grammar, Problems> load_grammar(const std::filesystem::path& folder);
Result<wording::GrammarSource, Problems> read_grammar(const std::filesystem::path& folder);

}  // namespace praxis::files
