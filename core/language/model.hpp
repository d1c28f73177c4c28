// The trained model as it is used: integer weights per hashed feature, all labels of a feature side by side, so that
// one look-up adds them all. Immutable once made; any thread. Does not know: how it was trained, what the labels mean.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/language/feature_index.hpp"
#include "core/vocabulary/act.hpp"
#include "core/vocabulary/previous.hpp"

namespace praxis::language {

float sigmoid(float);
void sigmoids(std::span<float>);  // of each

// A linear layer over features. A sentence's score is the sum of its known features' rows, divided by the square root
// of their number, so that long and short sentences are alike.

template <int kLanes>
class Layer {
public:
    // A row of many lanes fills a line of the cache, so that no row lies across two.
    struct alignas(kLanes > 28 ? 64 : 4) Row {
        Feature feature = 0;
        std::array<std::int8_t, kLanes> weights{};
    };
    using Scores = std::array<float, kLanes>;

    Layer() = default;
    // Rows of different features; `scales` turn a column's integers into logits.
    Layer(std::vector<Row> rows, const Scores& scales);

    Scores score(std::span<const Feature> features) const;
    // Of features that may come several times; each counts once.
    Scores score_once(std::span<const Feature> features) const;

    const std::vector<Row>& rows() const { return rows_; }
    const Scores& scales() const { return scales_; }

private:
    class Sum;
    template <class Take>
    void each_row(std::span<const Feature> features, Take take) const;  // a feature's row, in the features' order

    std::vector<Row> rows_;
    FeatureIndex index_;
    Scores scales_{};
};

inline constexpr int kActLanes = 48;   // kActCount, padded for the machine's vectors
inline constexpr int kKindLanes = 16;  // kPreviousKindCount
inline constexpr int kBreakLanes = 2;  // the first: a sentence begins here
using ActScores = std::array<float, kActLanes>;

// How a turn looks from afar.
struct TurnShape {
    PreviousKind previous{};
    int sentences = 0;
    int words = 0;
    bool asks = false;  // has a question mark
    bool bare = false;  // hardly any marks, as speech engines write
};

// The second stage: from what the first gave for every act of a turn to one probability per act.
struct Stack {
    static constexpr int kInputs = 4 * kActCount + kPreviousKindCount + 11;
    using Inputs = std::array<float, kInputs>;
    static Inputs inputs(const ActScores& best_sentence, const ActScores& whole, const TurnShape&);

    std::array<ActScores, kInputs> weights{};        // of an input, by act
    std::array<float, kActCount> thresholds{};       // of the probability, from which an act is credited
    std::array<float, kActCount> thresholds_bare{};  // … in bare text

    std::array<float, kActCount> probabilities(const Inputs&) const;
};

struct Model {
    Layer<kActLanes> acts;
    Layer<kActLanes> whole;  // of a turn taken as one sentence
    Layer<kKindLanes> kinds;
    Layer<kBreakLanes> breaks;
    float break_threshold = 0;  // of the logit
    Stack stack;
    std::vector<std::uint32_t> vocabulary;  // hashes of known stems, ascending

    bool knows(std::uint64_t stem) const;
};

// The bytes of a model file and back. The file begins with a mark and a version and ends with a digest.
std::string to_bytes(const Model&);
Result<Model, Problems> model_of(std::string_view bytes);

}  // namespace praxis::language
