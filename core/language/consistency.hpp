// What the context allows: an answer to an objection needs an objection, a steering turn is nothing else, a monologue
// is counted. Applied to what the model credits. Any thread.
#pragma once

#include <array>

#include "core/language/analysis.hpp"
#include "core/language/reader.hpp"

namespace praxis::language {

struct Credit {
    ActSet credited, possible;
};

// By threshold, then by context.
Credit credit(const Likelihood&, const TurnShape&, const Context&, const Stack&);

}  // namespace praxis::language
