// The value of a conversation as a picture: an SVG that stands alone (no fonts, no scripts, nothing from elsewhere),
// light or dark as the reader's screen is, readable without colour and by a screen reader. One thread.
#pragma once

#include <string>

#include "core/coaching/report.hpp"

namespace praxis::program::curve {

// `title`: what conversation it is, in a line. The report must have a curve.
std::string svg(const coaching::Report&, const std::string& title);

}  // namespace praxis::program::curve
