#include <algorithm>
#include <array>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using enum DerivedEvent;

// What makes a moment decisive beside the change it made, in points of standing.
constexpr int kStagePoints = 12;   // a gate passed
constexpr int kStrikePoints = 20;  // pressed, offended, steered, walked out
constexpr int kObjectionPoints = 10;
constexpr int kDepthPoints = 8;  // an impact or a payoff told
constexpr int kCommitPoints = 25;
constexpr int kLeastPoints = 12;
constexpr int kLeastPointsReal = 8;  // where only what was said is known
constexpr std::size_t kMost = 4;
constexpr int kMuch = 8;  // points of standing that mark a turn

int weight(const Exchange& e, bool real) {
    int points = real ? 0 : std::abs(gain(e));
    if (!real && e.before.stage != e.after.stage) points += kStagePoints;
    if (is_strike(e)) points += kStrikePoints;
    if (e.derived.any({objection_raised, objection_resolved})) points += kObjectionPoints;
    if (e.derived.any({impact_disclosed, payoff_disclosed})) points += kDepthPoints;
    if (e.derived.any({step_accepted, order_accepted})) points += kCommitPoints;
    if (real && e.derived.has(pain_disclosed)) points += kDepthPoints;
    return points;
}

constexpr ActSet kFollowUp = {
    Act::problem_question, Act::implication_question, Act::need_payoff_question, Act::open_question, Act::empathy,
    Act::summary};

Mark mark_of(const Exchange& e, bool turning, bool real) {
    const int change = real ? 0 : gain(e);
    if (turning) return Mark::turning_point;
    if (is_strike(e) || change <= -kMuch) return Mark::cost_you;
    const bool handled = e.acts.any(acts_of(ActGroup::objection));
    if (e.objection_before && !handled && !e.derived.has(objection_resolved)) return Mark::missed_chance;
    if (e.pain_before && !e.acts.any(kFollowUp) && change < kMuch) return Mark::missed_chance;
    const bool deep =
        e.derived.any({impact_disclosed, payoff_disclosed, objection_resolved, step_accepted, order_accepted});
    return deep || change >= kMuch ? Mark::strong : Mark::fine;
}

std::string why(const Exchange& e, Mark mark, const Material& m) {
    const Slots slots = {{"topic", m.topic_name(e.topic)}};
    if (mark == Mark::missed_chance)
        return say(m.phrases, e.objection_before ? "missed.objection" : "missed.pain", slots, m.number(e.turn, 2));
    return mark == Mark::fine ? std::string() : thought(e, m);
}

}  // namespace

std::vector<TurningPoint> turning_points(const Material& m) {
    std::vector<const Exchange*> order;
    for (const Exchange& e : m.exchanges)
        if (e.understood && weight(e, m.real()) >= (m.real() ? kLeastPointsReal : kLeastPoints)) order.push_back(&e);
    std::stable_sort(order.begin(), order.end(),
                     [&](const Exchange* a, const Exchange* b) { return weight(*a, m.real()) > weight(*b, m.real()); });
    if (order.size() > kMost) order.resize(kMost);
    std::sort(order.begin(), order.end(), [](const Exchange* a, const Exchange* b) { return a->rep < b->rep; });
    std::vector<TurningPoint> points;
    for (const Exchange* e : order) {
        TurningPoint point{
            e->turn, behaviour::evidence_of(m.event(e->rep), {}), {}, thought(*e, m), m.real() ? 0 : gain(*e)};
        if (e->buyer) point.answered = behaviour::evidence_of(m.event(*e->buyer), {});
        points.push_back(std::move(point));
    }
    return points;
}

std::vector<MarkedTurn> marks(const Material& m, const std::vector<TurningPoint>& points) {
    std::vector<MarkedTurn> marked;
    for (const Exchange& e : m.exchanges) {
        if (!e.understood) continue;
        const bool turning = std::any_of(points.begin(), points.end(), [&](const auto& p) { return p.turn == e.turn; });
        const Mark mark = mark_of(e, turning, m.real());
        marked.push_back({e.turn, mark, why(e, mark, m), behaviour::evidence_of(m.event(e.rep), {})});
    }
    return marked;
}

}  // namespace praxis::coaching
