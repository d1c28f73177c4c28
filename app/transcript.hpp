// A transcript as it was written down by whatever recorded the call: who said what, in order, with times where the file
// has them. A plain value between the file readers (adapters/files) and the review (app/review_call). Owned by the
// caller.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/problem.hpp"
#include "core/conversation/event.hpp"

namespace praxis::app {

struct TranscriptTurn {
    std::string speaker;  // as the file names it
    std::string text;     // one line, trimmed, otherwise as written
    std::optional<conversation::Timing> timing;
    int line = 0;  // where it begins in the source; 0 unknown (JSON on one line)
};

struct Transcript {
    std::string shape;  // "WebVTT", "SubRip", "plain text", "JSON (AssemblyAI)" …
    std::vector<TranscriptTurn> turns;
    Problems notes;  // what was odd but not fatal: times that run backwards, cues without a speaker
};

}  // namespace praxis::app
