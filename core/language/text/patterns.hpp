// The pack's named patterns, all tried on a sentence at once. They see the sentence as its terms joined by spaces, with
// figures as #number #money #percent #duration #date and a closing " ?" where it asks. Immutable; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/language/text/pack.hpp"
#include "core/language/text/sentences.hpp"
#include "core/language/text/word_automaton.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis::language::text {

class Patterns {
public:
    static Result<Patterns, Problems> make(const std::vector<PatternSource>&);
    struct At {
        bool first = false;  // the turn's first sentence
        PreviousKind previous{};
    };
    // Numbers of the patterns that hold, ascending; replaces what is in `found`.
    void match(const Utterance&, const Sentence&, At, std::vector<int>& found) const;
    int number_of(std::string_view name) const;  // -1 when there is none

private:
    struct Flags {
        std::string name;
        bool question_only, statement_only, first_sentence;
        std::uint32_t previous;  // bit per kind; all bits = any
    };
    Patterns() = default;
    WordAutomaton automaton_;
    std::vector<Flags> flags_;
};

// As the patterns see it.
std::string plain_text(const Utterance&, const Sentence&);

}  // namespace praxis::language::text
