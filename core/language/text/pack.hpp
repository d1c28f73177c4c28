// A language pack: everything the program knows of one language that is a list, as plain values (PackSource) and made
// ready for look-up (Pack). A pack is immutable once made; share it between threads freely.
// Does not know: files, the meaning of any particular language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/enum_set.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::language::text {

// The closed sets of words that the code asks for by name.
enum class WordSet : std::uint8_t {
    filler,
    hedge,
    discourse,
    wh,
    auxiliary,
    subject,
    negation,
    anaphor,
    first_person,
    second_person,
    conditional,
    elicit,
    stop,
    // in figures and dates
    article,
    definite,
    of,
    range,
    plus,
    decimal,
    per,
    hundredth,
    duration_lead,
    past,
    half,
    quarter,
    before_noon,
    after_noon,
    ordinal,
};
inline constexpr int kWordSetCount = 28;
using WordSets = EnumSet<WordSet>;

struct PatternSource {
    std::string name, expression;
    bool question_only = false, statement_only = false, first_sentence = false;
    std::vector<std::string> previous;  // kinds of the other side's turn; empty: any
    Place at;
};

struct UnitSource {
    std::string unit;  // "EUR", "h", "day"
    std::string kind;  // money, duration, percent
    std::vector<std::string> words;
    double times = 1;  // a fortnight is 14 of the unit "day"
};

using Named = std::pair<std::string, std::vector<std::string>>;

struct PackSource {
    std::string language, stemmer;
    std::vector<std::pair<std::string, std::string>> contractions, endings;
    std::vector<Named> sets;     // by WordSet name
    std::vector<Named> classes;  // words that mean alike, by stem
    std::vector<std::pair<std::string, double>> numbers, weak_numbers, magnitudes;
    std::vector<std::pair<std::string, std::string>> relative_days;  // phrase, ISO 8601 period
    std::vector<UnitSource> units;
    std::vector<Named> calendar;      // days, months, relative
    std::vector<std::string> common;  // words that say little about the subject
    std::vector<PatternSource> patterns;
    std::string digest;  // of the files it came from
};

// What the pack says of one word.
struct WordInfo {
    WordSets sets;
    double number = 0, magnitude = 0;
    bool is_number = false, is_weak_number = false;
    std::uint8_t unit = 0, weekday = 0, month = 0;  // 1-based; 0 = none
    bool doubtful_month = false, before_month = false;
    bool common = false;  // says little about the subject
};

// All that is known ahead of one word, so that it is looked up once.
struct KnownWord {
    WordInfo info;
    std::string expansion;  // the words it stands for, separated by single spaces; empty when it stands for itself
    std::uint64_t form = 0, stem = 0;  // hashes of the word and of its stem
    std::uint8_t word_class = 0;       // as of class_of_stem
};

class Pack {
public:
    static Result<Pack, Problems> make(PackSource);

    const PackSource& source() const { return source_; }
    const KnownWord* find(std::string_view word) const;       // null: in no list
    const WordInfo& info(std::string_view word) const;        // an empty one of what is in no list
    std::uint8_t class_of_stem(std::string_view stem) const;  // 1-based; 0 = none
    const UnitSource& unit(std::uint8_t one_based) const { return source_.units[one_based - 1u]; }
    std::string_view expansion(std::string_view word) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    Problems list();    // the lists of words
    void classify();    // the classes, by stem
    void look_ahead();  // what else is known of every word

    PackSource source_;
    Table<KnownWord> words_;
    Table<std::uint8_t> stems_;
};

}  // namespace praxis::language::text
