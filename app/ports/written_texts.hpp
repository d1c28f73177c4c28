// Texts that people write or bring: how a transcript is read, whatever shape it comes in, and how a strategy's text is
// changed in one place without being written anew. Places of problems are lines of the text. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/transcript.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/strategy/strategy.hpp"

namespace praxis::app {

class TranscriptText {
public:
    virtual ~TranscriptText() = default;
    virtual Result<Transcript, Problems> read(std::string_view text) const = 0;
};

class StrategyText {
public:
    virtual ~StrategyText() = default;
    // The text with this override in place of the one of its id, or added; one that changes nothing is taken out.
    // Comments and order stay.
    virtual Result<std::string, Problems> with_override(const std::string& source,
                                                        const strategy::ScenarioOverride&) const = 0;
};

}  // namespace praxis::app
