// What the context allows: an answer to an objection needs an objection, a steering turn is nothing else, a monologue
// is counted. Applied to what the model credits. Any thread.
#pragma once

#include <span>

#include "core/language/analysis.hpp"
#include "core/language/observed/signals.hpp"
#include "core/language/reader.hpp"

namespace praxis::language {

struct Credit {
    ActSet credited, possible;
};

// What patterns say that are right where they hold: "how are you" asks nothing, so a question act that only such a
// sentence shows is taken back; "have you got a minute" asks leave and "does that settle it" whether an objection is
// settled, "you have to decide today" presses, "shall I put the order through?" asks for it: these acts are credited
// where they are likely at all. Who insists ("you just have to sign") presses, and who gives ("no strings") gives,
// whatever the model thinks; and who waves a worry aside has not answered it.
void heed(const Signals&, std::span<const SeenSentence>, const Likelihood&, const Context&, Credit&);

// By threshold, then by context.
Credit credit(const Likelihood&, const TurnShape&, const Context&, const Stack&);

}  // namespace praxis::language
