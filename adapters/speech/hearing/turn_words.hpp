// Words by which a language's turns end, go on or are none at all, as its hearing.yaml says. A value, read only once
// loaded: any thread. Faults of the file are told all at once, each with file, line and column.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::speech {

using Phrase = std::vector<std::string>;  // its words

struct TurnWords {
    std::vector<Phrase> goes_on, hangs, fillers, asks, before_asking, closes, backchannels, interrupts;
};

Result<TurnWords, Problems> load_turn_words(const std::filesystem::path& file);

Phrase words_of(const std::string& text);

}  // namespace praxis::speech
