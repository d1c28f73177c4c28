#include "core/language/text/patterns.hpp"

#include <algorithm>

#include "core/language/text/expression.hpp"

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

// Empty: nothing is wrong.
std::string add(const std::string& text, WordAutomatonBuilder& builder) {
    const auto expression = Expression::parse(text);
    return expression ? builder.add(*expression) : expression.error();
}

}  // namespace

Result<Patterns, Problems> Patterns::make(const std::vector<PatternSource>& sources) {
    Patterns patterns;
    WordAutomatonBuilder builder;
    Problems problems;
    for (const PatternSource& source : sources) {
        if (const std::string wrong = add(source.expression, builder); !wrong.empty())
            problems.push_back({Severity::error, source.at,
                                "The pattern '" + source.name + "' is not an expression: " + wrong,
                                "docs/understanding.md says what may stand in one."});
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
    patterns.automaton_ = builder.finish();
    return patterns;
}

void Patterns::match(const Utterance& utterance, const Sentence& sentence, At at, std::vector<int>& found) const {
    found.clear();
    if (flags_.empty()) return;
    automaton_.find(plain_text(utterance, sentence), found);
    std::erase_if(found, [&](int number) {
        const Flags& flags = flags_[static_cast<std::size_t>(number)];
        return (flags.question_only && !sentence.asks) || (flags.statement_only && sentence.asks) ||
               (flags.first_sentence && !at.first) || !(flags.previous >> static_cast<unsigned>(at.previous) & 1u);
    });
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
