#include <array>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using enum DerivedEvent;

enum class When : std::uint8_t { always, warmer, colder };

// The first row of which anything happened, and whose direction fits, says what the customer thought.
struct Row {
    std::string_view phrase;
    BuyerMoveSet moves;
    DerivedEventSet derived;
    ActSet acts;
    When when = When::always;
};

using M = BuyerMove;
const std::array<Row, 32> kRows = {{
    {"thought.walked_out", {M::walk_out}, {}, {}},
    {"thought.offended", {M::offended}, {}, {Act::disrespect}},
    {"thought.out_of_role", {M::bemused}, {}, {Act::steering}},
    {"thought.pressed", {M::push_back}, {}, {Act::pressure}},
    {"thought.ordered", {}, {order_accepted}, {}},
    {"thought.step", {}, {step_accepted}, {}},
    {"thought.parted", {M::part_friendly}, {}, {}},
    {"thought.resolved", {}, {objection_resolved}, {}},
    {"thought.half_answer", {M::half_answer}, {}, {}},
    {"thought.ignored", {M::object_again}, {}, {}},
    {"thought.recap_wrong", {M::correct}, {recap_wrong}, {}},
    {"thought.overclaim", {M::doubt}, {overclaim}, {}},
    {"thought.disparaged", {M::stay_fair}, {competitor_disparaged}, {}, When::colder},
    {"thought.payoff", {}, {payoff_disclosed}, {}},
    {"thought.impact", {}, {impact_disclosed}, {}},
    {"thought.discount", {}, {}, {Act::discount_offer}, When::colder},
    {"thought.price_early", {}, {}, {Act::price_talk}, When::colder},
    {"thought.jargon", {M::plain_words}, {}, {}},
    {"thought.monologue", {M::cut_in}, {}, {Act::monologue}},
    {"thought.objected", {}, {objection_raised}, {}},
    {"thought.pitch", {}, {pitch_before_pain}, {}, When::colder},
    {"thought.promised_vaguely", {M::promise_vaguely, M::brush_off}, {}, {}},
    {"thought.not_yet", {M::not_yet}, {}, {}},
    {"thought.limit", {}, {limit_admitted}, {}, When::warmer},
    {"thought.challenge", {}, {challenge}, {}, When::warmer},
    {"thought.recap", {}, {recap_right}, {}, When::warmer},
    {"thought.pain", {}, {pain_disclosed}, {}},
    {"thought.empathy", {}, {}, {Act::empathy}, When::warmer},
    {"thought.told_already", {M::told_already}, {}, {}, When::colder},
    {"thought.bored", {M::hurry}, {}, {}, When::colder},
    {"thought.guarded", {M::guard}, {}, {}},
    {"thought.interested", {M::interested, M::impressed}, {}, {}, When::warmer},
}};

bool happened(const Row& row, const Exchange& e) {
    return row.moves.any(e.moves) || row.derived.any(e.derived) || row.acts.any(e.acts);
}

bool fits(When when, int change) {
    return when == When::always || (when == When::warmer ? change > 0 : change < 0);
}

}  // namespace

std::string thought(const Exchange& e, const Material& m) {
    if (m.real()) return {};
    const TopicId topic = e.moves.has(M::disclose) || e.objection.none() ? e.topic : e.objection;
    const Slots slots = {{"topic", m.topic_name(topic)}};
    const int change = gain(e);
    for (const Row& row : kRows)
        if (happened(row, e) && fits(row.when, change)) return say(m.phrases, row.phrase, slots, m.number(e.turn, 1));
    if (change == 0) return {};
    return say(m.phrases, change > 0 ? "thought.warmer" : "thought.colder", slots, m.number(e.turn, 1));
}

}  // namespace praxis::coaching
