// Names: every id stands for one thing, and every reference meets one. Values only; any thread.
// Does not know: files. A problem points at the part that holds the name; adapters/files knows the exact column.
#pragma once

#include <vector>

#include "core/strategy/strategy.hpp"

namespace praxis::strategy {

struct NameProblem {
    Slug slug;
    Problem problem;  // always an error
};

std::vector<NameProblem> check_names(const Strategy&);

// All facts of a segment in their fixed order: pain by pain (situation, problem, implications, payoff), then its own.
std::vector<const Fact*> facts_of(const Segment&);
const Segment* find_segment(const Strategy&, std::string_view id);
const Role* find_role(const Strategy&, std::string_view id);
const SellingModel* find_model(const Strategy&, std::string_view id);

}  // namespace praxis::strategy
