// Loads a language pack from its folder: pack.yaml (lists), classes.yaml (words that mean alike), patterns.yaml (named
// expressions) and model.bin (the trained weights). Any thread. Errors: problems with file, line and column.
#pragma once

#include <filesystem>

#include "core/language/reader.hpp"

namespace praxis::files {

Result<language::text::PackSource, Problems> load_pack(const std::filesystem::path& language_folder);

// The pack and its trained model, ready to read.
Result<language::Reader, Problems> load_reader(const std::filesystem::path& language_folder);

}  // namespace praxis::files
