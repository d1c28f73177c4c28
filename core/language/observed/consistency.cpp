#include "core/language/observed/consistency.hpp"

#include <algorithm>

namespace praxis::language {
namespace {

using enum Act;

constexpr float kPossible = 0.3f;
constexpr float kLikelyAtAll = 0.05f;
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

bool holds(const SeenSentence& sentence, int pattern) {
    return std::ranges::binary_search(sentence.patterns, pattern);
}

bool anywhere(std::span<const SeenSentence> seen, int pattern) {
    return std::ranges::any_of(seen, [pattern](const SeenSentence& sentence) { return holds(sentence, pattern); });
}

void take_back_phatic(int phatic, std::span<const SeenSentence> seen, const Likelihood& likelihood, ActSet& credited) {
    for (const Act act : {open_question, closed_question, situation_question, problem_question}) {
        const auto index = static_cast<std::size_t>(act);
        bool elsewhere = !holds(seen[likelihood.where[index]], phatic);
        for (std::size_t i = 0; i < seen.size(); ++i)
            elsewhere = elsewhere || (!holds(seen[i], phatic) && likelihood.by_sentence[i][index] > kQuestionScore);
        if (!elsewhere) credited.erase(act);
    }
}

void know(Act act, Credit& result) {
    result.possible.erase(act);
    result.credited.insert(act);
}

void believe(Act act, const Likelihood& likelihood, Credit& result) {
    if (likelihood.probability[static_cast<std::size_t>(act)] >= kLikelyAtAll) know(act, result);
}

// "Shall I put the order through?" asks for the order, not for leave.
void take_as_close(const Likelihood& likelihood, Credit& result) {
    believe(close, likelihood, result);
    if (!result.credited.has(close)) return;
    result.credited.erase(permission);
    result.possible.erase(permission);
}

// Who waves a worry aside has neither taken it up nor answered it.
void take_back_answers(Credit& result) {
    const ActSet answers{objection_acknowledged, objection_answered, empathy};
    result.credited = result.credited - answers;
    result.possible = result.possible - answers;
}

bool resisted(const Context& context) {
    return context.previous == PreviousKind::objection || context.previous == PreviousKind::brushoff;
}

}  // namespace

void heed(const Signals& signals, std::span<const SeenSentence> seen, const Likelihood& likelihood,
          const Context& context, Credit& result) {
    if (result.credited.any(acts_of(ActGroup::hostile))) return;
    if (anywhere(seen, signals.phatic)) take_back_phatic(signals.phatic, seen, likelihood, result.credited);
    if (anywhere(seen, signals.leave)) believe(permission, likelihood, result);
    if (anywhere(seen, signals.order)) take_as_close(likelihood, result);
    if (anywhere(seen, signals.urgent)) believe(pressure, likelihood, result);
    if (anywhere(seen, signals.insists)) know(pressure, result);
    if (anywhere(seen, signals.belittles)) believe(disrespect, likelihood, result);
    if (anywhere(seen, signals.gives) && !anywhere(seen, signals.trade)) know(discount_offer, result);
    if (anywhere(seen, signals.dismisses)) take_back_answers(result);
    const bool in_question = context.objection_open.value_or(false) || resisted(context);
    if (in_question && anywhere(seen, signals.settled)) believe(objection_confirmed, likelihood, result);
}

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
    if (context.objection_open && !*context.objection_open && !resisted(context)) {
        result.credited = result.credited - kObjectionActs;
        result.possible = result.possible - kObjectionActs;
    }
    exclude(likelihood, result.credited);
    return result;
}

}  // namespace praxis::language
