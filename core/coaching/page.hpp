// A report laid out as lines with a tone each, for a terminal or a text file; colours and wrapping are the face's.
// Owner: core/coaching. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/coaching/report.hpp"

namespace praxis::coaching {

enum class Tone : std::uint8_t { heading, plain, good, bad, quiet, quote, blank };

struct Line {
    Tone tone{};
    std::string text;
    int indent = 0;  // in steps
};

enum class Extent : std::uint8_t { screen, whole };  // the first screen; or with criteria, marks and signals

std::vector<Line> lay_out(const Report&, const Phrases&, Extent);
std::string to_text(const std::vector<Line>&);

}  // namespace praxis::coaching
