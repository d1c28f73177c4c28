#include "adapters/files/strategies/parts.hpp"

namespace praxis::files {
namespace {

// What a fact says, for a pain's facts and a segment's own alike.
Fields& take_told(Fields& fields, strategy::Fact& into) {
    return fields.at(into.at)
        .refer("topic", into.topic)
        .take("asked_by", into.asked_by)
        .within("trust", into.trust, 0, 100)
        .refer("needs", into.needs)
        .refer("known_to", into.known_to)
        .take("volunteered", into.volunteered)
        .take("figure", into.figure)
        .take("key", into.key)
        .need("full", into.full)
        .need("brief", into.brief);
}

struct PainFact {
    strategy::Fact fact;
};

void read(const Node& node, PainFact& into, Page& page) {
    Fields fields(node, "pain fact", page);
    take_told(fields, into.fact).done();
}

// Gives a pain's fact its id, layer and, where it names none, the pain's topic.
strategy::Fact named_fact(PainFact read, const strategy::Pain& pain, std::string suffix, strategy::FactLayer layer) {
    read.fact.id = pain.id + "." + std::move(suffix);
    read.fact.layer = layer;
    if (read.fact.topic.empty()) read.fact.topic = pain.topic;
    return std::move(read.fact);
}

}  // namespace

void read(const Node& node, strategy::Topic& into, Page& page) {
    Fields(node, "topic", page).at(into.at).id(into.id).need("name", into.name).take("words", into.words).done();
}

void read(const Node& node, strategy::Fact& into, Page& page) {
    Fields fields(node, "fact", page);
    fields.id(into.id).need("layer", into.layer);
    take_told(fields, into);
    if (!fields.has("topic")) fields.missing("topic");
    fields.done();
}

void read(const Node& node, strategy::Pain& into, Page& page) {
    std::optional<PainFact> situation, problem, payoff;
    std::vector<PainFact> implications;
    Fields(node, "pain", page)
        .at(into.at)
        .id(into.id)
        .need("name", into.name)
        .refer("topic", into.topic)
        .refer("felt_by", into.felt_by)
        .take("situation", situation)
        .need("problem", problem)
        .take("implications", implications)
        .take("payoff", payoff)
        .take("impact", into.impact)
        .refer("driver", into.driver)
        .done();
    using strategy::FactLayer;
    if (situation) into.situation = named_fact(std::move(*situation), into, "situation", FactLayer::situation);
    if (problem) into.problem = named_fact(std::move(*problem), into, "problem", FactLayer::problem);
    if (payoff) into.payoff = named_fact(std::move(*payoff), into, "payoff", FactLayer::payoff);
    for (std::size_t i = 0; i < implications.size(); ++i)
        into.implications.push_back(named_fact(std::move(implications[i]), into, "implication-" + std::to_string(i + 1),
                                               FactLayer::implication));
}

void read(const Node& node, strategy::Cause& into, Page& page) {
    Fields(node, "cause", page)
        .at(into.at)
        .id(into.id)
        .within("weight", into.weight, 1, 100)
        .refer("topic", into.topic)
        .take("tell", into.tell)
        .take("told_apart_by", into.told_apart_by)
        .need("resolve", into.resolve)
        .refer("proofs", into.proofs)
        .take("answer", into.answer)
        .take("settled", into.settled)
        .done();
}

void read(const Node& node, strategy::Objection& into, Page& page) {
    Fields(node, "objection", page)
        .at(into.at)
        .id(into.id)
        .need("kind", into.kind)
        .refer("topic", into.topic)
        .refer("raised_by", into.raised_by)
        .take("triggers", into.triggers)
        .take("stage", into.stage)
        .within("trust_below", into.trust_below, 0, 101)
        .need("says", into.says)
        .take("again", into.again)
        .need("causes", into.causes)
        .done();
}

void read(const Node& node, strategy::Proof& into, Page& page) {
    Fields(node, "proof", page)
        .at(into.at)
        .id(into.id)
        .need("kind", into.kind)
        .refer("topic", into.topic)
        .need("text", into.text)
        .take("words", into.words)
        .done();
}

void read(const Node& node, strategy::Capability& into, Page& page) {
    Fields(node, "capability", page)
        .at(into.at)
        .id(into.id)
        .refer("topic", into.topic)
        .need("text", into.text)
        .take("words", into.words)
        .done();
}

void read(const Node& node, strategy::ForbiddenClaim& into, Page& page) {
    Fields(node, "forbidden claim", page)
        .at(into.at)
        .id(into.id)
        .need("words", into.words)
        .take("why", into.why)
        .done();
}

void read(const Node& node, strategy::ValueProposition& into, Page& page) {
    Fields(node, "value", page)
        .at(into.at)
        .id(into.id)
        .refer("topic", into.topic)
        .refer("driver", into.driver)
        .need("text", into.text)
        .done();
}

void read(const Node& node, strategy::Terms& into, Page& page) {
    Fields(node, "terms", page)
        .within("list", into.list, 0, kMoneyMax)
        .within("floor", into.floor, 0, kMoneyMax)
        .within("target", into.target, 0, kMoneyMax)
        .take("unit", into.unit)
        .take("currency", into.currency)
        .within("discount_authority", into.discount_authority, 0, 100)
        .take("gives", into.gives)
        .take("gets", into.gets)
        .done();
}

void read(const Node& node, strategy::Offer& into, Page& page) {
    Fields(node, "offer", page)
        .at(into.at)
        .id(into.id)
        .need("name", into.name)
        .take("what", into.what)
        .take("values", into.values)
        .take("capabilities", into.capabilities)
        .take("limits", into.limits)
        .take("claims", into.claims)
        .take("forbidden", into.forbidden)
        .take("proofs", into.proofs)
        .take("terms", into.terms)
        .done();
}

void read(const Node& node, strategy::ValueDriver::Input& into, Page& page) {
    Fields(node, "input", page)
        .id(into.id)
        .need("name", into.name)
        .take("unit", into.unit)
        .take("baseline", into.baseline)
        .done();
}

void read(const Node& node, strategy::ValueDriver& into, Page& page) {
    Fields(node, "value driver", page)
        .at(into.at)
        .id(into.id)
        .need("name", into.name)
        .refer("topic", into.topic)
        .need("formula", into.formula)
        .take("inputs", into.inputs)
        .take("effect", into.effect)
        .refer("confirmed_by", into.confirmed_by)
        .refer("proofs", into.proofs)
        .done();
}

void read(const Node& node, strategy::Company& into, Page& page) {
    Fields(node, "company", page).take("name", into.name).take("what", into.what).take("people", into.people).done();
}

void read(const Node& node, strategy::Role& into, Page& page) {
    Fields(node, "role", page)
        .at(into.at)
        .id(into.id)
        .take("was", into.was)
        .need("name", into.name)
        .take("goals", into.goals)
        .take("fear", into.fear)
        .take("personal_win", into.personal_win)
        .take("decision_right", into.decision_right)
        .refer("influences", into.influences)
        .take("stance", into.stance)
        .take("power", into.power)
        .take("disclosure", into.disclosure)
        .take("attitude", into.attitude)
        .take("logic", into.logic)
        .take("expertise", into.expertise)
        .take("style", into.style)
        .done();
}

void read(const Node& node, strategy::SellingModel::StageStep& into, Page& page) {
    Fields(node, "stage", page)
        .id(into.id)
        .need("name", into.name)
        .take("exit", into.exit)
        .take("moves", into.moves)
        .done();
}

void read(const Node& node, strategy::SellingModel& into, Page& page) {
    Fields fields(node, "selling model", page);
    fields.at(into.at)
        .id(into.id)
        .take("was", into.was)
        .need("name", into.name)
        .take("applies_when", into.applies_when)
        .take("stages", into.stages);
    if (const Node* rules = fields.inner("rules"))
        Fields(*rules, "rules", page)
            .take("value_needs", into.value_needs)
            .take("price_needs", into.price_needs)
            .take("discount", into.discount)
            .within("situation_questions", into.situation_questions, 1, 40)
            .take("challenge_welcome", into.challenge_welcome)
            .take("quote_wins", into.quote_wins)
            .within("quote_within", into.quote_within, 1, 40)
            .done();
    fields.done();
}

void read(const Node& node, strategy::Channel& into, Page& page) {
    Fields(node, "channel", page)
        .at(into.at)
        .id(into.id)
        .need("name", into.name)
        .take("medium", into.medium)
        .take("owner", into.owner)
        .take("hand_off", into.hand_off)
        .take("conflict_rule", into.conflict_rule)
        .take("partner_margin", into.partner_margin)
        .done();
}

void read(const Node& node, strategy::Partner& into, Page& page) {
    Fields(node, "partner", page)
        .at(into.at)
        .id(into.id)
        .need("name", into.name)
        .take("wants", into.wants)
        .take("gives", into.gives)
        .done();
}

void read(const Node& node, strategy::Strategy& into, Page& page) {
    Fields fields(node, "strategy", page);
    fields.need("strategy", into.id)
        .need("name", into.name)
        .take("language", into.language)
        .take("reveal_undiscovered", into.reveal_undiscovered)
        .take("company", into.company)
        .take("topics", into.topics)
        .take("offers", into.offers)
        .take("value_drivers", into.drivers)
        .need("roles", into.roles)
        .need("selling_models", into.models)
        .take("channels", into.channels)
        .take("partners", into.partners)
        .need("segments", into.segments)
        .take("scenarios", into.scenarios);
    fields.inner("behaviours");
    fields.inner("without");
    fields.done();
}

}  // namespace praxis::files
