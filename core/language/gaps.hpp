// The gaps between an utterance's terms, each as features: does a sentence begin there? They tell of the words on both
// sides, the mark in the gap, and how far the nearest strong marks are. Made once an utterance, which it outlives not.
#pragma once

#include <cstdint>
#include <vector>

#include "core/language/feature_index.hpp"
#include "core/language/frames.hpp"

namespace praxis::language {

class Gaps {
public:
    explicit Gaps(const text::Utterance&);

    // Of the gap before a term (> 0); each once; replaces what is in `out`.
    void features_of(std::uint32_t term, std::vector<Feature>& out) const;

private:
    void marks();
    void runs();

    // Hashes of a term and of the runs of two, three and four that begin with it.
    struct Runs {
        Hash word = kEdge, words2 = 0, words3 = 0;
        Hash frame = kEdge, frames1 = 0, frames2 = 0, frames3 = 0, frames4 = 0;
    };
    struct Gap {
        Hash mark = 0;  // 0 = none
        bool strong = false;
        std::uint8_t back = 0, ahead = 0;  // terms without a strong mark before and behind, at most 12
    };
    const Runs& at(std::ptrdiff_t term) const { return runs_[static_cast<std::size_t>(term + kPad)]; }

    static constexpr std::ptrdiff_t kPad = 4;  // edges before the first term and behind the last
    const text::Utterance& utterance_;
    std::vector<Runs> runs_;
    std::vector<Gap> gaps_;  // before each term
};

}  // namespace praxis::language
