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
    struct Word {
        std::uint64_t hash = 0;  // 0: none
        std::uint32_t ways = 0;  // in ways_, those through that word before those through any that begins so
        std::uint32_t whole = 0, beginning = 0;
    };
    struct Behind {
        std::array<States, kGaps> next;  // before the word behind that gap
        int expression = 0;
        bool holds = false, holds_last = false, holds_asked = false;  // at once, at the text's end, at its " ?"
    };

    const Word* word_of(std::uint64_t hash) const;
    bool may_begin(std::uint64_t hash) const { return beginnings_[hash >> 6 & 31] >> (hash & 63) & 1; }

    std::vector<std::vector<Way>> before_;  // by state: the ways through whatever word comes
    std::vector<Behind> behind_;
    std::vector<Way> ways_;
    std::vector<Word> words_ = std::vector<Word>(1);  // by hash, a power of two
    std::array<std::uint64_t, 32> beginnings_{};      // a bit for some of a hash: there may be words that begin so
    // Before every word; before the text's first word; before it when it is a figure.
    States always_, first_, first_figure_;
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

// Of a word's letters, one after the other.
constexpr std::uint64_t kNoLetters = 0xcbf29ce484222325;  // FNV-1a
constexpr std::uint64_t with_letter(std::uint64_t hash, char letter) {
    return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
}

}  // namespace praxis::language::text
