// Many expressions followed through a text at once, a word at a time: an automaton whose states lie before and behind
// words. All of it is made in advance and small, so a text costs what its words have to do with the expressions, and no
// text makes it grow. Finds exactly what RE2 would, but in a word with a letter that is not of a word ("o'clock",
// "naïve"), whose parts only .* connects. Immutable once made; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/text/expression.hpp"

namespace praxis::language::text {

class WordAutomaton {
public:
    // Numbers of the expressions that hold anywhere in the text, ascending; replaces what is in `found`.
    void find(std::string_view text, std::vector<int>& found) const;

private:
    friend class WordAutomatonBuilder;
    class Walk;
    using State = std::uint16_t;
    using States = std::vector<State>;

    enum Gap : std::uint8_t { space, figure, other, kGaps };  // between words: " ", " #", whatever else

    struct Way {  // from before a word to behind it
        State from, to;
        bool some = false, az = false;  // of a word that only begins so: is more of it wanted, and only a to z
    };
    struct Ways {  // in ways_
        std::uint32_t first = 0, count = 0;
    };
    struct Word {
        std::uint64_t digest = 0;  // of its letters; 0: none
        Ways whole, beginning;     // through that word; through any that begins so
    };
    struct Behind {
        std::array<States, kGaps> next;  // before the word behind that gap
        int expression = 0;
        bool holds = false, holds_last = false, holds_asked = false;  // at once, at the text's end, at its " ?"
    };

    const Word* word_of(std::uint64_t digest) const;
    bool may_begin(std::uint64_t digest) const { return beginnings_[digest >> 6 & 31] >> (digest & 63) & 1; }

    std::vector<Way> ways_;
    std::vector<Ways> before_;  // by state: through whatever word comes
    std::vector<Behind> behind_;
    std::vector<Word> words_ = std::vector<Word>(1);  // by digest, a power of two
    std::array<std::uint64_t, 32> beginnings_{};      // a bit for some of a digest: words may begin so
    // Before every word; before the text's first word; before it when it is a figure.
    States always_, first_, first_figure_;
    Ways always_ways_;                 // of always_, through whatever word comes
    std::array<States, kGaps> fresh_;  // before the word behind a gap in which an expression begins
    int expressions_ = 0;
};

// Takes expressions one after the other; each gets the next number.
class WordAutomatonBuilder {
public:
    WordAutomatonBuilder();
    ~WordAutomatonBuilder();
    std::string add(const Expression&);  // what is wrong with it, as a sentence; empty: nothing
    WordAutomaton finish();

private:
    class Weaver;
    struct Loom;
    std::unique_ptr<Loom> loom_;
};

}  // namespace praxis::language::text
