// Puts the override of one scenario into the text of a strategy, or takes it out: the lines of that one entry change,
// all others stay as their author wrote them. Any thread. Refuses (with a Problem) where the list is not written one
// entry below the other.
#pragma once

#include "app/ports/written_texts.hpp"

namespace praxis::files {

class OverrideText final : public app::StrategyText {
public:
    Result<std::string, Problems> with_override(const std::string& source,
                                                const strategy::ScenarioOverride&) const override;
};

}  // namespace praxis::files
