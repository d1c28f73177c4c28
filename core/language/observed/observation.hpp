// The integer shadow of a reading: what the buyer's mind takes in. Any thread. Does not know: probabilities' origin.
#pragma once

#include <vector>

#include "core/language/analysis.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/observed/consistency.hpp"
#include "core/language/observed/signals.hpp"
#include "core/language/reader.hpp"

namespace praxis::language {

struct Seen {
    const Prepared& prepared;
    std::span<const text::Sentence> sentences;
    std::span<const SeenSentence> seen;
    const Likelihood& likelihood;
    const Credit& credit;
    const TurnShape& shape;
    const std::vector<Mention>& mentions;
    const std::vector<text::FoundAmount>& heard_amounts;  // in the other side's last turns
    const std::vector<std::uint64_t>& heard_words;        // stems of their content words, ascending
    const Hints& hints;
    std::uint8_t unknown_percent = 0;
};

Observation observe(const Seen&, const Signals&);

// The sentence the turn comes down to: its last question, else what carries its surest claim.
std::size_t main_sentence(const Seen&);

}  // namespace praxis::language
