// A small scenario to hear the wording in: the press shop of docs/strategy-format.md, written down by hand, so that
// wording can be judged without a strategy file. Test material only.
#pragma once

#include "core/strategy/scenario.hpp"

namespace praxis::lint_wording {

strategy::Scenario press_shop(strategy::Style style, strategy::Medium medium);

}  // namespace praxis::lint_wording
