#include "adapters/files/strategies/parts.hpp"

namespace praxis::files {
namespace {

std::vector<std::string> parts_of(const std::string& id) {
    std::vector<std::string> parts(1);
    for (const char c : id) {
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

// An override of a compiled scenario says what it is by its id alone.
void take_key_from_id(const Node& id, strategy::ScenarioOverride& into, Page& page) {
    const std::vector<std::string> parts = parts_of(into.id);
    if (parts.size() != 4)
        return page.error(id.at, "'" + into.id.substr(0, 80) + "' does not say which scenario it is",
                          "write segment/role/kind/difficulty, or give segment, role and kind their own keys");
    into.segment = parts[0];
    into.role = parts[1];
    page.names.emplace_back(parts[0], id.at);
    page.names.emplace_back(parts[1], id.at);
    Node word = id;
    word.text = parts[2];
    read(word, into.kind, page);
    word.text = parts[3];
    read(word, into.difficulty, page);
}

}  // namespace

void read(const Node& node, strategy::Priority& into, Page& page) {
    Fields(node, "priority", page)
        .at(into.at)
        .need("tier", into.tier)
        .range("tier", 1, 9)
        .take("effort", into.effort)
        .take("why", into.why)
        .take("walk_away", into.walk_away)
        .take("accounts", into.accounts)
        .done();
}

void read(const Node& node, strategy::RelationshipObjective& into, Page& page) {
    Fields(node, "relationship", page)
        .at(into.at)
        .need("from", into.from)
        .need("to", into.to)
        .take("customer_gives", into.customer_gives)
        .take("investment", into.investment)
        .done();
}

void read(const Node& node, strategy::Alternative& into, Page& page) {
    Fields(node, "alternative", page)
        .at(into.at)
        .id(into.id)
        .need("kind", into.kind)
        .need("name", into.name)
        .take("strength", into.strength)
        .take("we_lose_when", into.we_lose_when)
        .done();
}

void read(const Node& node, strategy::Disqualifier& into, Page& page) {
    Fields(node, "disqualifier", page).at(into.at).id(into.id).need("text", into.text).refer("fact", into.fact).done();
}

void read(const Node& node, strategy::Person& into, Page& page) {
    Fields(node, "person", page)
        .at(into.at)
        .id(into.id)
        .refer("role", into.role)
        .need("name", into.name)
        .take("title", into.title)
        .take("company", into.company)
        .take("disclosure", into.disclosure)
        .take("attitude", into.attitude)
        .take("logic", into.logic)
        .take("expertise", into.expertise)
        .take("style", into.style)
        .take("presents", into.presents)
        .take("setting", into.setting)
        .done();
}

void read(const Node& node, strategy::Request& into, Page& page) {
    Fields(node, "request", page)
        .at(into.at)
        .need("what", into.what)
        .need("list", into.list)
        .range("list", 0, kMoneyMax)
        .need("floor", into.floor)
        .range("floor", 0, kMoneyMax)
        .take("unit", into.unit)
        .take("currency", into.currency)
        .within("delivery_days", into.delivery_days, 0, 1000)
        .done();
}

void read(const Node& node, strategy::BuyerQuestion& into, Page& page) {
    Fields(node, "question", page)
        .at(into.at)
        .id(into.id)
        .take("answered_by", into.answered_by)
        .refer("topic", into.topic)
        .need("says", into.says)
        .done();
}

void read(const Node& node, strategy::Segment& into, Page& page) {
    Fields fields(node, "segment", page);
    fields.at(into.at).id(into.id).take("was", into.was).need("name", into.name).take("what", into.what);
    if (const Node* cues = fields.inner("cues"))
        Fields(*cues, "cues", page)
            .take("said", into.said)
            .take("seen", into.seen)
            .take("firmographic", into.firmographic)
            .done();
    if (const Node* economics = fields.inner("economics"))
        Fields(*economics, "economics", page)
            .take("margin", into.margin)
            .take("cost_to_serve", into.cost_to_serve)
            .take("wallet_share", into.wallet_share)
            .done();
    fields.take("triggers", into.triggers)
        .take("disqualifiers", into.disqualifiers)
        .take("cost_of_inaction", into.cost_of_inaction)
        .take("alternatives", into.alternatives)
        .take("vocabulary", into.vocabulary)
        .take("priority", into.priority)
        .take("relationship", into.relationship)
        .refer("selling_model", into.selling_model)
        .refer("channels", into.channels)
        .refer("offers", into.offers)
        .refer("roles", into.roles)
        .take("decision", into.decision)
        .take("pains", into.pains)
        .take("facts", into.facts)
        .take("objections", into.objections)
        .take("questions", into.questions)
        .take("people", into.people)
        .take("request", into.request)
        .done();
}

void read(const Node& node, strategy::ScenarioOverride& into, Page& page) {
    Fields fields(node, "scenario", page);
    fields.at(into.at).need("id", into.id);
    const Node* id = node.find("id");
    const bool named = fields.has("segment") || fields.has("role") || fields.has("kind");
    if (id != nullptr && !named && !into.id.empty()) take_key_from_id(*id, into, page);
    fields.refer("segment", into.segment)
        .refer("role", into.role)
        .take("kind", into.kind)
        .take("difficulty", into.difficulty)
        .take("title", into.title)
        .take("situation", into.situation)
        .take("task", into.task)
        .refer("person", into.person)
        .refer("objections", into.objections)
        .refer("facts_known", into.facts_known)
        .within("trust", into.trust, 0, 100)
        .within("interest", into.interest, 0, 100)
        .within("patience", into.patience, 1, 100)
        .within("turns", into.turns, 4, 80)
        .refer("behaviours", into.behaviours);
    if (named)
        for (const char* key : {"segment", "role", "kind"})
            if (!fields.has(key)) fields.missing(key);
    fields.done();
}

}  // namespace praxis::files
