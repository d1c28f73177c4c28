#include "core/language/text/patterns.hpp"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "core/language/text/literals.hpp"

namespace praxis::language::text {
namespace {

std::string_view shape_name(Shape shape) {
    switch (shape) {
        case Shape::number: return "#number";
        case Shape::money: return "#money";
        case Shape::percent: return "#percent";
        case Shape::duration: return "#duration";
        case Shape::date: return "#date";
        case Shape::foreign: return "#foreign";
        case Shape::word: break;
    }
    return {};
}

RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);  // bytes: "any letter" is one step, not the shapes of UTF-8
    options.set_never_capture(true);                     // only whether, never where
    options.set_max_mem(64 << 20);
    return options;
}

// Compiled once: only what is no expression is compiled again, for what is wrong with it.
bool add(re2::FilteredRE2& patterns, const std::string& expression, std::string& error) {
    int id = 0;
    if (patterns.Add(expression, options(), &id) == RE2::NoError) return true;
    error = RE2(expression, options()).error();
    return false;
}

constexpr int kShortestWord = 2;  // single letters are in every sentence; "hi" tells much

}  // namespace

// One automaton for all patterns would grow with every new text. So a sentence is first searched for the words that
// patterns cannot do without, and only those patterns are tried whose words are there.
struct Patterns::Set {
    re2::FilteredRE2 patterns{kShortestWord};
    Literals words;

    void prepare() {
        std::vector<std::string> atoms;
        patterns.Compile(&atoms);
        words = Literals(atoms);
    }
};

Patterns::Patterns() : set_(std::make_unique<Set>()) {}
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

Result<Patterns, Problems> Patterns::make(const std::vector<PatternSource>& sources) {
    Patterns patterns;
    Problems problems;
    for (const PatternSource& source : sources) {
        std::string error;
        if (!add(patterns.set_->patterns, source.expression, error))
            problems.push_back({Severity::error, source.at,
                                "The pattern '" + source.name + "' is not an expression: " + error,
                                "See the syntax of RE2."});
        std::uint32_t previous = source.previous.empty() ? 0xffffffffu : 0;
        for (const std::string& name : source.previous) {
            const auto kind = previous_kind_named(name);
            if (!kind)
                problems.push_back({Severity::error, source.at, "'" + name + "' is not a kind of customer turn.", ""});
            else
                previous |= 1u << static_cast<unsigned>(*kind);
        }
        patterns.flags_.push_back(
            {source.name, source.question_only, source.statement_only, source.first_sentence, previous});
    }
    if (!problems.empty()) return refuse(std::move(problems));
    if (!patterns.flags_.empty()) patterns.set_->prepare();
    return patterns;
}

void Patterns::match(const Utterance& utterance, const Sentence& sentence, At at, std::vector<int>& found) const {
    found.clear();
    if (flags_.empty()) return;
    const std::string text = plain_text(utterance, sentence);
    std::vector<int> words;
    set_->words.find(text, words);
    set_->patterns.AllPotentials(words, &found);
    std::erase_if(found, [&](int number) {
        const Flags& flags = flags_[static_cast<std::size_t>(number)];
        return (flags.question_only && !sentence.asks) || (flags.statement_only && sentence.asks) ||
               (flags.first_sentence && !at.first) || !(flags.previous >> static_cast<unsigned>(at.previous) & 1u) ||
               !RE2::PartialMatch(text, set_->patterns.GetRE2(number));
    });
    std::sort(found.begin(), found.end());
}

int Patterns::number_of(std::string_view name) const {
    for (std::size_t i = 0; i < flags_.size(); ++i)
        if (flags_[i].name == name) return static_cast<int>(i);
    return -1;
}

std::string plain_text(const Utterance& utterance, const Sentence& sentence) {
    std::string text;
    text.reserve(sentence.size() * 7u + 4);
    for (std::uint32_t i = sentence.first_term; i < sentence.end_term; ++i) {
        const Term& term = utterance.terms()[i];
        if (!text.empty()) text += ' ';
        text += term.shape == Shape::word ? term.word : shape_name(term.shape);
    }
    if (sentence.asks) text += " ?";
    return text;
}

}  // namespace praxis::language::text
