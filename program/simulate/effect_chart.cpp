#include "program/simulate/effect_chart.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::program::simulate {
namespace {

const char* shade(double at, double share, double low, double high) {
    const double size = std::fabs(at);
    if (at * share < 0) return low < 0 && high > 0 && low <= at && at <= high ? "░" : " ";
    const double sure = low > 0 ? low : high < 0 ? -high : 0;
    const double most = share < 0 ? -low : high;
    if (size <= sure) return "█";
    if (size <= std::fabs(share)) return "▓";
    return size <= most ? "░" : " ";
}

}  // namespace

void Scale::take_in(const foresight::Estimate& effect) {
    low = std::min(low, effect.interval.low);
    high = std::max(high, effect.interval.high);
}

std::string bar(const foresight::Estimate& effect, const Scale& scale, int columns) {
    const double width = scale.high - scale.low;
    std::string text;
    if (width <= 0) return std::string(static_cast<std::size_t>(columns), ' ');
    const int axis = static_cast<int>(std::lround(-scale.low / width * columns));
    for (int column = 0; column < columns; ++column) {
        if (column == axis) text += "│";
        // The middle of the column, measured from the axis so that both sides begin at nothing.
        const double at = (column - axis + 0.5) * width / columns;
        text += shade(at, effect.share, effect.interval.low, effect.interval.high);
    }
    return axis == columns ? text + "│" : text;
}

}  // namespace praxis::program::simulate
