// A sentence: a stretch of an utterance's terms with the marks in it. Where to cut is for others to say (segments.hpp).
// Any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "core/language/text/utterance.hpp"

namespace praxis::language::text {

struct Sentence {
    Span span;                                   // in the original, bytes
    std::uint32_t first_term = 0, end_term = 0;  // half open
    bool asks = false;                           // ends with a question mark
    bool exclaims = false;
    std::uint8_t commas = 0;
    std::uint8_t quotes = 0;
    std::uint8_t brackets = 0;
    std::uint8_t symbols = 0;

    std::uint32_t size() const { return end_term - first_term; }
};

// The given stretches of the original, as sentences; for labelled text.
std::vector<Sentence> sentences_at(const Utterance&, const std::vector<Span>&);

// Cut before the given terms (ascending, none is 0).
std::vector<Sentence> sentences_before(const Utterance&, const std::vector<std::uint32_t>& terms);

}  // namespace praxis::language::text
