#include "core/foresight/marks/why.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "core/buyer/buyer.hpp"
#include "core/foresight/marks/judge.hpp"

namespace praxis::foresight::marks {
namespace {

using enum Act;
using buyer::FactSet;
using M = BuyerMove;

constexpr std::array<std::string_view, kWhyCount> kWhyNames = {"nothing",
                                                               "offended",
                                                               "steered",
                                                               "pressed",
                                                               "overclaimed",
                                                               "disparaged",
                                                               "misquoted",
                                                               "dismissed_objection",
                                                               "gave_away",
                                                               "left_early",
                                                               "put_off_order",
                                                               "half_answered",
                                                               "passed_over_objection",
                                                               "ignored_question",
                                                               "vague_step",
                                                               "step_too_soon",
                                                               "order_too_soon",
                                                               "asked_again",
                                                               "asked_too_soon",
                                                               "idle_talk",
                                                               "wandered",
                                                               "slow_to_quote",
                                                               "quoted_wide",
                                                               "price_too_soon",
                                                               "listed_features",
                                                               "pitched_too_soon",
                                                               "pitched_beside",
                                                               "too_long",
                                                               "jargon",
                                                               "interrogated",
                                                               "cold_start",
                                                               "nothing_there",
                                                               "objection_raised",
                                                               "cooled",
                                                               "better_there",
                                                               "parted_well",
                                                               "took_order",
                                                               "took_step",
                                                               "settled_objection",
                                                               "learned_worth",
                                                               "learned_cost",
                                                               "learned_cause",
                                                               "learned_problem",
                                                               "learned_path",
                                                               "learned_more",
                                                               "traded",
                                                               "held_price",
                                                               "quoted_well",
                                                               "answered_question",
                                                               "met_need",
                                                               "recapped",
                                                               "admitted_limit",
                                                               "challenged",
                                                               "listened",
                                                               "proved",
                                                               "framed",
                                                               "warmed"};

// A turn as the rules look at it.
struct Look {
    const Judged& judged;
    const Passage& passage;
    const buyer::Scene& scene;

    const Observation& heard() const { return passage.played.heard; }
    const buyer::State& before() const { return passage.before; }
    const buyer::State& after() const { return passage.after; }
    const Change& change() const { return judged.change; }
    bool did(ActSet acts) const { return heard().acts.any(acts); }
    bool answered(BuyerMoveSet moves) const {
        const Intention& plan = passage.played.answered;
        const int count = std::min<int>(plan.count, passage.played.heard_moves);
        for (int i = 0; i < count; ++i)
            if (moves.has(plan.moves[static_cast<std::size_t>(i)].move)) return true;
        return false;
    }
    bool told() const { return answered({M::disclose, M::disclose_short}); }
    bool knows(FactSet kind) const { return (before().disclosed & kind) != 0; }
    bool learned(FactSet kind) const { return (change().opened & kind) != 0; }
    bool newly(DerivedEvent event) const { return after().seen.has(event) && !before().seen.has(event); }
    bool objection_dealt_with() const {
        return (change().acknowledged | change().cause_told | change().resolved | change().half_answered) != 0;
    }
    bool question_left() const {
        const auto bit = 1U << (before().pending.value % 16);
        return !before().pending.none() && (after().questions_answered & bit) == 0;
    }
    bool interrogated() const {
        const int most = scene.rules.situation_questions;
        return after().tally.situation_row > most || after().tally.question_row > most + 1;
    }
    bool before_any_pain() const { return !knows(scene.kinds.pain); }
};

struct Rule {
    Why why;
    bool (*holds)(const Look&);
};

constexpr ActSet kPitch{value_statement, quantified_value, feature_dump, social_proof, insight};

// What it cost.
constexpr Rule kWrong[] = {
    {Why::offended, [](const Look& l) { return l.answered({M::offended}) || l.did({disrespect}); }},
    {Why::steered, [](const Look& l) { return l.did({steering}); }},
    {Why::pressed, [](const Look& l) { return l.answered({M::push_back}) || l.did({pressure}); }},
    {Why::overclaimed, [](const Look& l) { return l.heard().overclaim; }},
    {Why::disparaged, [](const Look& l) { return l.heard().disparages; }},
    {Why::misquoted, [](const Look& l) { return l.heard().wrong_recap; }},
    {Why::dismissed_objection,
     [](const Look& l) { return l.heard().dismisses && (!l.before().open.none() || l.question_left()); }},
    {Why::gave_away, [](const Look& l) { return l.judged.grounds.gave_away; }},
    {Why::left_early, [](const Look& l) { return l.change().ended && l.did({sign_off}); }},
    {Why::put_off_order,
     [](const Look& l) { return l.change().step_agreed && l.scene.kind == strategy::ConversationKind::negotiation; }},
    {Why::half_answered, [](const Look& l) { return l.answered({M::half_answer}); }},
    {Why::passed_over_objection, [](const Look& l) { return !l.before().open.none() && !l.objection_dealt_with(); }},
    {Why::ignored_question, [](const Look& l) { return l.question_left() && !l.did(acts_of(ActGroup::social)); }},
    {Why::vague_step,
     [](const Look& l) { return l.did({next_step}) && l.answered({M::promise_vaguely}) && !l.heard().names_date; }},
    {Why::step_too_soon,
     [](const Look& l) { return l.did({next_step}) && !l.change().step_agreed && !l.change().ordered; }},
    {Why::order_too_soon, [](const Look& l) { return l.did({close}) && !l.change().ordered; }},
    {Why::idle_talk,
     [](const Look& l) {
         return l.did({rapport, small_talk}) && l.answered({M::off_subject});
     }},
    {Why::wandered, [](const Look& l) { return l.did({off_topic}) || l.answered({M::off_subject}); }},
    {Why::too_long, [](const Look& l) { return l.did({monologue}) || l.answered({M::cut_in}); }},
    {Why::price_too_soon,
     [](const Look& l) {
         const bool asked = l.before().marks.has(buyer::Mark::price_asked);
         return l.did({price_talk}) && !asked && !l.scene.rules.quote_wins && l.judged.grounds.felt < 0;
     }},
    {Why::listed_features, [](const Look& l) { return l.did({feature_dump}); }},
    {Why::pitched_too_soon, [](const Look& l) { return l.did(kPitch) && !l.told() && l.before_any_pain(); }},
    {Why::pitched_beside, [](const Look& l) { return l.answered({M::shrug}); }},
    {Why::jargon, [](const Look& l) { return l.answered({M::plain_words}); }},
    {Why::quoted_wide,
     [](const Look& l) {
         return l.scene.rules.quote_wins && l.heard().quotes_price && l.answered({M::ask_discount, M::not_yet});
     }},
    {Why::slow_to_quote,
     [](const Look& l) { return l.scene.rules.quote_wins && l.judged.instead.kind == MoveKind::quote; }},
    {Why::asked_again, [](const Look& l) { return l.answered({M::told_already}) && !l.told(); }},
    {Why::asked_too_soon, [](const Look& l) { return l.answered({M::guard}) && !l.told(); }},
    {Why::interrogated,
     [](const Look& l) { return l.heard().acts.any(acts_of(ActGroup::any_question)) && l.interrogated(); }},
    {Why::nothing_there,
     [](const Look& l) {
         return l.answered({M::nothing_there, M::not_my_field}) && !l.told();
     }},
    {Why::cold_start, [](const Look& l) { return l.answered({M::brush_off}) && l.after().turn <= 2; }},
};

// What it brought.
constexpr Rule kWell[] = {
    {Why::parted_well,
     [](const Look& l) { return l.change().ended && l.after().reason == conversation::EndReason::parted; }},
    {Why::took_order, [](const Look& l) { return l.change().ordered; }},
    {Why::took_step, [](const Look& l) { return l.change().step_agreed; }},
    {Why::settled_objection, [](const Look& l) { return (l.change().resolved & ~l.change().conceded) != 0; }},
    {Why::learned_worth, [](const Look& l) { return l.learned(l.scene.kinds.payoff); }},
    {Why::learned_cost, [](const Look& l) { return l.learned(l.scene.kinds.implication); }},
    {Why::learned_cause, [](const Look& l) { return l.change().cause_told != 0; }},
    {Why::quoted_well,
     [](const Look& l) { return l.after().marks.has(buyer::Mark::quoted_well) && l.heard().quotes_price; }},
    {Why::traded, [](const Look& l) { return l.heard().trade && l.answered({M::accept_trade}); }},
    {Why::held_price, [](const Look& l) { return l.newly(DerivedEvent::price_held); }},
    {Why::learned_problem, [](const Look& l) { return l.learned(l.scene.kinds.pain); }},
    {Why::learned_path, [](const Look& l) { return l.learned(l.scene.kinds.path | l.scene.kinds.timeline); }},
    {Why::answered_question, [](const Look& l) { return l.change().question_answered; }},
    {Why::met_need, [](const Look& l) { return l.answered({M::interested}); }},
    {Why::admitted_limit, [](const Look& l) { return l.heard().limit_admitted && l.answered({M::impressed}); }},
    {Why::challenged, [](const Look& l) { return l.did({insight}) && l.answered({M::impressed}); }},
    {Why::learned_more, [](const Look& l) { return l.change().opened != 0; }},
    {Why::recapped, [](const Look& l) { return l.answered({M::confirm}); }},
    {Why::listened, [](const Look& l) { return l.answered({M::soften}); }},
    {Why::proved, [](const Look& l) { return l.newly(DerivedEvent::proof_matched); }},
    {Why::framed,
     [](const Look& l) {
         return l.did({agenda, permission, greeting});
     }},
};

template <std::size_t N>
Why first_of(const Rule (&rules)[N], const Look& look, Why otherwise) {
    const auto found = std::find_if(std::begin(rules), std::end(rules), [&](const Rule& r) { return r.holds(look); });
    return found == std::end(rules) ? otherwise : found->why;
}

FactId deepest(FactSet facts, const buyer::Scene& scene) {
    FactId best;
    for (FactSet left = facts; left != 0; left &= left - 1) {
        const FactId id{static_cast<std::uint8_t>(std::countr_zero(left))};
        const auto depth = [&](FactId fact) { return strategy::depth(scene.facts[fact.value].layer); };
        if (best.none() || depth(id) > depth(best)) best = id;
    }
    return best;
}

ObjectionId first_bit(ObjectionBits bits) {
    return bits == 0 ? ObjectionId{} : ObjectionId{static_cast<std::uint8_t>(std::countr_zero(bits))};
}

FactSet facts_of(Why why, const Look& look) {
    const buyer::FactKinds& kinds = look.scene.kinds;
    switch (why) {
        case Why::learned_worth: return look.change().opened & kinds.payoff;
        case Why::learned_cost: return look.change().opened & kinds.implication;
        case Why::learned_problem: return look.change().opened & kinds.pain;
        case Why::learned_path: return look.change().opened & (kinds.path | kinds.timeline);
        default: return look.change().opened;
    }
}

void name_what_it_is_about(Reason& reason, const Look& look) {
    const Change& change = look.change();
    const bool learned = Why::learned_worth <= reason.why && reason.why <= Why::learned_more;
    if (learned) reason.told = deepest(facts_of(reason.why, look), look.scene);
    if (!reason.told.none())
        reason.topic = look.scene.facts[reason.told.value].topic;
    else if (look.heard().topic_count > 0)
        reason.topic = look.heard().topics[0];
    if (reason.why == Why::better_there) reason.topic = look.judged.instead.topic;
    const ObjectionBits touched = change.resolved | change.cause_told | change.half_answered;
    reason.objection = first_bit(touched != 0 ? touched : change.raised);
    if (reason.objection.none()) reason.objection = look.before().open;
}

Why why_of(const Look& look) {
    const bool down = look.judged.grounds.swing.share < 0;
    const bool searched = look.judged.best.tally.rollouts() > 0;
    switch (look.judged.mark) {
        case Mark::fine: return Why::nothing;
        case Mark::strong: return first_of(kWell, look, Why::warmed);
        case Mark::missed_chance: return Why::better_there;
        case Mark::cost_you: return first_of(kWrong, look, searched ? Why::better_there : Why::cooled);
        case Mark::turning_point: break;
    }
    if (!down) return first_of(kWell, look, Why::warmed);
    return look.change().raised != 0 ? Why::objection_raised : first_of(kWrong, look, Why::cooled);
}

struct Meaning {
    ActSet acts;
    MoveKind kind;
};
const std::array<Meaning, 25> kMeanings = {{
    {{sign_off}, MoveKind::part},
    {{objection_clarified}, MoveKind::clarify_objection},
    {{objection_answered}, MoveKind::answer_objection},
    {{close}, MoveKind::ask_for_order},
    {{next_step}, MoveKind::propose_step},
    {{discount_offer}, MoveKind::offer_trade},
    {{need_payoff_question}, MoveKind::ask_payoff},
    {{implication_question}, MoveKind::ask_implication},
    {{problem_question}, MoveKind::ask_problem},
    {{decision_process_question}, MoveKind::ask_process},
    {{authority_question}, MoveKind::ask_authority},
    {{budget_question}, MoveKind::ask_budget},
    {{criteria_question}, MoveKind::ask_criteria},
    {{timeline_question}, MoveKind::ask_timeline},
    {{competition_question}, MoveKind::hold_price},
    {{stakeholder_mapping}, MoveKind::ask_stakeholders},
    {{situation_question}, MoveKind::ask_situation},
    {{price_talk}, MoveKind::name_price},
    {{quantified_value}, MoveKind::give_figures},
    {{value_statement}, MoveKind::give_benefit},
    {{insight}, MoveKind::give_insight},
    {{social_proof}, MoveKind::bring_proof},
    {{summary}, MoveKind::recap},
    {{agenda}, MoveKind::set_agenda},
    {{greeting}, MoveKind::greet},
}};

}  // namespace

std::string_view name(Why why) {
    return kWhyNames[static_cast<std::size_t>(why)];
}

MoveKind meaning_of(const Move& move) {
    if (move.kind != MoveKind::as_practised) return move.kind;
    const auto found = std::find_if(kMeanings.begin(), kMeanings.end(),
                                    [&](const Meaning& meaning) { return move.heard.acts.any(meaning.acts); });
    return found == kMeanings.end() ? MoveKind::as_practised : found->kind;
}

bool at_fault(const Judged& judged, const Passage& passage, const buyer::Scene& scene) {
    const Look look{judged, passage, scene};
    return std::any_of(std::begin(kWrong), std::end(kWrong), [&](const Rule& rule) {
        const bool in_the_words = rule.why != Why::nothing_there && rule.why != Why::ignored_question;
        return in_the_words && rule.holds(look);
    });
}

Reason reason_of(const Judged& judged, const Passage& passage, const buyer::Scene& scene) {
    const Look look{judged, passage, scene};
    Reason reason;
    reason.why = why_of(look);
    if (reason.why == Why::nothing) return reason;
    reason.instead = meaning_of(judged.instead);
    name_what_it_is_about(reason, look);
    return reason;
}

}  // namespace praxis::foresight::marks
