// What features are hashed from, shared by those who collect them. Any thread.
#pragma once

#include <cstdint>

#include "core/base/chance.hpp"
#include "core/language/text/utterance.hpp"

namespace praxis::language {

using Hash = std::uint64_t;

inline constexpr Hash kEdge = 0x1111, kAskingEdge = 0x2222, kContent = 0x3333;

inline Hash combine(Hash a, Hash b) {
    return mix(a * 0x9e3779b97f4a7c15ULL + b);
}

// The frame of a sentence: function words as they are, content words as their class or as one and the same mark. What
// it says holds whatever the trade.
inline Hash frame_of(const text::Term& term) {
    if (term.word_class) return combine(77, term.word_class);
    const bool kept = term.shape != text::Shape::word || !term.info->sets.empty();
    return kept ? term.form : kContent;
}

}  // namespace praxis::language
