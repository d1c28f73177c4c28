#include "core/language/analysis.hpp"

#include <algorithm>

#include "core/language/features.hpp"

namespace praxis::language {
namespace {

constexpr float kNowhere = -20;            // logit of an act in a turn without sentences
constexpr std::size_t kWordsPerMark = 25;  // fewer marks than that: bare text

}  // namespace

Prepared::Prepared(std::string_view text, const text::Pack& pack, text::Stemmer& stemmer)
    : utterance(text, pack, stemmer), amounts(text::amounts_in(utterance)) {
    text::mark_amounts(utterance, amounts);
}

std::vector<SeenSentence> look_at(const text::Utterance& utterance, std::span<const text::Sentence> sentences,
                                  const text::Patterns& patterns, PreviousKind previous) {
    std::vector<SeenSentence> seen(sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        patterns.match(utterance, sentences[i], {i == 0, previous}, seen[i].patterns);
        features_of(utterance, {previous, sentences, i, seen[i].patterns}, seen[i].features);
    }
    return seen;
}

SeenSentence look_at_whole(const text::Utterance& utterance, std::span<const SeenSentence> sentences,
                           PreviousKind previous) {
    SeenSentence seen;
    const std::vector<text::Sentence> whole = text::sentences_before(utterance, {});
    if (whole.empty()) return seen;
    for (const SeenSentence& sentence : sentences)
        seen.patterns.insert(seen.patterns.end(), sentence.patterns.begin(), sentence.patterns.end());
    std::sort(seen.patterns.begin(), seen.patterns.end());
    seen.patterns.erase(std::unique(seen.patterns.begin(), seen.patterns.end()), seen.patterns.end());
    features_of(utterance, {previous, whole, 0, seen.patterns}, seen.features);
    return seen;
}

std::vector<Feature> look_at_customer(const text::Utterance& utterance, const text::Patterns& patterns, ActSet before) {
    const std::vector<text::Sentence> whole = sentences_before(utterance, {});
    std::vector<Feature> features;
    if (whole.empty()) return features;
    std::vector<int> holding;
    patterns.match(utterance, whole.front(), {true, PreviousKind::none}, holding);
    features_of_customer(utterance, {PreviousKind::none, whole, 0, holding}, before, features);
    return features;
}

TurnShape shape_of(const text::Utterance& utterance, std::size_t sentences, PreviousKind previous) {
    TurnShape shape{.previous = previous, .sentences = static_cast<int>(sentences)};
    shape.words = static_cast<int>(utterance.terms().size());
    std::size_t marks = 0;
    for (const text::Token& token : utterance.tokens()) {
        if (token.kind != text::TokenKind::mark) continue;
        shape.asks = shape.asks || token.letter == text::Letter::question;
        marks += token.letter == text::Letter::question || token.letter == text::Letter::stop ||
                 token.letter == text::Letter::exclamation || token.letter == text::Letter::comma;
    }
    shape.bare = marks * kWordsPerMark <= utterance.terms().size() && marks < 2;
    return shape;
}

Likelihood likelihood_of(std::span<const SeenSentence> sentences, const SeenSentence& whole, const TurnShape& shape,
                         const Model& model) {
    Likelihood likelihood;
    likelihood.best.fill(kNowhere);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const ActScores scores = model.acts.score_once(sentences[i].features);
        for (int act = 0; act < kActCount; ++act) {
            if (scores[act] <= likelihood.best[act]) continue;
            likelihood.best[act] = scores[act];
            likelihood.where[act] = static_cast<std::uint8_t>(i);
        }
        likelihood.by_sentence.push_back(scores);
    }
    if (sentences.empty()) return likelihood;
    const ActScores all = model.whole.score_once(whole.features);
    likelihood.probability = model.stack.probabilities(Stack::inputs(likelihood.best, all, shape));
    return likelihood;
}

}  // namespace praxis::language
