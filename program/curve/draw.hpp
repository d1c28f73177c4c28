// Writes a report's curve into a picture file and tells the caller of the program when it could not be. One thread.
#pragma once

#include <filesystem>
#include <string>

#include "core/coaching/report.hpp"

namespace praxis::program::curve {

// False: nothing was written, and standard error says why. A report without a curve is one of the reasons.
bool draw_curve(const coaching::Report&, const std::string& title, const std::filesystem::path& file);

}  // namespace praxis::program::curve
