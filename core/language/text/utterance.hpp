// An utterance taken apart: its tokens and its terms, the words after contractions are opened ("what's" is two terms)
// with what the pack says of each. Terms point into the utterance, so it neither copies nor moves.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/text/pack.hpp"
#include "core/language/text/stemmer.hpp"
#include "core/language/text/tokens.hpp"

namespace praxis::language::text {

// What a term is, where its letters do not matter.
enum class Shape : std::uint8_t { word, number, money, percent, duration, date, foreign };

struct Term {
    std::string_view word;        // folded
    std::uint32_t token = 0;      // where it stands
    std::uint64_t form = 0;       // hash of the word, or of its shape
    std::uint64_t stem = 0;       // hash of the stem, or of its shape
    std::uint64_t letters = 0;    // hash of the stem as it is written, whatever the shape
    std::uint8_t word_class = 0;  // 1-based; 0 = none
    bool unfamiliar = false;      // in no vocabulary
    Shape shape = Shape::word;
    const WordInfo* info = nullptr;

    bool in(WordSet set) const { return info->sets.has(set); }
};

class Utterance {
public:
    Utterance(std::string_view original, const Pack& pack, Stemmer& stemmer);
    Utterance(const Utterance&) = delete;
    Utterance& operator=(const Utterance&) = delete;

    std::string_view original() const { return original_; }
    const std::vector<Token>& tokens() const { return tokens_.all(); }
    std::string_view folded(std::uint32_t token) const { return tokens_.word(tokens_.all()[token]); }
    const std::vector<Term>& terms() const { return terms_; }
    std::vector<Term>& terms() { return terms_; }
    bool cut() const { return tokens_.cut(); }
    bool bare() const { return bare_; }  // hardly any marks before its end: as speech engines write
    const Pack& pack() const { return pack_; }

private:
    void open_up(std::uint32_t token);
    void add(std::string_view word, std::uint32_t token);
    void add(std::string_view word, const KnownWord*, std::uint32_t token);

    std::string_view original_;
    const Pack& pack_;
    Stemmer& stemmer_;
    Tokens tokens_;
    std::vector<Term> terms_;
    bool bare_ = false;
};

std::uint64_t hash_of(std::string_view text);
std::uint64_t shape_hash(Shape);

}  // namespace praxis::language::text
