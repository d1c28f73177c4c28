// How names and terms that are expected are said, in the recogniser's phones: as the customer's voice would say them,
// by pronunciation.yaml, flite's lexicon and its letter-to-sound rules. Capitals are given spelled. Any thread.
#pragma once

#include <string>
#include <vector>

#include "adapters/speech/hearing/decoder.hpp"
#include "adapters/speech/voice/reading/pronunciation.hpp"

namespace praxis::speech {

// Sorted, each once; of a term of several words each is one.
std::vector<ExpectedWord> expected_words(const std::vector<std::string>& terms, const Pronunciation&);

}  // namespace praxis::speech
