// Loads a strategy: one YAML file, or a folder of them whose top-level keys are merged, with the standard behaviours.
// Errors of form and of names are all found in one pass, each with file:line:column, what is wrong and how to mend it;
// whether the strategy is complete and coherent is core/strategy/check.hpp's question. Never throws.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::files {

// `data_folder` holds behaviours/standard.yaml. The strategy's version is filled in.
Result<strategy::Strategy, Problems> load_strategy(const std::filesystem::path& file_or_folder,
                                                   const std::filesystem::path& data_folder);

// The same from texts already in memory; `name` stands in the places.
Result<strategy::Strategy, Problems> read_strategy(std::string_view text, const std::string& name,
                                                   std::vector<strategy::Behaviour> standard);

Result<std::vector<strategy::Behaviour>, Problems> load_standard_behaviours(const std::filesystem::path& data_folder);

// Per noun ("fact", "objection" …) the keys a reader knows; the JSON Schema names the same.
std::map<std::string, std::set<std::string>> strategy_keys();

}  // namespace praxis::files
