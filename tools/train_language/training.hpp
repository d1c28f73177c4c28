// The whole training: boundaries, acts by sentence, acts by turn, the second stage, thresholds, the customer's kinds.
// Every figure it reports comes from leaving authors out, a fold of them at a time: what judges an author has not been
// trained on that author. The second stage and the thresholds of a fold are fitted on the other folds' left-out
// predictions; the first-stage layers behind those have seen the fold (fitting them anew for every pair of folds would
// take many times as long, for a few parameters).
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "core/language/model.hpp"
#include "tools/train_language/corpus.hpp"
#include "tools/train_language/linear.hpp"
#include "tools/train_language/measure.hpp"

namespace praxis::train_language {

struct CrossValidated {
    std::array<Measured, kStyles> by_style;
    std::vector<std::pair<std::string, std::array<Measured, kStyles>>> by_author;
    std::array<std::array<Count, kPreviousKindCount>, kStyles> kinds,
        kinds_alone;  // alone: the rep's turn before unknown
    std::array<Count, kStyles> boundaries;
    std::vector<std::vector<Judged>> judged;  // by style, in order of turns
};

class Training {
public:
    // At most as many folds as authors.
    Training(Corpus& corpus, int folds)
        : corpus_(corpus), folds_(std::min(folds, static_cast<int>(corpus.authors.size()))) {}

    CrossValidated cross_validate();
    // After cross_validate, whose left-out predictions fit the second stage.
    language::Model model() const;

private:
    using Probabilities = std::vector<std::array<float, kActCount>>;  // by turn
    static constexpr int kNobody = -1;                                // the fold of no author

    language::Layer<language::kBreakLanes> breaks_without(int fold) const;
    language::Layer<language::kActLanes> acts_without(int fold) const;
    language::Layer<language::kActLanes> whole_without(int fold) const;
    language::Layer<language::kKindLanes> kinds_without(int fold) const;
    language::Stack stack_without(int fold) const;
    std::array<float, kActCount> thresholds(Style, int without) const;

    void cut_all(CrossValidated&);
    void predict(int fold);
    int fold_of(int author) const { return author % folds_; }
    void for_each_fold(const std::function<void(int)>&) const;
    void judge(CrossValidated&) const;
    void judge_customers(CrossValidated&) const;
    std::vector<std::uint32_t> vocabulary() const;

    Corpus& corpus_;
    const int folds_;
    std::array<std::vector<language::Stack::Inputs>, kStyles> inputs_;  // left-out first stage, by turn
    std::array<std::vector<std::vector<language::ActScores>>, kStyles> by_sentence_;
    std::array<Probabilities, kStyles> probabilities_;  // left-out second stage
};

}  // namespace praxis::train_language
