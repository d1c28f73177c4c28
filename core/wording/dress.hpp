// The small words around a sentence: a lead-in before it, an aside within, an afterthought, a fresh opening for a line
// that was said before. How much of it is a matter of manner; in a hurry there is none. Any thread.
#pragma once

#include <optional>

#include "core/wording/choose.hpp"

namespace praxis::wording {

struct Dressed {
    std::string text;
    std::vector<std::uint64_t> keys;  // of everything used
};

// An authored text as this person says it now.
Dressed dress(const Candidate&, const Moment&, bool lead_allowed);

// One of `spent`, said once more behind a lead-in that makes it new; empty when even those are spent.
std::optional<Dressed> recombine(const std::vector<Candidate>& spent, const Moment&);

}  // namespace praxis::wording
