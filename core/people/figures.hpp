// Figures of many people that may be shown: nothing is told about fewer people than the smallest group, in a whole or
// in any part. Pure; any thread. Does not know whose figures they are. What it does not prevent: comparing two figures
// of groups that differ by one person; who asks may therefore choose neither the people nor the days (app/rights).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::people {

inline constexpr int kSmallestGroup = 5;
inline constexpr int kSmallestGroupLeast = 3, kSmallestGroupMost = 50;

struct Tally {
    std::string of;           // a behaviour, a scenario …
    std::int64_t people = 0;  // different ones
    std::int64_t attempts = 0, passed = 0, judged = 0;
};

struct Figures {
    bool told = false;  // false: too few people; everything else is empty then
    std::int64_t people = 0;
    std::vector<Tally> tallies;  // those that may be shown
    int withheld = 0;            // those that may not
};

// `people`: different ones in all tallies together.
Figures fit_to_show(std::int64_t people, std::vector<Tally> tallies, int smallest_group);

}  // namespace praxis::people
