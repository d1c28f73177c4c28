// What a line consists of: what leads into it, then what it does, in the order in which people say such things. A move
// of its own kind is one part; what a competent rep would do (`as_practised`) and the answer to a customer's question
// are taken apart by their acts. Inside this room only.
#pragma once

#include <optional>
#include <vector>

#include "core/wording/rep/rep_line.hpp"

namespace praxis::wording::rep {

struct Part {
    std::optional<Lead> lead;  // empty: a move
    RepMove move{};
};

std::vector<Part> parts_of(const Wish&, const strategy::Scenario&);

}  // namespace praxis::wording::rep
