#include "core/language/consistency.hpp"

#include <algorithm>

namespace praxis::language {
namespace {

using enum Act;

constexpr float kPossible = 0.3f;
constexpr int kMonologueWords = 80;
constexpr float kQuestionScore = 0;  // logit of one sentence

const ActSet kObjectionActs = acts_of(ActGroup::objection);
const ActSet kForms = acts_of(ActGroup::any_question);

int questions_in(const Likelihood& likelihood) {
    return static_cast<int>(
        std::count_if(likelihood.by_sentence.begin(), likelihood.by_sentence.end(), [](const ActScores& scores) {
            return std::max(scores[static_cast<int>(open_question)], scores[static_cast<int>(closed_question)]) >
                   kQuestionScore;
        }));
}

// The surest of steering and off_topic excludes the rest, and so does what it excludes exclude it.
void exclude(const Likelihood& likelihood, ActSet& credited) {
    for (const Act alone : {steering, off_topic}) {
        if (!credited.has(alone)) continue;
        const float mine = likelihood.probability[static_cast<int>(alone)];
        float others = 0;
        for (int act = 0; act < kActCount; ++act)
            if (static_cast<Act>(act) != alone && credited.has(static_cast<Act>(act)))
                others = std::max(others, likelihood.probability[act]);
        if (mine >= others)
            credited = ActSet{alone};
        else if (alone == off_topic)
            credited.erase(alone);
    }
}

}  // namespace

Credit credit(const Likelihood& likelihood, const TurnShape& shape, const Context& context, const Stack& stack) {
    Credit result;
    const auto& thresholds = shape.bare ? stack.thresholds_bare : stack.thresholds;
    for (int act = 0; act < kActCount; ++act) {
        const float probability = likelihood.probability[act];
        if (probability >= thresholds[act])
            result.credited.insert(static_cast<Act>(act));
        else if (probability >= std::min(kPossible, 0.6f * thresholds[act]))
            result.possible.insert(static_cast<Act>(act));
    }
    if (shape.words >= kMonologueWords && questions_in(likelihood) <= 1)
        result.credited.insert(monologue);
    else
        result.credited.erase(monologue);
    result.possible.erase(monologue);
    const bool resisted = context.previous == PreviousKind::objection || context.previous == PreviousKind::brushoff;
    if (context.objection_open && !*context.objection_open && !resisted) {
        result.credited = result.credited - kObjectionActs;
        result.possible = result.possible - kObjectionActs;
    }
    exclude(likelihood, result.credited);
    return result;
}

}  // namespace praxis::language
