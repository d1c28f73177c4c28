#include "core/language/text/sentences.hpp"

namespace praxis::language::text {
namespace {

void count_marks(const Utterance& utterance, std::uint32_t first, std::uint32_t end, Sentence& sentence) {
    for (std::uint32_t i = first; i < end; ++i) {
        const Token& token = utterance.tokens()[i];
        if (token.kind != TokenKind::mark) continue;
        sentence.asks = sentence.asks || token.letter == Letter::question;
        sentence.exclaims = sentence.exclaims || token.letter == Letter::exclamation;
        sentence.commas += token.letter == Letter::comma && sentence.commas < 200;
        sentence.quotes += token.letter == Letter::quote && sentence.quotes < 200;
        sentence.brackets += token.letter == Letter::bracket && sentence.brackets < 200;
        sentence.symbols += token.letter == Letter::symbol && sentence.symbols < 200;
    }
}

Sentence between(const Utterance& utterance, std::uint32_t first, std::uint32_t end, std::uint32_t& term) {
    Sentence sentence;
    sentence.span = {utterance.tokens()[first].span.begin, utterance.tokens()[end - 1].span.end};
    sentence.first_term = term;
    while (term < utterance.terms().size() && utterance.terms()[term].token < end) ++term;
    sentence.end_term = term;
    count_marks(utterance, first, end, sentence);
    return sentence;
}

}  // namespace

std::vector<Sentence> sentences_at(const Utterance& utterance, const std::vector<Span>& spans) {
    std::vector<Sentence> sentences;
    std::uint32_t term = 0, token = 0;
    const auto count = static_cast<std::uint32_t>(utterance.tokens().size());
    for (const Span span : spans) {
        const std::uint32_t first = token;
        while (token < count && utterance.tokens()[token].span.begin < span.end) ++token;
        if (token == first) {
            sentences.push_back({.span = span, .first_term = term, .end_term = term});
            continue;
        }
        sentences.push_back(between(utterance, first, token, term));
    }
    return sentences;
}

std::vector<Sentence> sentences_before(const Utterance& utterance, const std::vector<std::uint32_t>& terms) {
    std::vector<Sentence> sentences;
    if (utterance.terms().empty()) return sentences;
    std::uint32_t first = 0, term = 0;
    const auto count = static_cast<std::uint32_t>(utterance.tokens().size());
    for (std::size_t i = 0; i <= terms.size(); ++i) {
        std::uint32_t end = count;
        if (i < terms.size()) {
            end = utterance.terms()[terms[i]].token;
            // an opening quote or bracket goes with what follows
            if (end > first + 1 && utterance.tokens()[end - 1].kind == TokenKind::mark &&
                utterance.tokens()[end].glued && !utterance.tokens()[end - 1].glued)
                --end;
        }
        if (end <= first) continue;
        sentences.push_back(between(utterance, first, end, term));
        first = end;
    }
    return sentences;
}

}  // namespace praxis::language::text
