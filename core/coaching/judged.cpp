#include <algorithm>
#include <cmath>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using foresight::marks::Judged;
using foresight::marks::Judgement;

constexpr std::size_t kMoments = 3;

const Exchange* exchange_of(std::uint32_t turn, const Material& m) {
    const auto found =
        std::find_if(m.exchanges.begin(), m.exchanges.end(), [&](const Exchange& e) { return e.turn == turn; });
    return found == m.exchanges.end() ? nullptr : &*found;
}

bool worth_a_better_line(const Judged& judged) {
    return judged.mark == Mark::cost_you || judged.mark == Mark::missed_chance;
}

void take_marks(Report& report, const Judgement& judgement, const BetterLines& better, const Material& m) {
    for (const Judged& judged : judgement.turns) {
        const Exchange* e = exchange_of(judged.turn, m);
        if (!judged.marked || e == nullptr || !e->understood) continue;
        const auto marked = std::find_if(report.marks.begin(), report.marks.end(),
                                         [&](const MarkedTurn& each) { return each.turn == judged.turn; });
        if (marked == report.marks.end()) continue;
        marked->mark = judged.mark;
        marked->turning = judged.turning;
        marked->why = because(judged.reason, *e, m);
        marked->stakes =
            Stakes{judged.before.worth().share, judged.after.worth().share, std::max(0.0, judged.grounds.loss.share)};
        if (!worth_a_better_line(judged)) continue;
        const auto worded = better.find(judged.turn);
        marked->better = worded == better.end() ? better_utterance(judged.instead, *e, m) : worded->second;
    }
}

// The turning points; where there are fewer than three, turns that moved the customer most make up the number.
std::vector<const Judged*> moments(const Judgement& judgement) {
    std::vector<const Judged*> order;
    for (const Judged& judged : judgement.turns)
        if (judged.marked && judged.mark != Mark::fine) order.push_back(&judged);
    std::stable_sort(order.begin(), order.end(), [](const Judged* a, const Judged* b) {
        if (a->turning != b->turning) return a->turning;
        if (a->turning) return std::abs(a->grounds.swing.share) > std::abs(b->grounds.swing.share);
        return std::abs(a->grounds.felt) > std::abs(b->grounds.felt);
    });
    if (order.size() > kMoments) order.resize(kMoments);
    std::sort(order.begin(), order.end(), [](const Judged* a, const Judged* b) { return a->turn < b->turn; });
    return order;
}

std::vector<TurningPoint> moments_in_words(const Judgement& judgement, const Material& m) {
    std::vector<TurningPoint> points;
    for (const Judged* judged : moments(judgement)) {
        const Exchange* e = exchange_of(judged->turn, m);
        if (e == nullptr || !e->understood) continue;
        const int change = static_cast<int>(std::lround(100 * judged->grounds.swing.share));
        TurningPoint point{e->turn, behaviour::evidence_of(m.event(e->rep), {}), {}, thought(*e, m), change, {}};
        if (e->buyer) point.answered = behaviour::evidence_of(m.event(*e->buyer), {});
        point.why = because(judged->reason, *e, m);
        points.push_back(std::move(point));
    }
    return points;
}

CurvePoint point_of(std::uint32_t turn, const foresight::Value& value) {
    const foresight::Estimate worth = value.worth();
    return {turn, worth.share, worth.interval.low, worth.interval.high};
}

Curve curve_of(const Judgement& judgement, const Material& m) {
    Curve curve;
    curve.points.push_back(point_of(0, judgement.turns.front().before));
    for (const Judged& judged : judgement.turns) curve.points.push_back(point_of(judged.turn, judged.after));
    curve.followed = judgement.turns.size();
    curve.turns = m.exchanges.size();
    curve.note = say(m.phrases, "curve.note");
    if (m.real()) {
        curve.end = say(m.phrases, "curve.followed",
                        {{"count", std::to_string(curve.followed)}, {"turns", std::to_string(curve.turns)}});
        if (judgement.lost_at)
            curve.end += " " + say(m.phrases, "curve.lost_sight", {{"turn", std::to_string(*judgement.lost_at)}});
        return curve;
    }
    curve.reached = judgement.ended.worth().share;
    const bool left = m.ended && m.ended->reason == conversation::EndReason::rep_left;
    const double to_be_had = curve.points.back().value - *curve.reached;
    if (left && to_be_had >= foresight::marks::kThresholds.turning_swing)
        curve.end = say(m.phrases, "curve.left_early",
                        {{"value", std::to_string(std::lround(100 * curve.points.back().value))},
                         {"reached", std::to_string(std::lround(100 * *curve.reached))}});
    return curve;
}

}  // namespace

void take_judgement(Report& report, const Judgement& judgement, const BetterLines& better, const Material& m) {
    take_marks(report, judgement, better, m);
    auto points = moments_in_words(judgement, m);
    if (!points.empty() || !m.real()) report.turning_points = std::move(points);
    report.curve = curve_of(judgement, m);
}

}  // namespace praxis::coaching
