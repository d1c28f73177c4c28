// One utterance, analysed: sentences, amounts, mentions, and how likely each act is, before context has its say.
// Training and reading share it, so that what is measured is what is used. A value of one call; not shared between
// threads.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "core/language/model.hpp"
#include "core/language/text/amounts.hpp"
#include "core/language/text/patterns.hpp"
#include "core/language/text/sentences.hpp"

namespace praxis::language {

// Tokens, terms and amounts; figures already marked.
struct Prepared {
    Prepared(std::string_view text, const text::Pack& pack, text::Stemmer& stemmer);
    text::Utterance utterance;
    std::vector<text::FoundAmount> amounts;
};

// Of every sentence: its features and the patterns that hold of it.
struct SeenSentence {
    std::vector<Feature> features;
    std::vector<int> patterns;
};
std::vector<SeenSentence> look_at(const text::Utterance&, std::span<const text::Sentence>, const text::Patterns&,
                                  PreviousKind previous);

// The whole turn as one sentence, with the patterns that its sentences hold.
SeenSentence look_at_whole(const text::Utterance&, std::span<const SeenSentence> sentences, PreviousKind previous);

std::vector<Feature> look_at_customer(const text::Utterance&, const text::Patterns&, ActSet before);

TurnShape shape_of(const text::Utterance&, std::size_t sentences, PreviousKind previous);

struct Likelihood {
    std::vector<ActScores> by_sentence;           // first stage, logits
    ActScores best{};                             // over the sentences
    std::array<std::uint8_t, kActCount> where{};  // the sentence that shows an act best
    std::array<float, kActCount> probability{};   // second stage
};
Likelihood likelihood_of(std::span<const SeenSentence>, const SeenSentence& whole, const TurnShape&, const Model&);

}  // namespace praxis::language
