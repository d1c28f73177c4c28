// Which of several ways to say a thing: least used first, then the best fitting cell, then what reads best here, ties
// by seeded chance. What was said before, and what would give a fact away, is never chosen. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/wording/moment.hpp"

namespace praxis::wording {

struct Candidate {
    std::string text;
    std::uint64_t key = 0;
    int penalty = 0;
    bool authored = false;
};

// All lines of the cells that fit mood, manner and circumstances, slots filled, best first.
std::vector<Candidate> candidates(const Cells&, const Moment&, Draw);

// The same of authored texts.
std::vector<Candidate> candidates(const strategy::Texts&, const Moment&);

// May be said: new, and nothing given away.
bool sayable(const Moment&, const Candidate&);

// The best that may be said.
std::optional<Candidate> choose(std::vector<Candidate>, const Moment&);

}  // namespace praxis::wording
