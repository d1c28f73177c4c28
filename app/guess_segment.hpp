// Which of a strategy's segments a real call looks like, and why: the customer's words held against each segment's
// cues, trade words, pains and people. A guess with its reasons, never a verdict. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "app/transcript.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::app {

struct SegmentGuess {
    strategy::Slug segment;
    std::string name;
    std::vector<std::string> because;  // words of the call, at most six
    double score = 0;
    std::string runner_up;  // name; empty: none came near
    bool certain = false;   // enough words, and clearly ahead
};

// Best first; one per segment. Both sides' words count: what is talked about tells the segment.
std::vector<SegmentGuess> guess_segment(const Transcript&, const strategy::Strategy&);

}  // namespace praxis::app
