// What the linear layers see of a text: hashed features of its words, their order, its form and its context. The model
// file is only good for the features it was trained on: whoever changes them trains again. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/language/model.hpp"
#include "core/language/text/sentences.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis::language {

struct SentenceContext {
    PreviousKind previous{};
    std::span<const text::Sentence> sentences;  // of the turn
    std::size_t index = 0;                      // the one looked at
    std::span<const int> patterns;              // that hold of it
};

// A feature may come several times; replaces what is in `out`.
void features_of(const text::Utterance&, const SentenceContext&, std::vector<Feature>& out);

// Ascending, each once. Of a customer's turn: as of one sentence, and what it says after the acts of the rep's turn
// before it.
void features_of_customer(const text::Utterance&, const SentenceContext&, ActSet before, std::vector<Feature>& out);

}  // namespace praxis::language
