#include <algorithm>
#include <array>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using behaviour::BehaviourVerdict;
using behaviour::IndicatorVerdict;
using behaviour::Verdict;
using strategy::Skill;
using strategy::Stage;

// What a skill is worth mending first, when the damage is the same: what opens a talk comes before what closes it.
constexpr std::array<int, strategy::kSkillCount> kSkillPoints = {3, 10, 9, 7, 8, 5, 4, 6, 6};
constexpr std::array<int, strategy::kStageCount> kStagePoints = {2, 6, 4, 3, 0};
constexpr int kLossTimes = 2;
constexpr int kUntouchedTopic = 4;     // more than any depth
constexpr std::size_t kFollowing = 1;  // a fault shows its cost in its turn and the next

const Exchange* exchange_at(const Material& m, std::uint32_t turn) {
    for (const Exchange& e : m.exchanges)
        if (e.turn == turn) return &e;
    return nullptr;
}

std::optional<behaviour::Evidence> moment_of(const IndicatorVerdict& verdict) {
    if (!verdict.evidence.empty() && !verdict.nearest) return verdict.evidence.front();
    return verdict.nearest;
}

int loss_near(const Material& m, std::uint32_t turn) {
    int sum = 0;
    for (std::size_t i = 0; i < m.exchanges.size(); ++i)
        if (m.exchanges[i].turn == turn)
            for (std::size_t k = i; k < m.exchanges.size() && k <= i + kFollowing; ++k) sum += loss(m.exchanges[k]);
    return sum;
}

struct Candidate {
    std::size_t behaviour = 0;
    const IndicatorVerdict* indicator = nullptr;
    int cost = 0;
};

int cost_of(const IndicatorVerdict& verdict, Skill skill, const Material& m) {
    int cost = kSkillPoints[static_cast<std::size_t>(skill)];
    const auto moment = moment_of(verdict);
    if (!moment || m.real()) return cost;
    cost += kLossTimes * loss_near(m, moment->turn);
    if (const Exchange* e = exchange_at(m, moment->turn))
        cost += kStagePoints[static_cast<std::size_t>(e->before.stage)];
    return cost;
}

std::vector<Candidate> failures(const Material& m, const std::vector<BehaviourVerdict>& verdicts) {
    std::vector<Candidate> all;
    for (std::size_t b = 0; b < verdicts.size(); ++b) {
        if (verdicts[b].verdict != Verdict::fail) continue;
        Candidate worst{b, nullptr, -1};
        for (const IndicatorVerdict& each : verdicts[b].indicators) {
            if (each.verdict != Verdict::fail) continue;
            const int cost = cost_of(each, verdicts[b].skill, m);
            if (cost > worst.cost) worst = {b, &each, cost};
        }
        if (worst.indicator) all.push_back(worst);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.cost > b.cost; });
    return all;
}

std::string_view fell_most(const Exchange& e) {
    const std::array<std::pair<int, std::string_view>, 4> falls = {{
        {e.before.trust - e.after.trust, "focus.cost.trust"},
        {e.before.patience - e.after.patience, "focus.cost.patience"},
        {e.before.value - e.after.value, "focus.cost.value"},
        {e.before.interest - e.after.interest, "focus.cost.interest"},
    }};
    const auto most = std::max_element(falls.begin(), falls.end(), [](auto a, auto b) { return a.first < b.first; });
    return most->first > 2 ? most->second : "focus.cost.nothing";
}

std::string why(const strategy::Behaviour& behaviour, const Exchange* e, const Material& m) {
    std::string text = behaviour.why;
    if (text.empty()) text = say(m.phrases, "focus.why." + std::string(strategy::name(behaviour.skill)));
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    if (!text.empty() && text.back() != '.' && text.back() != '?' && text.back() != '!') text += '.';
    if (e && !m.real()) text += ' ' + say(m.phrases, fell_most(*e), {}, m.number(e->turn, 3));
    return text;
}

Focus focus_on(const Candidate& candidate, const BehaviourVerdict& verdict, const Material& m) {
    const strategy::Behaviour& behaviour = m.scenario.criteria[candidate.behaviour];
    const IndicatorVerdict& indicator = *candidate.indicator;
    Focus focus{verdict.behaviour, verdict.name, verdict.skill, moment_of(indicator), {}, {}, {}, {}};
    const Exchange* e = focus.moment ? exchange_at(m, focus.moment->turn) : nullptr;
    focus.missing = indicator.says.empty() ? indicator.reason : indicator.says + ": " + indicator.reason;
    focus.why = why(behaviour, e, m);
    focus.better = better_lines(behaviour, indicator, e, m);
    const bool usable = !behaviour.tip.empty() && !gives_away(behaviour.tip, m);
    focus.today = usable ? behaviour.tip : say(m.phrases, "today." + std::string(strategy::name(behaviour.skill)));
    return focus;
}

}  // namespace

std::vector<Focus> focus(const Material& m, const std::vector<BehaviourVerdict>& verdicts, std::size_t most) {
    std::vector<Focus> chosen;
    for (const Candidate& each : failures(m, verdicts))
        if (chosen.size() < most) chosen.push_back(focus_on(each, verdicts[each.behaviour], m));
    return chosen;
}

std::string challenge(const Material& m) {
    int best = 0;
    std::string topic;
    for (std::size_t f = 0; f < m.scenario.facts.size() && !m.real(); ++f) {
        const auto& fact = m.scenario.facts[f];
        if (!fact.known_to_role || m.was_told({static_cast<std::uint8_t>(f)})) continue;
        const int worth = strategy::depth(fact.fact.layer) + (told_about(fact.topic, m) ? 0 : kUntouchedTopic);
        if (worth > best) topic = m.topic_name(fact.topic);
        best = std::max(best, worth);
    }
    if (!topic.empty()) return say(m.phrases, "challenge.undiscovered", {{"topic", topic}}, m.number(0, 4));
    const bool hard = m.scenario.difficulty == strategy::Difficulty::hard;
    return say(m.phrases, hard ? "challenge.silent" : "challenge.harder", {}, m.number(0, 4));
}

}  // namespace praxis::coaching
