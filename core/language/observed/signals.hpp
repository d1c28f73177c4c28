// Signals: named patterns of the pack that say something by themselves, beside being features of the model. They are
// written to be right rather than to find everything. Values; any thread.
#pragma once

#include <array>

#include "core/language/text/patterns.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::language {

// What a pattern of the pack stands for beside being a feature: names that begin "signal/".
struct Signals {
    explicit Signals(const text::Patterns&);
    int trade, recommends, disqualifies, limit, disparages, owner, phatic, reason, urgent, leave, doubt, settled, order,
        bye, too_big, dismisses, gives, insists, belittles, owner_now;
    int auxiliary_first, channel, suggestion;  // forms of questions and of what only looks like one
    std::array<int, kAskedCount> asks;         // by Asked; -1 where no pattern tells
};

}  // namespace praxis::language
