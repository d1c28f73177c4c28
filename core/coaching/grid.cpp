#include <algorithm>
#include <array>

#include "core/coaching/exchange.hpp"
#include "core/strategy/key_phrases.hpp"

namespace praxis::coaching {
namespace {

using strategy::FactLayer;
using Layers = EnumSet<FactLayer>;
using enum Act;

struct Item {
    DealItem item;
    Layers layers;   // told: known
    ActSet asked;    // asked only: assumed
    ActSet claimed;  // stated by the rep without being told: assumed
};

constexpr std::array<Item, kDealItemCount> kItems = {{
    {DealItem::metrics,
     {FactLayer::implication, FactLayer::payoff},
     {implication_question, need_payoff_question},
     {quantified_value}},
    {DealItem::economic_buyer, {FactLayer::authority}, {authority_question}, {}},
    {DealItem::decision_criteria, {FactLayer::criteria}, {criteria_question}, {}},
    {DealItem::decision_process,
     {FactLayer::process, FactLayer::timeline},
     {decision_process_question, timeline_question},
     {}},
    {DealItem::paper_process, {FactLayer::process}, {}, {}},
    {DealItem::pain, {FactLayer::problem}, {problem_question}, {value_statement}},
    {DealItem::champion, {FactLayer::personal, FactLayer::stakeholders}, {stakeholder_mapping}, {}},
    {DealItem::competition, {FactLayer::competition}, {competition_question}, {}},
}};

bool is_paper(const strategy::ScenarioFact& fact, const Phrases& phrases) {
    if (fact.fact.layer != FactLayer::process) return false;
    const strategy::KeyPhrases paper(phrases.paper_words);
    const auto names_it = [&](const std::string& text) { return paper.first_in(text).has_value(); };
    return std::any_of(fact.fact.full.begin(), fact.fact.full.end(), names_it) ||
           std::any_of(fact.fact.brief.begin(), fact.fact.brief.end(), names_it);
}

const ActSeen* credited(const Material& m, const Exchange& e, const ActSet& acts) {
    for (const ActSeen& seen : std::get<conversation::RepSaid>(m.event(e.rep).body).reading.acts)
        if (seen.credited && acts.has(seen.act)) return &seen;
    return nullptr;
}

class Row {
public:
    Row(const Item& item, const Material& m) : item_(item), m_(m) {
        row_.item = item.item;
        row_.label = say(m.phrases, "grid." + std::string(name(item.item)));
    }

    GridRow made() {
        if (m_.real())
            from_answers();
        else
            from_facts();
        if (row_.known == Known::unknown) from_questions();
        // Somebody who sells for us inside is not known before they have both a stake and a step of their own.
        if (item_.item == DealItem::champion && row_.known == Known::known && !step_taken())
            row_.known = Known::assumed;
        row_.note = say(m_.phrases, "grid." + std::string(name(row_.known)));
        return row_;
    }

private:
    bool of_item(const strategy::ScenarioFact& fact) const {
        if (!item_.layers.has(fact.fact.layer)) return false;
        const bool paper = is_paper(fact, m_.phrases);
        if (item_.item == DealItem::paper_process) return paper;
        return item_.item != DealItem::decision_process || !paper;
    }

    void from_facts() {
        for (std::size_t f = 0; f < m_.scenario.facts.size(); ++f) {
            const FactId id{static_cast<std::uint8_t>(f)};
            if (!m_.was_told(id) || !of_item(m_.scenario.facts[f])) continue;
            row_.known = Known::known;
            if (auto words = words_for(id, m_)) row_.evidence = std::move(words);
        }
    }

    // A real customer's answer to the question is taken for knowledge; its words stand beside it to judge by.
    void from_answers() {
        using enum PreviousKind;
        for (const Exchange& e : m_.exchanges) {
            if (!e.buyer || !credited(m_, e, item_.asked)) continue;
            if (e.kind != info && e.kind != pain && e.kind != commit) continue;
            row_.known = Known::known;
            row_.evidence = behaviour::evidence_of(m_.event(*e.buyer), {});
        }
    }

    void from_questions() {
        for (const Exchange& e : m_.exchanges)
            if (const ActSeen* seen = credited(m_, e, item_.asked | item_.claimed)) {
                row_.known = Known::assumed;
                row_.evidence = behaviour::evidence_of(m_.event(e.rep), seen->span);
            }
    }

    bool step_taken() const {
        return std::any_of(m_.exchanges.begin(), m_.exchanges.end(), [](const Exchange& e) {
            return e.derived.any({DerivedEvent::step_accepted, DerivedEvent::order_accepted});
        });
    }

    const Item& item_;
    const Material& m_;
    GridRow row_;
};

}  // namespace

std::vector<GridRow> grid(const Material& m) {
    std::vector<GridRow> rows;
    for (const Item& item : kItems) rows.push_back(Row(item, m).made());
    return rows;
}

std::vector<Undiscovered> undiscovered(const Material& m) {
    std::vector<Undiscovered> all;
    if (m.real()) return all;
    for (std::size_t f = 0; f < m.scenario.facts.size(); ++f) {
        const auto& fact = m.scenario.facts[f];
        if (!fact.known_to_role || m.was_told({static_cast<std::uint8_t>(f)})) continue;
        Undiscovered one{m.topic_name(fact.topic), told_about(fact.topic, m), {}};
        const strategy::Texts& texts = fact.fact.brief.empty() ? fact.fact.full : fact.fact.brief;
        if (m.scenario.reveal_undiscovered && !texts.empty()) one.content = texts.front();
        const auto same = [&](const Undiscovered& other) { return other.topic == one.topic && !one.content; };
        if (!one.topic.empty() && std::none_of(all.begin(), all.end(), same)) all.push_back(std::move(one));
    }
    return all;
}

}  // namespace praxis::coaching
