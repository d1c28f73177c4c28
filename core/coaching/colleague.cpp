#include <algorithm>
#include <array>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using enum DerivedEvent;
using strategy::Style;

struct Because {
    std::string_view phrase;
    BuyerMoveSet moves;
    DerivedEventSet derived;
    ActSet acts;
    bool soured;  // counts only where the standing fell (true) or did not fall (false)
};

using M = BuyerMove;
// What sticks in the memory, most telling first.
const std::array<Because, 15> kBecause = {{
    {"colleague.because.offended", {M::offended}, {}, {Act::disrespect}, true},
    {"colleague.because.pressed", {M::push_back}, {}, {Act::pressure}, true},
    {"colleague.because.steered", {}, {}, {Act::steering}, true},
    {"colleague.because.overclaim", {M::doubt}, {overclaim}, {}, true},
    {"colleague.because.ignored", {M::object_again}, {}, {}, true},
    {"colleague.because.discount", {}, {}, {Act::discount_offer}, true},
    {"colleague.because.jargon", {M::plain_words}, {}, {}, true},
    {"colleague.because.monologue", {M::cut_in}, {}, {Act::monologue}, true},
    {"colleague.because.pitch", {}, {pitch_before_pain}, {Act::feature_dump}, true},
    {"colleague.because.price_early", {}, {}, {Act::price_talk}, true},
    {"colleague.because.limit", {}, {limit_admitted}, {}, false},
    {"colleague.because.challenge", {}, {challenge}, {}, false},
    {"colleague.because.resolved", {}, {objection_resolved}, {}, false},
    {"colleague.because.recap", {}, {recap_right}, {}, false},
    {"colleague.because.questions", {}, {impact_disclosed, payoff_disclosed}, {}, false},
}};

class Telling {
public:
    explicit Telling(const Material& m) : m_(m), style_(m.person ? m.person->persona.style : Style::plain) {}

    std::string text() {
        add("colleague.met." + std::string(strategy::name(m_.scenario.brief.medium)));
        add("colleague.felt." + felt());
        because(style_ == Style::terse ? 1 : 2);
        if (style_ != Style::terse) told();
        objection();
        add("colleague.end." + end());
        return text_;
    }

private:
    // The phrase in this person's style where there is one.
    void add(const std::string& name, const Slots& slots = {}) {
        const std::string styled = name + "." + std::string(strategy::name(style_));
        const std::uint64_t number = m_.number(0, ++slot_);
        std::string sentence = say(m_.phrases, styled, slots, number);
        if (sentence.empty()) sentence = say(m_.phrases, name, slots, number);
        if (sentence.empty() || gives_away(sentence, m_)) return;
        text_ += (text_.empty() ? "" : " ") + sentence;
    }

    std::string felt() const {
        const bool struck = std::any_of(m_.exchanges.begin(), m_.exchanges.end(), is_strike);
        if (m_.exchanges.empty()) return "fair";
        const int trust = m_.exchanges.back().after.trust;
        const int change = trust - m_.exchanges.front().before.trust;
        if (struck || trust < 15) return "hostile";
        if (trust >= 55 && change >= 10) return "warm";
        return change < -5 || trust < 25 ? "cold" : "fair";
    }

    void because(int most) {
        std::vector<const Because*> found;
        for (const Because& row : kBecause)
            if (std::any_of(m_.exchanges.begin(), m_.exchanges.end(), [&](const Exchange& e) { return fits(row, e); }))
                found.push_back(&row);
        // A talk that went well is told by what went well.
        if (felt() == "warm")
            std::stable_partition(found.begin(), found.end(), [](const Because* row) { return !row->soured; });
        for (const Because* row : found)
            if (most-- > 0) add(std::string(row->phrase), {{"topic", topic_of(*row)}});
    }

    bool fits(const Because& row, const Exchange& e) const {
        const bool happened = row.moves.any(e.moves) || row.derived.any(e.derived) || row.acts.any(e.acts);
        return e.understood && happened && (row.soured ? gain(e) < 0 : gain(e) >= 0);
    }

    std::string topic_of(const Because& row) const {
        const bool objection = row.derived.has(objection_resolved) || row.moves.has(M::object_again);
        for (const Exchange& e : m_.exchanges)
            if (fits(row, e)) return m_.topic_name(objection ? e.objection : e.topic);
        return {};
    }

    void told() {
        const auto layer = [&](FactId id) { return m_.scenario.facts[id.value].fact.layer; };
        std::optional<FactId> deepest;
        for (const FactId id : m_.told)
            if (id.value < m_.scenario.facts.size() &&
                (!deepest || strategy::depth(layer(id)) > strategy::depth(layer(*deepest))))
                deepest = id;
        if (!deepest) return add("colleague.told.nothing");
        const bool deep = strategy::depth(layer(*deepest)) >= 3;
        Slots slots = {{"topic", m_.topic_name(m_.scenario.facts[deepest->value].topic)}};
        if (const auto words = words_for(*deepest, m_)) slots.emplace("said", words->quote);
        add(deep ? "colleague.told.deep" : "colleague.told.some", slots);
    }

    void objection() {
        const auto raised = std::find_if(m_.exchanges.rbegin(), m_.exchanges.rend(), [](const Exchange& e) {
            return e.moves.any({M::object, M::object_again, M::half_answer});
        });
        if (raised == m_.exchanges.rend()) return;
        const bool settled = std::any_of(m_.exchanges.rbegin(), raised,
                                         [](const Exchange& e) { return e.derived.has(objection_resolved); });
        if (!settled && !raised->derived.has(objection_resolved))
            add("colleague.open_objection", {{"topic", m_.topic_name(raised->objection)}});
    }

    bool ever(BuyerMove move) const {
        return std::any_of(m_.exchanges.begin(), m_.exchanges.end(),
                           [&](const Exchange& e) { return e.moves.has(move); });
    }

    std::string end() const {
        if (ever(M::walk_out)) return "walked_out";
        if (ever(M::accept_order)) return "order";
        if (ever(M::accept_step)) return "step";
        if (ever(M::part_friendly)) return "parted";
        if (ever(M::promise_vaguely) || ever(M::brush_off)) return "vague";
        if (ever(M::time_up)) return "time_up";
        return "nothing";
    }

    const Material& m_;
    Style style_;
    std::string text_;
    std::uint32_t slot_ = 100;
};

}  // namespace

std::string colleague(const Material& m) {
    if (m.real() || m.exchanges.empty()) return {};
    return Telling(m).text();
}

}  // namespace praxis::coaching
