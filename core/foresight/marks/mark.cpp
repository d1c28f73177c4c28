#include "core/foresight/marks/mark.hpp"

#include <algorithm>

namespace praxis::foresight::marks {
namespace {

constexpr std::array<std::string_view, kMarkCount> kNames = {"strong", "fine", "missed_chance", "cost_you",
                                                             "turning_point"};

}  // namespace

std::string_view name(Mark mark) {
    return kNames[static_cast<std::size_t>(mark)];
}

std::optional<Mark> mark_named(std::string_view wanted) {
    const auto found = std::find(kNames.begin(), kNames.end(), wanted);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Mark>(found - kNames.begin());
}

// A difference counts when it is large and its interval leaves no doubt about its sign.
Mark mark_of(const Differences& d) {
    const Thresholds& t = kThresholds;
    const bool sure_loss = d.loss.interval.low > 0;
    if (sure_loss && d.loss.share >= t.costly_loss && d.gain.share <= -t.costly_fall && d.gain.interval.high < 0)
        return Mark::cost_you;
    if (sure_loss && d.loss.share >= t.missed_loss) return Mark::missed_chance;
    if (d.gain.share >= t.strong_gain && d.gain.interval.low > 0) return Mark::strong;
    return Mark::fine;
}

}  // namespace praxis::foresight::marks
