// Reads a sentence for a voice: which words are said, in which order, for which bytes of the text. Numbers, money,
// dates, abbreviations and codes become words; capitals are spelled or read; sounds get their phones. Pure; any thread;
// any bytes will do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/speech/voice/reading/plain_text.hpp"
#include "adapters/speech/voice/reading/pronunciation.hpp"

namespace praxis::speech {

struct SpokenWord {
    std::string word;                  // small letters and apostrophes
    std::string phones;                // where the word does not tell
    char pause = 0;                    // what comes after: 0 nothing, ',' a breath, '.' '?' '!' the end
    std::uint32_t begin = 0, end = 0;  // of the original text; several words may stand for the same bytes
};

// A stretch of letters of a PlainText.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

std::vector<SpokenWord> spoken_words(const PlainText&, Stretch, const Pronunciation&);

// Where sentences are parted, so that the first is soon made: at full stops that end one, at line ends, and at commas
// or blanks where one is very long.
std::vector<Stretch> sentence_stretches(const PlainText&, const Pronunciation&);

}  // namespace praxis::speech
