#include <algorithm>
#include <array>

#include "core/behaviour/derivation.hpp"

namespace praxis::behaviour {
namespace {

using enum Act;
using enum DerivedEvent;
using strategy::Logic;
using strategy::ProofKind;

constexpr std::uint8_t kRecapOverlapPercent = 25;

const ActSeen* seen(const Reading& reading, const ActSet& acts) {
    const ActSeen* best = nullptr;
    for (const ActSeen& act : reading.acts)
        if (acts.has(act.act) && (!best || (act.credited && !best->credited))) best = &act;
    return best;
}

const ActSeen* credited(const Reading& reading, const ActSet& acts) {
    const ActSeen* act = seen(reading, acts);
    return act && act->credited ? act : nullptr;
}

struct Flag {
    bool Observation::*flag;
    DerivedEvent event;
    ActSet shown_by;  // whose words show it; else the whole turn
};

constexpr std::array<Flag, 6> kFlags = {{
    {&Observation::trade, trade, {discount_offer, price_talk}},
    {&Observation::recommends, recommendation, {}},
    {&Observation::limit_admitted, limit_admitted, {}},
    {&Observation::disqualifies, disqualified, {}},
    {&Observation::overclaim, overclaim, {quantified_value, value_statement}},
    {&Observation::disparages, competitor_disparaged, {}},
}};

void add_flags(Derivation& d, std::size_t i, const Reading& reading) {
    for (const Flag& flag : kFlags) {
        if (!(reading.observation.*flag.flag)) continue;
        const ActSeen* act = credited(reading, flag.shown_by);
        const Span span = act ? act->span : d.whole(i);
        d.add(flag.event, i, span, topics_at(reading, span, d.before(i)));
    }
}

void add_next_step(Derivation& d, std::size_t i, const Reading& reading) {
    const ActSeen* step = seen(reading, {next_step});
    if (!step) return;
    const bool concrete = reading.observation.names_owner && reading.observation.names_date;
    d.add(concrete ? concrete_next_step : vague_next_step, i, step->span, topics_at(reading, step->span, d.before(i)),
          step->credited);
}

void add_recap(Derivation& d, std::size_t i, const Reading& reading) {
    const Observation& o = reading.observation;
    const ActSeen* recap = seen(reading, {summary});
    const Span span = recap ? recap->span : d.whole(i);
    const TopicSet topics = topics_at(reading, span, d.before(i));
    // What a real customer told is known from their words alone, so a slip is only possible there.
    if (o.wrong_recap) return d.add(recap_wrong, i, span, topics, !d.course.real);
    if (!recap || !d.before(i).told_anything) return;
    const bool figure = std::any_of(o.amounts.begin(), o.amounts.begin() + std::min<int>(o.amount_count, 4),
                                    [](const HeardAmount& amount) { return amount.matches_fact; });
    const bool restates = figure || o.overlap >= kRecapOverlapPercent || (topics & d.before(i).heard).any();
    if (restates) d.add(recap_right, i, span, topics, recap->credited);
}

void add_challenge(Derivation& d, std::size_t i, const Reading& reading) {
    const ActSeen* taught = seen(reading, {insight});
    if (!taught) return;
    const TopicSet topics = topics_at(reading, taught->span, d.before(i));
    if ((topics & d.before(i).heard).any()) d.add(challenge, i, taught->span, topics, taught->credited);
}

void add_early_pitch(Derivation& d, std::size_t i, const Reading& reading) {
    const ActSeen* pitch = seen(reading, pitch_acts());
    if (pitch && !d.before(i).pain_known)
        d.add(pitch_before_pain, i, pitch->span, topics_at(reading, pitch->span, d.before(i)), pitch->credited);
}

void add_segment_test(Derivation& d, std::size_t i, const Reading& reading) {
    if (d.before(i).pitched) return;
    const ActSeen* question = seen(reading, question_acts());
    if (!question) return;
    const ActSeen* pitch = credited(reading, pitch_acts());
    if (pitch && pitch->span.begin < question->span.begin) return;
    Span words = question->span;
    for (const Span sentence : reading.sentences)
        if (sentence.begin < words.end && words.begin < sentence.end)
            words = {std::min(words.begin, sentence.begin), std::max(words.end, sentence.end)};
    if (words.end <= d.event(i).text.size() && names_cue(quote(d.event(i).text, words), d.scenario.cues))
        d.add(segment_tested, i, question->span, topics_at(reading, question->span, d.before(i)), question->credited);
}

bool fits(ProofKind proof, Logic logic) {
    using enum ProofKind;
    switch (logic) {
        case Logic::numbers: return proof == data || proof == calculation;
        case Logic::references: return proof == reference || proof == expert;
        case Logic::trial: return proof == trial || proof == guarantee;
        case Logic::relationship: return proof == reference || proof == guarantee || proof == expert;
        case Logic::rules: return proof == certificate || proof == guarantee;
    }
    return false;
}

// Who of the scenario's people it was is the seed's choice and not known here: sure only when the proof fits them all,
// or when it settled the objection.
void add_proof(Derivation& d, std::size_t i, const Reading& reading) {
    const auto& people = d.scenario.people;
    std::vector<Logic> logics;
    for (const auto& person : people) logics.push_back(person.persona.logic);
    if (logics.empty()) logics.push_back(d.scenario.role_card.logic);
    bool some = false, all = false;
    for (std::size_t p = 0; p < d.scenario.proofs.size() && p < 16; ++p) {
        if (!(reading.observation.proofs >> p & 1U)) continue;
        const auto fit = std::count_if(logics.begin(), logics.end(),
                                       [&](Logic logic) { return fits(d.scenario.proofs[p].proof.kind, logic); });
        some |= fit > 0;
        all |= fit == static_cast<std::ptrdiff_t>(logics.size());
    }
    bool settled = false;
    if (const auto answer = d.before(i).answer; answer && reading.observation.proofs != 0) {
        const auto& said = std::get<conversation::BuyerSaid>(d.event(*answer).body);
        settled = said.intention && said.intention->has(BuyerMove::resolved);
    }
    if (!some && !settled) return;
    const ActSeen* act = credited(reading, {social_proof, quantified_value, objection_answered});
    const Span span = act ? act->span : d.whole(i);
    d.add(proof_matched, i, span, topics_at(reading, span, d.before(i)), all || settled);
}

void add_price(Derivation& d, std::size_t i, const Reading& reading) {
    const ActSeen* concession = seen(reading, {discount_offer});
    const bool conceded = reading.observation.trade || (concession && concession->credited);
    if (d.before(i).price_challenged && !conceded && understood(d.conversation, d.course, i))
        d.add(price_held, i, d.whole(i), topics_at(reading, d.whole(i), d.before(i)), !concession);
    const ActSeen* price = seen(reading, {price_talk});
    if (!price || !reading.observation.quotes_price || conceded) return;
    Span figure = price->span;
    for (const Amount& amount : reading.amounts)
        if (amount.kind == AmountKind::money) figure = amount.span;
    const bool stops = reading.sentences.empty() || reading.sentences.back().begin < figure.end;
    if (stops)
        d.add(silence_after_price, i, price->span, topics_at(reading, price->span, d.before(i)), price->credited);
}

}  // namespace

void derive_rep(Derivation& d, std::size_t i, const Reading& reading) {
    add_flags(d, i, reading);
    add_next_step(d, i, reading);
    add_recap(d, i, reading);
    add_challenge(d, i, reading);
    add_early_pitch(d, i, reading);
    add_segment_test(d, i, reading);
    add_proof(d, i, reading);
    add_price(d, i, reading);
}

}  // namespace praxis::behaviour
