// What a number of rollouts came to: how often each goal level was reached, and what that says about its probability.
// Tallies of ranges merge by addition, in any order and grouping. Values only; any thread; nothing allocates.
// Method: score interval of a proportion (Wilson 1927), 95 %. A mean of marks between 0 and 1 varies at most as much as
// a proportion of the same mean, so the same interval around a worth is never too narrow. Does not know: how a rollout
// is made.
#pragma once

#include <array>
#include <cstdint>

#include "core/strategy/kinds.hpp"

namespace praxis::foresight {

using strategy::GoalLevel;

// What reaching a level is worth where one number must compare two moves; shares of the goal. A right disqualification
// is the goal of its scenario. A talk that can go on is some of it, a dated step most of it.
inline constexpr std::array<std::uint8_t, strategy::kGoalLevelCount> kWorthPercent = {0, 25, 60, 100, 100};

struct Interval {
    double low = 0, high = 1;
    bool has(double share) const { return low <= share && share <= high; }
};
Interval wilson(double share, std::uint64_t trials);  // of no trials: 0 … 1

struct Tally {
    std::array<std::uint64_t, strategy::kGoalLevelCount> reached{};
    std::uint64_t steps = 0;  // of the mind, that these rollouts took

    std::uint64_t rollouts() const;
    std::uint64_t worth_percent() const;  // summed over the rollouts
    void add(GoalLevel level) { ++reached[static_cast<std::size_t>(level)]; }
    Tally& operator+=(const Tally&);
    friend Tally operator+(Tally a, const Tally& b) { return a += b; }
    friend bool operator==(const Tally&, const Tally&) = default;
};

struct Estimate {
    double share = 0;
    Interval interval;
};

// The value of a position or of a move in it: the model's opinion of its own customer.
struct Value {
    Tally tally;
    bool certain = false;  // the conversation is over: no interval

    Estimate exactly(GoalLevel) const;
    Estimate at_least(GoalLevel) const;  // this level or a better one; right_disqualified is as good as won
    Estimate worth() const;              // kWorthPercent, averaged
    friend bool operator==(const Value&, const Value&) = default;
};

// Two moves played against the same chances: how often the first reached one level where the second reached another.
// What they have in common cancels out, so the difference is known better than either value. Normal interval, 95 %,
// widened by the rule of three (Hanley and Lippman-Hand 1983). Merges by addition.
struct Duel {
    std::array<std::array<std::uint64_t, strategy::kGoalLevelCount>, strategy::kGoalLevelCount> reached{};
    std::uint64_t steps = 0;

    void add(GoalLevel first, GoalLevel second) {
        ++reached[static_cast<std::size_t>(first)][static_cast<std::size_t>(second)];
    }
    std::uint64_t rollouts() const;
    Estimate difference() const;                    // worth of the first less worth of the second: −1 … 1
    Estimate difference_at_least(GoalLevel) const;  // … of the shares that reach this level or a better one
    Duel& operator+=(const Duel&);
    friend bool operator==(const Duel&, const Duel&) = default;
};

}  // namespace praxis::foresight
