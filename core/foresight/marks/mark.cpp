#include "core/foresight/marks/mark.hpp"

#include <algorithm>

namespace praxis::foresight::marks {
namespace {

constexpr std::array<std::string_view, kMarkCount> kMarkNames = {"strong", "fine", "missed_chance", "cost_you",
                                                                 "turning_point"};

}  // namespace

std::string_view name(Mark mark) {
    return kMarkNames[static_cast<std::size_t>(mark)];
}

std::optional<Mark> mark_named(std::string_view wanted) {
    const auto found = std::find(kMarkNames.begin(), kMarkNames.end(), wanted);
    if (found == kMarkNames.end()) return std::nullopt;
    return static_cast<Mark>(found - kMarkNames.begin());
}

// A difference counts when it is large and its interval leaves no doubt about its sign.
Mark mark_of(const Grounds& g) {
    const Thresholds& t = kThresholds;
    const auto lost = [&](double least) { return g.loss.interval.low > 0 && g.loss.share >= least; };
    const auto fell = [&](double least) { return g.gain.interval.high < 0 && g.gain.share <= -least; };
    const bool position = lost(t.costly_loss) && fell(t.costly_fall);
    const bool customer = g.strike || g.walked_out || g.felt <= -t.much_felt || (g.fault && g.harm >= t.fault_felt);
    const bool both = lost(t.some_loss) && fell(t.some_loss) && g.felt <= -t.some_felt;
    if (position || customer || both || g.gave_away) return Mark::cost_you;
    if (lost(t.missed_loss)) return Mark::missed_chance;
    if (g.felt <= -t.some_felt) return Mark::fine;
    const bool gained = g.gain.share >= t.strong_gain && g.gain.interval.low > 0;
    return gained || (g.brought && g.loss.share < t.strong_loss) ? Mark::strong : Mark::fine;
}

}  // namespace praxis::foresight::marks
