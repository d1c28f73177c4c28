// A report as a person reads it in a terminal: one screen first, all of it on demand. One thread.
#pragma once

#include <string>

#include "core/coaching/report.hpp"
#include "program/terminal.hpp"

namespace praxis::program {

// `customer`: how the other side is called ("Dave Kerrigan"; empty: the customer).
std::string report_text(const coaching::Report&, const std::string& customer, const Terminal&, bool full);

// While a conversation runs: which criteria hold so far, and nothing of what is still closed.
std::string so_far_text(const coaching::Report&, const Terminal&);

}  // namespace praxis::program
