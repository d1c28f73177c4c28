// A bar for an estimated effect, in terminal characters: solid as far as it is sure, shaded up to the estimate, light
// to the end of its interval; to the left of the axis where the effect is a loss. Values only; any thread.
#pragma once

#include <string>

#include "core/foresight/tally.hpp"

namespace praxis::program::simulate {

// What the whole width of a chart stands for; both ends are widened as bars come in.
struct Scale {
    double low = 0, high = 0;
    void take_in(const foresight::Estimate&);
};

std::string bar(const foresight::Estimate&, const Scale&, int columns);

}  // namespace praxis::program::simulate
