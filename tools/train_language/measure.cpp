#include "tools/train_language/measure.hpp"

#include <cstdio>

namespace praxis::train_language {
namespace {

constexpr int kFewest = 5;

template <std::size_t N>
void sum_up(const std::array<Count, N>& counts, double& micro, double& macro) {
    Count all;
    double sum = 0;
    int kinds = 0;
    for (const Count& count : counts) {
        all.right += count.right;
        all.wrong += count.wrong;
        all.missed += count.missed;
        if (count.there() < kFewest) continue;
        sum += count.f1();
        ++kinds;
    }
    micro = all.f1();
    macro = kinds ? sum / kinds : 0;
}

void add(Count& count, bool truth, bool credited) {
    count.right += truth && credited;
    count.wrong += !truth && credited;
    count.missed += truth && !credited;
}

}  // namespace

double Count::precision() const {
    return right + wrong ? static_cast<double>(right) / (right + wrong) : 0;
}
double Count::recall() const {
    return there() ? static_cast<double>(right) / there() : 0;
}
double Count::f1() const {
    return right ? 2.0 * right / (2.0 * right + wrong + missed) : 0;
}

Measured measure(std::span<const Judged> judged) {
    Measured measured;
    measured.turns = static_cast<int>(judged.size());
    for (const Judged& turn : judged) {
        for (int act = 0; act < kActCount; ++act)
            add(measured.acts[act], turn.truth.has(static_cast<Act>(act)), turn.credited.has(static_cast<Act>(act)));
        for (int group = 0; group < kActGroupCount; ++group) {
            const ActSet members = acts_of(static_cast<ActGroup>(group));
            add(measured.groups[group], turn.truth.any(members), turn.credited.any(members));
        }
    }
    sum_up(measured.acts, measured.acts_micro, measured.acts_macro);
    sum_up(measured.groups, measured.groups_micro, measured.groups_macro);
    measured.any_question = measured.groups[static_cast<int>(ActGroup::any_question)].f1();
    return measured;
}

std::string headline(const Measured& measured) {
    char text[160];
    std::snprintf(text, sizeof text, "acts %.3f / %.3f   groups %.3f / %.3f   any question %.3f   (%d turns)",
                  measured.acts_micro, measured.acts_macro, measured.groups_micro, measured.groups_macro,
                  measured.any_question, measured.turns);
    return text;
}

}  // namespace praxis::train_language
