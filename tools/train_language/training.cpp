#include "tools/train_language/training.hpp"

#include <algorithm>
#include <set>
#include <thread>

#include "core/base/chance.hpp"
#include "core/language/observed/consistency.hpp"

namespace praxis::train_language {
namespace {

using language::Stack;

constexpr float kBreakThreshold = -1.2f;  // of the logit: a boundary too many harms less than one too few
constexpr Recipe kBreakRecipe{.labels = 1, .epochs = 4, .rate = 0.5f, .decay = 1e-5f, .rows_max = 48'000};
constexpr Recipe kActRecipe{.labels = kActCount, .epochs = 4, .rows_max = 64'000};
constexpr Recipe kWholeRecipe{.labels = kActCount, .epochs = 4, .rows_max = 32'000};
constexpr Recipe kKindRecipe{.labels = kPreviousKindCount, .epochs = 8, .least = 1, .rows_max = 32'000};

constexpr int kStackEpochs = 8;
constexpr float kStackRate = 0.005f, kStackDecay = 0.03f, kStackPrior = 2.0f;

// Between the threshold that is best for an act alone and the one that is best for the sum of all.
constexpr float kOwnShare = 0.5f, kCommonThreshold = 0.37f;

void append(std::vector<Examples::Number>& to, const std::vector<Examples::Number>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

language::Layer<language::kBreakLanes> Training::breaks_without(int fold) const {
    Views views(kStyles);
    for (const Turn& turn : corpus_.turns)
        if (fold_of(turn.author) != fold)
            for (int style = 0; style < kStyles; ++style) append(views[style], turn.as[style].gaps);
    return train<language::kBreakLanes>(corpus_.gap_examples, views, kBreakRecipe);
}

language::Layer<language::kActLanes> Training::acts_without(int fold) const {
    Views views(2 * kStyles);
    for (const Turn& turn : corpus_.turns) {
        if (fold_of(turn.author) == fold) continue;
        append(views[0], turn.as[kWritten].marked);
        append(views[1], turn.as[kSpeech].cut);
        append(views[2], turn.as[kWritten].cut);
        append(views[3], turn.as[kSpeech].marked);
    }
    return train<language::kActLanes>(corpus_.act_examples, views, kActRecipe);
}

language::Layer<language::kActLanes> Training::whole_without(int fold) const {
    Views views(kStyles);
    for (const Turn& turn : corpus_.turns)
        if (fold_of(turn.author) != fold)
            for (int style = 0; style < kStyles; ++style) append(views[style], turn.as[style].whole);
    return train<language::kActLanes>(corpus_.act_examples, views, kWholeRecipe);
}

language::Layer<language::kKindLanes> Training::kinds_without(int fold) const {
    Views views(2 * kStyles);
    for (const CustomerSample& sample : corpus_.customers) {
        if (fold_of(sample.author) == fold) continue;
        for (int style = 0; style < kStyles; ++style) {
            views[style].push_back(sample.example[style]);
            views[kStyles + style].push_back(sample.alone[style]);
        }
    }
    return train<language::kKindLanes>(corpus_.customer_examples, views, kKindRecipe);
}

Stack Training::stack_without(int fold) const {
    Stack stack;
    for (int act = 0; act < kActCount; ++act) {
        stack.weights[act][act] = kStackPrior;
        stack.weights[kActCount + act][act] = kStackPrior;
    }
    const Stack prior = stack;
    std::vector<std::pair<int, std::uint32_t>> samples;
    for (std::uint32_t i = 0; i < corpus_.turns.size(); ++i)
        if (fold_of(corpus_.turns[i].author) != fold)
            for (int style = 0; style < kStyles; ++style) samples.push_back({style, i});
    for (int epoch = 0; epoch < kStackEpochs; ++epoch) {
        for (std::size_t i = samples.size(); i > 1; --i)
            std::swap(samples[i - 1], samples[mix(static_cast<std::uint64_t>(epoch) * 99991 + i) % i]);
        const float rate = kStackRate * (1.0f - static_cast<float>(epoch) / kStackEpochs);
        for (const auto& [style, i] : samples) {
            const Stack::Inputs& inputs = inputs_[style][i];
            const auto now = stack.probabilities(inputs);
            language::ActScores error{};
            for (int act = 0; act < kActCount; ++act)
                error[act] = now[act] - (corpus_.turns[i].acts.has(static_cast<Act>(act)) ? 1.0f : 0.0f);
            for (int k = 0; k < Stack::kInputs; ++k) {
                auto& weights = stack.weights[k];
                for (int act = 0; act < language::kActLanes; ++act)
                    weights[act] -=
                        rate * (error[act] * inputs[k] + kStackDecay * (weights[act] - prior.weights[k][act]));
            }
        }
    }
    return stack;
}

std::array<float, kActCount> Training::thresholds(Style style, int without) const {
    std::array<float, kActCount> result{};
    for (int act = 0; act < kActCount; ++act) {
        std::vector<std::pair<float, bool>> ranked;
        int there = 0;
        for (std::size_t i = 0; i < corpus_.turns.size(); ++i) {
            if (fold_of(corpus_.turns[i].author) == without) continue;
            ranked.push_back({probabilities_[style][i][act], corpus_.turns[i].acts.has(static_cast<Act>(act))});
            there += ranked.back().second;
        }
        std::sort(ranked.begin(), ranked.end(), std::greater<>());
        double best = 0;
        float own = 0.5f;
        int right = 0;
        for (std::size_t i = 0; i + 1 < ranked.size(); ++i) {
            right += ranked[i].second;
            const double f1 = 2.0 * right / (static_cast<double>(i) + 1 + there);
            if (f1 <= best) continue;
            best = f1;
            own = (ranked[i].first + ranked[i + 1].first) / 2;
        }
        result[act] = kOwnShare * own + (1 - kOwnShare) * kCommonThreshold;
    }
    return result;
}

void Training::cut_all(CrossValidated& result) {
    std::vector<language::Layer<language::kBreakLanes>> breaks(static_cast<std::size_t>(folds_));
    for_each_fold([&](int fold) { breaks[fold] = breaks_without(fold); });
    for (const Turn& turn : corpus_.turns)
        for (int style = 0; style < kStyles; ++style)
            for (std::size_t i = 0; i < turn.as[style].gaps.size(); ++i) {
                const Examples::Number gap = turn.as[style].gaps[i];
                const float score = breaks[fold_of(turn.author)].score(corpus_.gap_examples.named(gap))[0];
                const bool cut = score > kBreakThreshold, there = corpus_.gap_examples.labels(gap) != 0;
                result.boundaries[style].right += cut && there;
                result.boundaries[style].wrong += cut && !there;
                result.boundaries[style].missed += !cut && there;
            }
    for (int author = 0; author < static_cast<int>(corpus_.authors.size()); ++author)
        corpus_.cut(author, breaks[fold_of(author)], kBreakThreshold);
}

// Folds share nothing they write, so that two at a time give the same result as one after the other.
void Training::for_each_fold(const std::function<void(int)>& work) const {
    constexpr int kThreads = 2;
    std::vector<std::thread> threads;
    for (int first = 0; first < kThreads; ++first)
        threads.emplace_back([&, first] {
            for (int fold = first; fold < folds_; fold += kThreads) work(fold);
        });
    for (std::thread& thread : threads) thread.join();
}

void Training::predict(int fold) {
    const auto acts = acts_without(fold), whole = whole_without(fold);
    language::Model model{.acts = acts, .whole = whole};
    for (std::size_t i = 0; i < corpus_.turns.size(); ++i) {
        const Turn& turn = corpus_.turns[i];
        if (fold_of(turn.author) != fold) continue;
        for (int style = 0; style < kStyles; ++style) {
            const Rendering& as = turn.as[style];
            std::vector<language::SeenSentence> seen;
            for (const Examples::Number sentence : as.cut) seen.push_back({corpus_.act_examples.named(sentence), {}});
            language::SeenSentence seen_whole;
            if (!as.whole.empty()) seen_whole.features = corpus_.act_examples.named(as.whole.front());
            const auto likelihood = likelihood_of(seen, seen_whole, as.shape, model);
            by_sentence_[style][i] = likelihood.by_sentence;
            inputs_[style][i] = Stack::inputs(likelihood.best, whole.score(seen_whole.features), as.shape);
        }
    }
}

CrossValidated Training::cross_validate() {
    CrossValidated result;
    cut_all(result);
    for (int style = 0; style < kStyles; ++style) {
        inputs_[style].resize(corpus_.turns.size());
        probabilities_[style].resize(corpus_.turns.size());
        by_sentence_[style].resize(corpus_.turns.size());
    }
    for_each_fold([this](int fold) { predict(fold); });
    for_each_fold([this](int fold) {
        const Stack stack = stack_without(fold);
        for (std::size_t i = 0; i < corpus_.turns.size(); ++i)
            if (fold_of(corpus_.turns[i].author) == fold)
                for (int style = 0; style < kStyles; ++style)
                    probabilities_[style][i] = stack.probabilities(inputs_[style][i]);
    });
    judge(result);
    judge_customers(result);
    return result;
}

void Training::judge(CrossValidated& result) const {
    result.judged.assign(kStyles, std::vector<Judged>(corpus_.turns.size()));
    std::vector<std::vector<std::vector<Judged>>> by_author(corpus_.authors.size(),
                                                            std::vector<std::vector<Judged>>(kStyles));
    for (int fold = 0; fold < folds_; ++fold) {
        Stack stack;
        stack.thresholds = thresholds(kWritten, fold);
        stack.thresholds_bare = thresholds(kSpeech, fold);
        for (std::size_t i = 0; i < corpus_.turns.size(); ++i) {
            const Turn& turn = corpus_.turns[i];
            if (fold_of(turn.author) != fold) continue;
            for (int style = 0; style < kStyles; ++style) {
                language::Likelihood likelihood;
                likelihood.probability = probabilities_[style][i];
                likelihood.by_sentence = by_sentence_[style][i];
                language::Context context;
                context.previous = turn.previous;
                const Judged judged{turn.acts, credit(likelihood, turn.as[style].shape, context, stack).credited};
                result.judged[style][i] = judged;
                by_author[turn.author][style].push_back(judged);
            }
        }
    }
    for (int style = 0; style < kStyles; ++style) result.by_style[style] = measure(result.judged[style]);
    for (std::size_t author = 0; author < corpus_.authors.size(); ++author)
        result.by_author.push_back(
            {corpus_.authors[author], {measure(by_author[author][kWritten]), measure(by_author[author][kSpeech])}});
}

void Training::judge_customers(CrossValidated& result) const {
    const auto judge_one = [](const auto& layer, const std::vector<language::Feature>& features, PreviousKind kind,
                              std::array<Count, kPreviousKindCount>& kinds) {
        const auto scores = layer.score(features);
        const auto truth = static_cast<std::ptrdiff_t>(kind);
        const auto best = std::max_element(scores.begin() + 1, scores.begin() + kPreviousKindCount) - scores.begin();
        kinds[truth].right += best == truth;
        kinds[truth].missed += best != truth;
        kinds[best].wrong += best != truth;
    };
    for (int fold = 0; fold < folds_; ++fold) {
        const auto layer = kinds_without(fold);
        for (const CustomerSample& sample : corpus_.customers) {
            if (fold_of(sample.author) != fold) continue;
            for (int style = 0; style < kStyles; ++style) {
                judge_one(layer, corpus_.customer_examples.named(sample.example[style]), sample.kind,
                          result.kinds[style]);
                judge_one(layer, corpus_.customer_examples.named(sample.alone[style]), sample.kind,
                          result.kinds_alone[style]);
            }
        }
    }
}

std::vector<std::uint32_t> Training::vocabulary() const {
    std::set<std::uint32_t> words;
    for (const std::uint64_t stem : corpus_.stems) words.insert(static_cast<std::uint32_t>(stem >> 32));
    return {words.begin(), words.end()};
}

language::Model Training::model() const {
    language::Model model;
    model.acts = acts_without(kNobody);
    model.whole = whole_without(kNobody);
    model.kinds = kinds_without(kNobody);
    model.breaks = breaks_without(kNobody);
    model.break_threshold = kBreakThreshold;
    model.stack = stack_without(kNobody);
    model.stack.thresholds = thresholds(kWritten, kNobody);
    model.stack.thresholds_bare = thresholds(kSpeech, kNobody);
    model.vocabulary = vocabulary();
    return model;
}

}  // namespace praxis::train_language
