#include "core/foresight/tally.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::foresight {
namespace {

constexpr double kZ = 1.959964;  // 95 %, two-sided
constexpr double kUnseen = 3;    // what never happened in n rollouts may still happen in 3 / n of them

Estimate estimate(double sum, std::uint64_t rollouts, bool certain) {
    if (rollouts == 0) return {};
    const double share = sum / static_cast<double>(rollouts);
    return {share, certain ? Interval{share, share} : wilson(share, rollouts)};
}

double worth_of(std::size_t level) {
    return kWorthPercent[level] / 100.0;
}

}  // namespace

Interval wilson(double share, std::uint64_t trials) {
    if (trials == 0) return {};
    const double n = static_cast<double>(trials);
    const double squared = kZ * kZ / n;
    const double centre = (share + squared / 2) / (1 + squared);
    const double half = kZ / (1 + squared) * std::sqrt(share * (1 - share) / n + squared / (4 * n));
    return {std::clamp(centre - half, 0.0, share), std::clamp(centre + half, share, 1.0)};
}

std::uint64_t Tally::rollouts() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t n : reached) sum += n;
    return sum;
}

std::uint64_t Tally::worth_percent() const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < reached.size(); ++i) sum += reached[i] * kWorthPercent[i];
    return sum;
}

Tally& Tally::operator+=(const Tally& other) {
    for (std::size_t i = 0; i < reached.size(); ++i) reached[i] += other.reached[i];
    steps += other.steps;
    return *this;
}

Estimate Value::exactly(GoalLevel level) const {
    return estimate(static_cast<double>(tally.reached[static_cast<std::size_t>(level)]), tally.rollouts(), certain);
}

Estimate Value::at_least(GoalLevel level) const {
    std::uint64_t sum = 0;
    const auto first = std::min(static_cast<std::size_t>(level), static_cast<std::size_t>(GoalLevel::won));
    for (std::size_t i = first; i < tally.reached.size(); ++i) sum += tally.reached[i];
    return estimate(static_cast<double>(sum), tally.rollouts(), certain);
}

Estimate Value::worth() const {
    return estimate(static_cast<double>(tally.worth_percent()) / 100, tally.rollouts(), certain);
}

std::uint64_t Duel::rollouts() const {
    std::uint64_t sum = 0;
    for (const auto& row : reached)
        for (const std::uint64_t n : row) sum += n;
    return sum;
}

namespace {

template <class Mark>
Estimate difference_of(const Duel& duel, Mark mark) {
    const double n = static_cast<double>(duel.rollouts());
    if (n == 0) return {0, {-1, 1}};
    double sum = 0, squares = 0;
    for (std::size_t a = 0; a < duel.reached.size(); ++a)
        for (std::size_t b = 0; b < duel.reached.size(); ++b) {
            const double gap = mark(a) - mark(b);
            sum += gap * static_cast<double>(duel.reached[a][b]);
            squares += gap * gap * static_cast<double>(duel.reached[a][b]);
        }
    const double mean = sum / n;
    const double half = kZ * std::sqrt(std::max(0.0, squares / n - mean * mean) / n) + kUnseen / n;
    return {mean, {std::max(-1.0, mean - half), std::min(1.0, mean + half)}};
}

}  // namespace

Estimate Duel::difference() const {
    return difference_of(*this, worth_of);
}

Estimate Duel::difference_at_least(GoalLevel level) const {
    const auto least = std::min(static_cast<std::size_t>(level), static_cast<std::size_t>(GoalLevel::won));
    return difference_of(*this, [least](std::size_t level_reached) { return level_reached >= least ? 1.0 : 0.0; });
}

Duel& Duel::operator+=(const Duel& other) {
    for (std::size_t a = 0; a < reached.size(); ++a)
        for (std::size_t b = 0; b < reached.size(); ++b) reached[a][b] += other.reached[a][b];
    steps += other.steps;
    return *this;
}

}  // namespace praxis::foresight
