// Cuts an utterance into sentences with the trained boundary layer, which has learned from marks where there are any
// and from words where there are none. A pause is a boundary. Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/language/model.hpp"
#include "core/language/text/sentences.hpp"

namespace praxis::language {

inline constexpr std::size_t kSentencesMax = 120;  // of one turn; what follows stays in the last

std::vector<text::Sentence> segments_of(const text::Utterance&, const Layer<kBreakLanes>&, float threshold,
                                        std::span<const std::uint32_t> pauses = {});

}  // namespace praxis::language
