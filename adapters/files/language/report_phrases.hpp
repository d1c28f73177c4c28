// Reads the phrases of a report, and the bands beside its figures, from data/language/XX/report.yaml. All faults of the
// file are reported at once, each with line and column. Any thread. Does not know: when a phrase is used.
#pragma once

#include <filesystem>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/coaching/phrases.hpp"

namespace praxis::files {

Result<coaching::Phrases, Problems> load_report_phrases(const std::filesystem::path& file);

}  // namespace praxis::files
