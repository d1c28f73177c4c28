// The same words as a speech engine or a hurried typist would write them: lower case, no marks. Labelled stretches keep
// their place.
#pragma once

#include <string>
#include <vector>

#include "core/vocabulary/reading.hpp"

namespace praxis::train_language {

struct Spoken {
    std::string text;
    std::vector<Span> spans;
};

Spoken as_speech(const std::string& text, const std::vector<Span>& spans);

}  // namespace praxis::train_language
