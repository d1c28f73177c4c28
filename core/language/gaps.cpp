#include "core/language/gaps.hpp"

#include <algorithm>

namespace praxis::language {
namespace {

using text::Letter;

constexpr std::uint8_t kFarthest = 12;
constexpr Hash kRun = 5;  // what the hash of a run begins with

bool is_strong(Letter letter) {
    return letter == Letter::stop || letter == Letter::question || letter == Letter::exclamation;
}

// Keeps features apart by their place in the list.
class Adding {
public:
    explicit Adding(std::vector<Feature>& out) : out_(out) {}
    void operator()(Hash state, Hash hash) {
        out_.push_back(static_cast<Feature>(combine(combine(state, hash), 0x777000 + kind_++) >> 32));
    }

private:
    std::vector<Feature>& out_;
    Hash kind_ = 0;
};

}  // namespace

Gaps::Gaps(const text::Utterance& utterance) : utterance_(utterance) {
    marks();
    runs();
}

void Gaps::marks() {
    const auto& terms = utterance_.terms();
    gaps_.resize(terms.size());
    for (std::size_t i = 1; i < terms.size(); ++i)
        for (std::uint32_t k = terms[i - 1].token + 1; k < terms[i].token; ++k) {
            const text::Token& token = utterance_.tokens()[k];
            if (token.kind != text::TokenKind::mark) continue;
            gaps_[i].mark = std::max(gaps_[i].mark, static_cast<Hash>(token.letter) * 2 + token.breaks + 1);
            gaps_[i].strong = gaps_[i].strong || is_strong(token.letter);
        }
    const auto one_more = [](std::uint8_t far) { return std::min<std::uint8_t>(kFarthest, far + 1); };
    for (std::size_t i = 2; i < gaps_.size(); ++i)
        if (!gaps_[i - 1].strong) gaps_[i].back = one_more(gaps_[i - 1].back);
    for (std::size_t i = gaps_.size(); i-- > 1;)
        if (i + 1 < gaps_.size() && !gaps_[i + 1].strong) gaps_[i].ahead = one_more(gaps_[i + 1].ahead);
}

void Gaps::runs() {
    const auto& terms = utterance_.terms();
    runs_.resize(terms.size() + 2 * kPad);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        runs_[i + kPad].word = terms[i].form;
        runs_[i + kPad].frame = frame_of(terms[i]);
    }
    for (std::size_t i = 0; i + 3 < runs_.size(); ++i) {
        Runs& run = runs_[i];
        run.words2 = combine(combine(kRun, run.word), runs_[i + 1].word);
        run.words3 = combine(run.words2, runs_[i + 2].word);
        run.frames1 = combine(kRun, run.frame);
        run.frames2 = combine(run.frames1, runs_[i + 1].frame);
        run.frames3 = combine(run.frames2, runs_[i + 2].frame);
        run.frames4 = combine(run.frames3, runs_[i + 3].frame);
    }
}

void Gaps::features_of(std::uint32_t term, std::vector<Feature>& out) const {
    out.clear();
    Adding add(out);
    const auto& terms = utterance_.terms();
    const text::Term& next = terms[term];
    const Gap& gap = gaps_[term];
    const auto i = static_cast<std::ptrdiff_t>(term);
    // 0: no mark in a marked text, which tells little; 1: no mark where nobody sets any; 2: a mark
    const Hash state = gap.mark ? 2 : utterance_.bare(), marked = gap.mark * 3 + state;
    const bool one_word = terms[term - 1].token == next.token;
    add(gap.mark * 2 + utterance_.tokens()[next.token].capital, one_word);
    add(marked, at(i - 1).word), add(state, at(i - 2).word);
    add(marked, at(i).word), add(state, at(i + 1).word);
    add(marked, combine(at(i - 1).word, at(i).word));
    add(state, at(i).words2), add(state, at(i - 2).words2);
    add(state, at(i).words3), add(state, at(i - 3).words3), add(state, at(i - 1).words3);
    add(state, at(i - 1).frames2), add(state, at(i).frames2), add(state, at(i + 1).frames1);
    add(state, at(i).frames3), add(state, at(i - 1).frames3), add(state, at(i - 2).frames3);
    add(state, at(i).frames4), add(state, at(i - 2).frames4);
    add(marked, gap.back), add(marked, gap.ahead);
    add(state, std::min<Hash>(gap.back, 5) * 16 + std::min<Hash>(gap.ahead, 5));
    const bool inverted =
        next.in(text::WordSet::auxiliary) && term + 1 < terms.size() && terms[term + 1].in(text::WordSet::subject);
    add(state, next.in(text::WordSet::wh)*2u + inverted);
    add(state,
        next.in(text::WordSet::discourse)*4u + next.in(text::WordSet::filler)*2u + next.in(text::WordSet::subject));
}

}  // namespace praxis::language
