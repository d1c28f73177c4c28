#include "core/behaviour/judge.hpp"

#include <algorithm>
#include <array>

#include "core/behaviour/indicator.hpp"

namespace praxis::behaviour {
namespace {

constexpr std::array<std::string_view, 4> kVerdicts = {"pass", "fail", "uncertain", "not_applicable"};
constexpr std::array<std::string_view, kGroundsCount> kGrounds = {
    "enough",        "too_few",      "few_enough",    "too_many",          "kept_off",   "happened",
    "ratio_reached", "ratio_missed", "only_possible", "not_understood",    "no_anchor",  "nothing_disclosed",
    "no_objection",  "topic_absent", "other_role",    "stage_not_reached", "unknowable", "nothing_to_count"};

Verdict all_told(const std::vector<IndicatorVerdict>& indicators, int needed) {
    std::array<int, 4> count{};
    for (const IndicatorVerdict& each : indicators) ++count[static_cast<std::size_t>(each.verdict)];
    const int applicable = count[0] + count[1] + count[2];
    if (applicable == 0) return Verdict::not_applicable;
    const int wanted = needed > 0 ? std::min(needed, applicable) : applicable;
    if (count[0] >= wanted) return Verdict::pass;
    return count[0] + count[2] < wanted ? Verdict::fail : Verdict::uncertain;
}

}  // namespace

std::vector<BehaviourVerdict> judge(const conversation::Conversation& conversation,
                                    const strategy::Scenario& scenario) {
    const Record record = make_record(conversation, scenario);
    std::vector<BehaviourVerdict> verdicts;
    for (const strategy::Behaviour& behaviour : scenario.criteria) {
        BehaviourVerdict verdict{behaviour.id, behaviour.name, behaviour.skill, {}, {}};
        for (const strategy::Indicator& each : behaviour.indicators)
            verdict.indicators.push_back(judge_indicator(each, record));
        verdict.verdict = all_told(verdict.indicators, behaviour.needed);
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

std::string_view name(Verdict verdict) {
    return kVerdicts[static_cast<std::size_t>(verdict)];
}

std::string_view name(Grounds grounds) {
    return kGrounds[static_cast<std::size_t>(grounds)];
}

}  // namespace praxis::behaviour
