#include "core/language/features.hpp"

#include <algorithm>
#include <array>

#include "core/language/frames.hpp"

namespace praxis::language {
namespace {

// What a feature says; keeps equal hashes of different kinds apart.
enum Kind : Hash {
    kBias,
    kWord,
    kWordPair,
    kStem,
    kStemPair,
    kStemSkip,
    kClass,
    kFramePair,
    kFrameTriple,
    kLetters,
    kOpening,
    kClosing,
    kForm,
    kMarks,
    kPrevious,
    kPreviousStem,
    kBefore,
    kAfter,
    kPattern,
    kAfterAct,
};

constexpr std::size_t kLettersShortest = 5, kLettersLongest = 24;

Hash bucket(Hash n) {
    constexpr std::array<Hash, 10> kUpTo = {1, 2, 3, 4, 6, 9, 13, 19, 30, 50};
    return static_cast<Hash>(std::upper_bound(kUpTo.begin(), kUpTo.end(), n) - kUpTo.begin());
}

class Collector {
public:
    Collector(const text::Utterance& utterance, const SentenceContext& context, std::vector<Feature>& out)
        : all_(utterance.terms()),
          sentence_(context.sentences[context.index]),
          context_(context),
          first_(sentence_.first_term),
          size_(static_cast<std::ptrdiff_t>(sentence_.size())),
          out_(out) {
        frames_.reserve(sentence_.size());
        for (std::ptrdiff_t i = 0; i < size_; ++i) frames_.push_back(frame_of(term(i)));
    }

    void collect() {
        add(kBias, 1);
        words();
        frames();
        letters();
        edges();
        form();
        marks();
        previous();
        neighbours();
        for (const int pattern : context_.patterns) add(kPattern, static_cast<Hash>(pattern) + 1);
    }

    // What the same words mean depends on what they answer: "Yes." after a question, after a close.
    void answer(ActSet before) {
        for (int act = -1; act < kActCount; ++act) {
            if (act < 0 ? !before.empty() : !before.has(static_cast<Act>(act))) continue;
            const Hash after = static_cast<Hash>(act + 2);
            add(kAfterAct, combine(after, 1));
            add(kAfterAct, combine(combine(after, word(0)), 2));
            add(kAfterAct, combine(combine(after, word(0)), word(1)));
            add(kAfterAct, combine(after * 100 + bucket(sentence_.size()), 3u + sentence_.asks));
        }
    }

private:
    void add(Kind kind, Hash hash) {
        out_.push_back(static_cast<Feature>(combine(hash, 0x1234567 * (kind + 1)) >> 32));
    }

    const text::Term& term(std::ptrdiff_t i) const { return all_[first_ + static_cast<std::size_t>(i)]; }
    bool inside(std::ptrdiff_t i) const { return i >= 0 && i < size_; }
    Hash word(std::ptrdiff_t i) const {
        return inside(i) ? term(i).form : i < 0 || !sentence_.asks ? kEdge : kAskingEdge;
    }
    Hash stem(std::ptrdiff_t i) const { return inside(i) ? term(i).stem : kEdge; }
    Hash frame(std::ptrdiff_t i) const { return inside(i) ? frames_[static_cast<std::size_t>(i)] : kEdge; }

    void words() {
        for (std::ptrdiff_t i = -1; i < size_; ++i) {
            add(kWordPair, combine(word(i), word(i + 1)));
            if (i < 0) continue;
            add(kWord, word(i));
            add(kStem, stem(i));
            if (i + 1 < size_) add(kStemPair, combine(stem(i), stem(i + 1)));
            for (std::ptrdiff_t gap = 2; gap <= 4 && i + gap < size_; ++gap)
                add(kStemSkip, combine(stem(i), stem(i + gap) + 5));
        }
    }

    void frames() {
        for (std::ptrdiff_t i = -1; i < size_; ++i) {
            if (i >= 0 && term(i).word_class) add(kClass, frame(i));
            add(kFramePair, combine(frame(i), frame(i + 1)));
            if (i + 2 <= size_) add(kFrameTriple, combine(combine(frame(i), frame(i + 1)), frame(i + 2)));
        }
    }

    void letters() {
        for (std::ptrdiff_t k = 0; k < size_; ++k) {
            const text::Term& at = term(k);
            if (at.shape != text::Shape::word || !at.info->sets.empty() || at.word.size() < kLettersShortest) continue;
            const std::string_view seen = at.word.substr(0, kLettersLongest);
            for (std::size_t n = 4; n <= 5; ++n)
                for (std::size_t i = 0; i + n <= seen.size(); ++i)
                    add(kLetters, combine(text::hash_of(seen.substr(i, n)), i == 0));
        }
    }

    // The start, the start behind discourse markers and fillers ("okay so um …"), and the end.
    void edges() {
        std::ptrdiff_t start = 0;
        while (start < size_ && (term(start).in(text::WordSet::discourse) || term(start).in(text::WordSet::filler)))
            ++start;
        for (const std::ptrdiff_t at : {std::ptrdiff_t{0}, start}) {
            if (at >= size_) continue;
            const Hash place = at == 0 ? 0 : 10;
            add(kOpening, combine(word(at), place + 1));
            add(kOpening, combine(combine(word(at), word(at + 1)), place + 2));
            add(kOpening, combine(combine(frame(at), frame(at + 1)), combine(frame(at + 2), place + 3)));
            add(kOpening, combine(frame(at), place + 4 + sentence_.asks));
        }
        if (start < size_) {
            const Hash lead = term(start).in(text::WordSet::wh)          ? 1
                              : term(start).in(text::WordSet::auxiliary) ? 2
                              : term(start).in(text::WordSet::elicit)    ? 3
                                                                         : 0;
            add(kOpening, combine(lead * 2 + sentence_.asks, 20));
        }
        add(kClosing, combine(word(size_ - 1), 1));
        add(kClosing, combine(combine(word(size_ - 2), word(size_ - 1)), 2));
    }

    void form() {
        bool wh = false, inverted = false;
        Hash figures = 0, fillers = 0, hedges = 0, mine = 0, yours = 0;
        for (std::ptrdiff_t i = 0; i < size_; ++i) {
            const text::Term& at = term(i);
            wh = wh || at.in(text::WordSet::wh);
            inverted = inverted ||
                       (at.in(text::WordSet::auxiliary) && i + 1 < size_ && term(i + 1).in(text::WordSet::subject) &&
                        (i == 0 || !term(i - 1).in(text::WordSet::subject)));
            figures += at.shape != text::Shape::word;
            fillers += at.in(text::WordSet::filler);
            hedges += at.in(text::WordSet::hedge);
            mine += at.in(text::WordSet::first_person);
            yours += at.in(text::WordSet::second_person);
        }
        const auto most = [](Hash n, Hash limit) { return std::min(n, limit); };
        add(kForm, combine(wh * 4u + inverted * 2u + sentence_.asks, 1));
        add(kForm, combine(most(figures, 4), 2));
        add(kForm, combine(most(fillers, 3), 3));
        add(kForm, combine(most(hedges, 4), 4));
        add(kForm, combine(most(fillers + hedges, 5), 5));
        add(kForm, combine(most(mine, 2) * 6 + most(yours, 2) * 2 + sentence_.asks, 6));
    }

    void marks() {
        const std::size_t after = context_.sentences.size() - context_.index - 1;
        add(kMarks, combine(bucket(sentence_.size()), 1));
        add(kMarks, combine(std::min<Hash>(sentence_.commas, 6), 2));
        add(kMarks, combine(sentence_.asks, 3));
        add(kMarks, combine(sentence_.exclaims, 4));
        add(kMarks, combine(sentence_.quotes > 0, 5));
        add(kMarks, combine(std::min<Hash>(sentence_.brackets, 2), 6));
        add(kMarks, combine(std::min<Hash>(context_.index, 2) * 4 + std::min<Hash>(after, 2), 7));
    }

    void previous() {
        const Hash kind = static_cast<Hash>(context_.previous) + 1;
        const bool last = context_.index + 1 == context_.sentences.size();
        add(kPrevious, combine(kind, 1));
        add(kPrevious, combine(kind, 2u + sentence_.asks));
        add(kPrevious, combine(kind * 100 + bucket(sentence_.size()), 5));
        add(kPrevious, combine(kind * 100 + (context_.index == 0) * 2u + last, 6));
        add(kPreviousStem, combine(combine(word(0), word(1)), kind + 20));
        for (std::ptrdiff_t i = 0; i < size_; ++i) {
            add(kPreviousStem, combine(stem(i), kind));
            if (term(i).word_class) add(kPreviousStem, combine(frame(i), kind));
        }
    }

    void neighbours() {
        if (context_.index > 0) {
            const text::Sentence& before = context_.sentences[context_.index - 1];
            add(kBefore, before.asks);
            for (std::uint32_t i = before.first_term; i < before.end_term; ++i) add(kBefore, combine(all_[i].stem, 2));
        }
        if (context_.index + 1 < context_.sentences.size()) {
            const text::Sentence& after = context_.sentences[context_.index + 1];
            add(kAfter, after.asks);
            const std::uint32_t end = std::min(after.end_term, after.first_term + 3);
            for (std::uint32_t i = after.first_term; i < end; ++i) add(kAfter, combine(all_[i].stem, 4));
        }
    }

    const std::vector<text::Term>& all_;
    const text::Sentence& sentence_;
    const SentenceContext& context_;
    const std::size_t first_;
    const std::ptrdiff_t size_;
    std::vector<Feature>& out_;
    std::vector<Hash> frames_;
};

void sort_once(std::vector<Feature>& features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
}

}  // namespace

void features_of(const text::Utterance& utterance, const SentenceContext& context, std::vector<Feature>& out) {
    out.clear();
    Collector(utterance, context, out).collect();
}

void features_of_customer(const text::Utterance& utterance, const SentenceContext& context, ActSet before,
                          std::vector<Feature>& out) {
    out.clear();
    Collector collector(utterance, context, out);
    collector.collect();
    collector.answer(before);
    sort_once(out);
}

}  // namespace praxis::language
