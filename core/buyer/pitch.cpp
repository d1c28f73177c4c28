#include <algorithm>

#include "core/buyer/rules.hpp"

namespace praxis::buyer::rules {

using enum Act;
using strategy::Logic;
using strategy::ProofKind;

namespace {

// The heard topic of which the buyer has told a problem or more; none when the benefit is beside all that.
TopicId touched(const Turn& turn) {
    const auto told_deep = [&](TopicId topic) {
        return topic.value < kTopicsMax && turn.knows(turn.scene.facts_of_topic[topic.value] & turn.scene.kinds.deep);
    };
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    for (int i = 0; i < n; ++i)
        if (told_deep(turn.heard.topics[i])) return turn.heard.topics[i];
    const bool pointing = turn.heard.refers_back || n == 0;
    return pointing && told_deep(turn.before.last_topic) ? turn.before.last_topic : TopicId{};
}

bool welcomed_before(const Turn& turn, TopicId topic) {
    return (turn.before.valued[topic.value / 64] >> (topic.value % 64) & 1) != 0;
}

void welcome(Turn& turn, TopicId topic) {
    const bool again = welcomed_before(turn, topic);
    turn.feel_part(turn.has(quantified_value) ? effect::kBenefitInFigures : effect::kBenefit, again ? 30 : 100);
    turn.after.valued[topic.value / 64] |= std::uint64_t{1} << (topic.value % 64);
    if (!again) turn.plan.react(BuyerMove::interested, topic.value);
}

}  // namespace

void hear_benefit(Turn& turn) {
    if (turn.done || !turn.acts.any({value_statement, quantified_value})) return;
    if (turn.scene.rules.quote_wins && !turn.met(strategy::Needs::pain)) {
        turn.plan.react(BuyerMove::shrug, turn.main_topic().value);
        return turn.feel(effect::kBenefitElsewhere);
    }
    const TopicId topic = touched(turn);
    const bool earned = turn.met(turn.scene.rules.value_needs);
    if (earned && !topic.none()) return welcome(turn, topic);
    if (!turn.knows(turn.scene.kinds.pain)) turn.saw(DerivedEvent::pitch_before_pain);
    // Answering what the buyer asked, or resists with, is not pitching.
    const QuestionId pending = turn.before.pending;
    if (!pending.none() && turn.acts.any(turn.scene.questions[pending.value].answered_by)) return;
    if (!turn.before.open.none() && turn.any(ActGroup::objection)) return;
    if (!earned) count(turn.after.tally.pitches);
    turn.feel(earned ? effect::kBenefitElsewhere : effect::kBenefitTooSoon);
    if (turn.after.tally.pitches > 1 && !earned) turn.feel(effect::kPitchedAt);
    turn.plan.react(BuyerMove::shrug, turn.main_topic().value);
}

void hear_features(Turn& turn) {
    if (turn.done || !turn.has(feature_dump)) return;
    const bool on_topic = !touched(turn).none();
    turn.feel(on_topic ? effect::kFeaturesOnTopic : effect::kFeatureDump);
    if (on_topic) return;
    if (!turn.met(strategy::Needs::pain)) turn.saw(DerivedEvent::pitch_before_pain);
    count(turn.after.tally.pitches);
    if (turn.after.tally.pitches > 1) turn.feel(effect::kPitchedAt);
    turn.plan.react(BuyerMove::shrug, turn.main_topic().value);
}

void hear_insight(Turn& turn) {
    if (turn.done || !turn.has(insight)) return;
    const TopicId topic = turn.main_topic();
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    const bool names_pain = std::any_of(turn.heard.topics.begin(), turn.heard.topics.begin() + n,
                                        [&](TopicId heard) { return turn.scene.pain_topics.has(heard); });
    const bool ours = names_pain || !touched(turn).none();
    const int had = turn.before.tally.insights;
    count(turn.after.tally.insights);
    if (turn.scene.rules.challenge_welcome && (ours || topic.none())) {
        turn.saw(DerivedEvent::challenge);
        turn.feel_part(effect::kChallenge, had < 2 ? 100 : 40);
        turn.plan.react(BuyerMove::impressed, topic.value);
    } else if (ours && had < 2) {
        turn.feel(effect::kInsight);
        turn.plan.react(BuyerMove::impressed, topic.value);
    } else if (!ours) {
        turn.plan.react(BuyerMove::shrug, topic.value);
    }
}

namespace {

bool counts_as_proof(Logic logic, ProofKind kind) {
    switch (logic) {
        case Logic::numbers: return kind == ProofKind::data || kind == ProofKind::calculation;
        case Logic::references: return kind == ProofKind::reference || kind == ProofKind::expert;
        case Logic::trial: return kind == ProofKind::trial || kind == ProofKind::guarantee;
        case Logic::relationship: return kind == ProofKind::reference || kind == ProofKind::guarantee;
        case Logic::rules: return kind == ProofKind::certificate || kind == ProofKind::data;
    }
    return false;
}

bool proof_fits(const Turn& turn) {
    for (int i = 0; i < turn.scene.proof_count; ++i)
        if ((turn.heard.proofs >> i & 1) != 0 && counts_as_proof(turn.person.logic, turn.scene.proofs[i].kind))
            return true;
    const bool trusts_people = turn.person.logic == Logic::references || turn.person.logic == Logic::relationship;
    return turn.heard.proofs == 0 && turn.has(social_proof) && trusts_people;
}

}  // namespace

void hear_proof(Turn& turn) {
    if (turn.done || (!turn.has(social_proof) && turn.heard.proofs == 0)) return;
    const bool fits = proof_fits(turn);
    if (fits) turn.saw(DerivedEvent::proof_matched);
    const int had = turn.before.tally.proofs;
    count(turn.after.tally.proofs);
    const bool prompted = !turn.before.open.none() || !turn.before.pending.none();
    if (fits && (turn.met(strategy::Needs::pain) || prompted)) {
        turn.feel_part(effect::kProofFits, had == 0 ? 100 : 40);
    } else if (!prompted) {
        turn.feel(effect::kProofMisses);
    }
}

}  // namespace praxis::buyer::rules
