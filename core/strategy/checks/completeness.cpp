#include <algorithm>

#include "core/strategy/check.hpp"
#include "core/strategy/checks/findings.hpp"
#include "core/strategy/compile.hpp"
#include "core/strategy/names.hpp"

namespace praxis::strategy {
namespace {

void check_people(const Segment& segment, Findings& findings) {
    if (segment.roles.empty())
        findings.error(segment.at, called("segment", segment.id) + " has no roles", "add 'roles: [...]'");
    for (const Slug& role : segment.roles) {
        const auto plays = [&](const Person& person) { return person.role == role; };
        if (std::none_of(segment.people.begin(), segment.people.end(), plays))
            findings.error(segment.at, "nobody of " + called("segment", segment.id) + " has the role '" + role + "'",
                           "add a person with 'role: " + role + "' under people");
    }
}

void check_pains(const Segment& segment, Findings& findings) {
    if (segment.pains.empty())
        findings.warn(segment.at, called("segment", segment.id) + " has no pains", "say what troubles these customers");
    for (const Pain& pain : segment.pains) {
        const std::string it = called("pain", pain.id);
        if (pain.implications.empty())
            findings.warn(pain.at, it + " has no implication: nobody can learn what it costs", "add 'implications'");
        if (!pain.payoff)
            findings.note(pain.at, it + " has no payoff: a question for the worth of solving it meets silence",
                          "add 'payoff'");
        if (pain.topic.empty()) findings.warn(pain.at, it + " has no topic", "add 'topic'");
        const auto sits_here = [&](const Slug& role) { return holds(segment.roles, role); };
        if (!pain.felt_by.empty() && std::none_of(pain.felt_by.begin(), pain.felt_by.end(), sits_here))
            findings.warn(pain.at, it + " is felt by no role of its segment", "correct 'felt_by'");
    }
    for (const Slug& role : segment.roles) {
        const auto hurts = [&](const Pain& pain) { return pain.felt_by.empty() || holds(pain.felt_by, role); };
        if (!segment.pains.empty() && std::none_of(segment.pains.begin(), segment.pains.end(), hurts))
            findings.warn(segment.at,
                          "the role '" + role + "' feels no pain of " + called("segment", segment.id) +
                              ": a discovery with them cannot be won",
                          "name it in the 'felt_by' of a pain");
    }
}

void check_layers(const Segment& segment, Findings& findings) {
    const std::vector<const Fact*> facts = facts_of(segment);
    const auto has = [&](FactLayer layer) {
        return std::any_of(facts.begin(), facts.end(), [&](const Fact* fact) { return fact->layer == layer; });
    };
    if (!has(FactLayer::authority) && !has(FactLayer::process))
        findings.warn(segment.at,
                      called("segment", segment.id) + " has no fact about who decides or how: nobody can find out",
                      "add facts of the layers authority and process");
    for (const FactLayer layer : {FactLayer::money, FactLayer::timeline, FactLayer::competition, FactLayer::criteria})
        if (!has(layer))
            findings.note(
                segment.at,
                called("segment", segment.id) + " has no fact of the layer '" + std::string(name(layer)) + "'",
                "questions for it will meet silence");
}

void check_decisions(const Segment& segment, const Strategy& strategy, Findings& findings) {
    const std::string it = called("segment", segment.id);
    if (segment.selling_model.empty())
        findings.error(segment.at, it + " has no selling model", "add 'selling_model: ...'");
    if (segment.offers.empty()) findings.warn(segment.at, it + " is offered nothing", "add 'offers: [...]'");
    if (segment.channels.empty()) findings.note(segment.at, it + " has no channel", "add 'channels: [...]'");
    if (!segment.priority) findings.warn(segment.at, it + " has no priority", "say which tier it is and why");
    if (segment.priority && segment.priority->tier >= 3 && segment.priority->walk_away.empty())
        findings.warn(segment.priority->at, it + " is of low priority but has no walk-away rule", "add 'walk_away'");
    if (!segment.relationship)
        findings.note(segment.at, it + " has no relationship objective", "say where you want to get with them");
    if (segment.said.empty() && segment.seen.empty() && segment.firmographic.empty())
        findings.warn(segment.at, it + " has no cues: nobody can recognise it", "add 'cues'");
    if (segment.objections.empty())
        findings.warn(segment.at, it + " has no objections", "what do they say against you?");
    if (segment.questions.empty())
        findings.note(segment.at, it + " asks nothing of its own", "add what these buyers always ask");
    const SellingModel* model = find_model(strategy, segment.selling_model);
    if (model != nullptr && model->quote_wins && !segment.request)
        findings.warn(segment.at, it + " buys by quote but has no request: a quote cannot be judged",
                      "add 'request' with list and floor");
}

// The words a text needs so that a conversation does not repeat itself.
void check_texts(const Segment& segment, Findings& findings) {
    const auto thin = [&](const Place& at, const std::string& it, std::string_view key, std::size_t size) {
        if (size < 2)
            findings.note(at, it + " has " + (size == 0 ? "no" : "only one") + " text under '" + std::string(key) + "'",
                          "write two or three, in different words");
    };
    for (const Fact* fact : facts_of(segment)) {
        thin(fact->at, called("fact", fact->id), "full", fact->full.size());
        if (fact->full.empty())
            findings.error(fact->at, called("fact", fact->id) + " cannot be told: it has no text", "add 'full'");
        if (fact->key.empty())
            findings.note(fact->at, called("fact", fact->id) + " has no key: nothing watches over its words",
                          "name one to four words that only this fact uses");
    }
    for (const Objection& objection : segment.objections) {
        const std::string it = called("objection", objection.id);
        thin(objection.at, it, "says", objection.says.size());
        thin(objection.at, it, "again", objection.again.size());
        for (const Cause& cause : objection.causes) {
            thin(cause.at, called("cause", cause.id), "tell", cause.tell.size());
            thin(cause.at, called("cause", cause.id), "settled", cause.settled.size());
            if (cause.told_apart_by.empty() || cause.answer.empty())
                findings.note(cause.at, called("cause", cause.id) + " gives a coach nothing to propose",
                              "add 'told_apart_by' and 'answer'");
        }
    }
    for (const BuyerQuestion& question : segment.questions)
        thin(question.at, called("question", question.id), "says", question.says.size());
}

// Kinds of proof that a way of thinking accepts.
std::vector<ProofKind> accepted(Logic logic) {
    using enum ProofKind;
    switch (logic) {
        case Logic::numbers: return {data, calculation};
        case Logic::references: return {reference, expert};
        case Logic::trial: return {trial, guarantee};
        case Logic::relationship: return {reference, guarantee, expert};
        case Logic::rules: return {certificate, guarantee};
    }
    return {};
}

void check_proofs(const Segment& segment, const Strategy& strategy, Findings& findings) {
    for (const Slug& id : segment.roles) {
        const Role* role = find_role(strategy, id);
        if (role == nullptr || segment.offers.empty()) continue;
        const std::vector<ProofKind> kinds = accepted(role->logic);
        bool any = false;
        for (const Offer& offer : strategy.offers)
            for (const Proof& proof : offer.proofs)
                any = any || (holds(segment.offers, offer.id) &&
                              std::find(kinds.begin(), kinds.end(), proof.kind) != kinds.end());
        if (!any)
            findings.warn(segment.at,
                          "no proof offered to " + called("segment", segment.id) + " fits how the role '" + id +
                              "' thinks (" + std::string(name(role->logic)) + ")",
                          "add a proof of the kind " + std::string(name(kinds.front())) + " or " +
                              std::string(name(kinds.back())));
    }
}

void check_offers(const Strategy& strategy, Findings& findings) {
    for (const Offer& offer : strategy.offers) {
        const std::string it = called("offer", offer.id);
        const auto uses = [&](const Segment& segment) { return holds(segment.offers, offer.id); };
        if (std::none_of(strategy.segments.begin(), strategy.segments.end(), uses))
            findings.warn(offer.at, it + " is offered to no segment", "name it in the 'offers' of a segment");
        if (offer.values.empty()) findings.warn(offer.at, it + " has no values: what is it good for?", "add 'values'");
        if (offer.proofs.empty()) findings.warn(offer.at, it + " has no proofs", "add 'proofs'");
        if (offer.limits.empty())
            findings.note(offer.at, it + " admits no limit", "an honest limit earns trust: add 'limits'");
        if (!offer.terms) findings.note(offer.at, it + " has no terms: prices cannot be negotiated", "add 'terms'");
    }
}

void check_unused(const Strategy& strategy, Findings& findings) {
    const auto sold = [&](auto member, const Slug& id) {
        return std::any_of(strategy.segments.begin(), strategy.segments.end(),
                           [&](const Segment& segment) { return holds(segment.*member, id); });
    };
    for (const Role& role : strategy.roles)
        if (!sold(&Segment::roles, role.id))
            findings.warn(role.at, called("role", role.id) + " sits in no segment", "name it in 'roles' of a segment");
    for (const Channel& channel : strategy.channels)
        if (!sold(&Segment::channels, channel.id))
            findings.note(channel.at, called("channel", channel.id) + " serves no segment", "");
    for (const SellingModel& model : strategy.models) {
        const auto sells = [&](const Segment& segment) { return segment.selling_model == model.id; };
        if (std::none_of(strategy.segments.begin(), strategy.segments.end(), sells))
            findings.warn(model.at, called("selling model", model.id) + " is used by no segment", "");
        for (const SellingModel::StageStep& stage : model.stages)
            if (stage.exit.empty())
                findings.note(model.at,
                              "stage '" + stage.id + "' of " + called("selling model", model.id) + " has no exit",
                              "say what the customer has said or done when it is over");
    }
}

bool covers(const Behaviour& behaviour, const Segment& segment) {
    const std::string tier = "tier-" + std::to_string(segment.priority ? segment.priority->tier : 0);
    return holds(behaviour.serves, segment.id) || holds(behaviour.serves, tier) ||
           holds(behaviour.when.segments, segment.id);
}

void check_behaviours(const Strategy& strategy, Findings& findings) {
    for (const Segment& segment : strategy.segments) {
        if (!segment.priority || segment.priority->tier != 1) continue;
        const auto carries = [&](const Behaviour& behaviour) { return covers(behaviour, segment); };
        if (std::none_of(strategy.behaviours.begin(), strategy.behaviours.end(), carries))
            findings.warn(segment.priority->at,
                          "no behaviour covers the first priority, " + called("segment", segment.id),
                          "write a behaviour with 'serves: [" + segment.id + "]'");
    }
    Slugs applied;
    for (const Scenario& scenario : compile_all(strategy))
        for (const Behaviour& behaviour : scenario.criteria)
            if (!holds(applied, behaviour.id)) applied.push_back(behaviour.id);
    for (const Behaviour& behaviour : strategy.behaviours) {
        const std::string it = called("behaviour", behaviour.id);
        const bool compiles = !applied.empty();
        if (compiles && !behaviour.standard && !holds(applied, behaviour.id))
            findings.warn(behaviour.at, it + " covers nothing: no scenario meets its 'when'", "correct 'when'");
        if (!behaviour.standard && behaviour.serves.empty())
            findings.note(behaviour.at, it + " serves no segment or priority", "add 'serves'");
        if (behaviour.indicators.empty())
            findings.error(behaviour.at, it + " has no indicators: it cannot be seen", "add 'indicators'");
        if (behaviour.needed > static_cast<int>(behaviour.indicators.size()))
            findings.error(behaviour.at, it + " needs more indicators than it has", "lower 'needed'");
        if (behaviour.tip.empty()) findings.note(behaviour.at, it + " has no tip", "one sentence of advice");
    }
}

}  // namespace

Problems check_completeness(const Strategy& strategy) {
    Findings findings;
    if (strategy.segments.empty()) findings.error({}, "the strategy has no segments", "add at least one");
    for (const Segment& segment : strategy.segments) {
        check_people(segment, findings);
        check_pains(segment, findings);
        check_layers(segment, findings);
        check_decisions(segment, strategy, findings);
        check_texts(segment, findings);
        check_proofs(segment, strategy, findings);
        for (const Disqualifier& disqualifier : segment.disqualifiers)
            if (disqualifier.fact.empty())
                findings.warn(disqualifier.at, called("disqualifier", disqualifier.id) + " has no fact that shows it",
                              "add 'fact'");
    }
    check_offers(strategy, findings);
    check_unused(strategy, findings);
    check_behaviours(strategy, findings);
    return findings.take();
}

}  // namespace praxis::strategy
