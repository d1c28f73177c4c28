#include "core/language/segments.hpp"

#include <algorithm>

#include "core/language/gaps.hpp"

namespace praxis::language {

std::vector<text::Sentence> segments_of(const text::Utterance& utterance, const Layer<kBreakLanes>& breaks,
                                        float threshold, std::span<const std::uint32_t> pauses) {
    std::vector<std::uint32_t> cuts;
    std::vector<Feature> features;
    const auto& terms = utterance.terms();
    const Gaps gaps(utterance);
    for (std::uint32_t i = 1; i < terms.size() && cuts.size() + 1 < kSentencesMax; ++i) {
        const std::uint32_t gap_begin = utterance.tokens()[terms[i - 1].token].span.end;
        const std::uint32_t gap_end = utterance.tokens()[terms[i].token].span.begin;
        const bool paused = std::any_of(pauses.begin(), pauses.end(),
                                        [&](std::uint32_t at) { return at >= gap_begin && at <= gap_end; });
        gaps.features_of(i, features);
        if (paused || breaks.score(features)[0] > threshold) cuts.push_back(i);
    }
    return text::sentences_before(utterance, cuts);
}

}  // namespace praxis::language
