#include "core/wording/rep/filling.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/digest.hpp"
#include "core/wording/amount.hpp"
#include "core/wording/sentence.hpp"

namespace praxis::wording::rep {
namespace {

using strategy::Medium;
using strategy::ProofKind;
using strategy::Scenario;

constexpr std::int64_t kMilli = 1000;
constexpr double kDiscountMost_percent = 10;

std::string without_stop(std::string text) {
    while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
    return text;
}

std::string sentence(std::string text) {
    text = capitalised(without_stop(std::move(text)));
    if (!text.empty() && !text.ends_with('?') && !text.ends_with('!')) text += '.';
    return text;
}

std::string first_name(const std::string& name) {
    return name.substr(0, name.find(' '));
}

// 905 as "905", 7800 as "7,800", 1.5 as "1.50".
std::string digits(double number) {
    const auto hundredths = std::llround(number * 100);
    std::string whole = std::to_string(hundredths / 100);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), ",");
    if (hundredths % 100 == 0) return whole;
    return whole + "." + std::to_string(hundredths % 100 + 100).substr(1);
}

// The layers of one pain share the part of their ids before the dot.
std::string_view pain_of(std::string_view fact_id) {
    const std::size_t dot = fact_id.find('.');
    return dot == std::string_view::npos ? std::string_view{} : fact_id.substr(0, dot);
}

Condition condition_of(Medium medium) {
    switch (medium) {
        case Medium::phone: return Condition::phone;
        case Medium::video: return Condition::video;
        case Medium::in_person: return Condition::in_person;
        case Medium::partner: return Condition::partner;
        case Medium::chat: return Condition::chat;
    }
    return Condition::phone;
}

Condition condition_of(ProofKind kind) {
    switch (kind) {
        case ProofKind::reference: return Condition::reference;
        case ProofKind::trial: return Condition::trial;
        case ProofKind::guarantee: return Condition::guarantee;
        case ProofKind::expert: return Condition::expert;
        case ProofKind::data:
        case ProofKind::certificate:
        case ProofKind::calculation: return Condition::paper;
    }
    return Condition::paper;
}

Conditions conditions_of(const Wish& wish, const Talk& talk) {
    using enum Condition;
    const Scenario& scenario = talk.customer.scenario;
    Conditions hold{condition_of(scenario.brief.medium)};
    const auto when = [&hold](bool holds, Condition one) {
        if (holds) hold.insert(one);
    };
    const auto either = [&](bool holds, Condition yes, Condition no) { hold.insert(holds ? yes : no); };
    either(talk.heard.knows(wish.topic), told, untold);
    either(wish.means.proofs != 0, proof, no_proof);
    either(wish.means.disqualifies, unfit, fit);
    when(wish.topic.none(), bare);
    when(scenario.rules.quote_wins, spot);
    when(wish.previous == PreviousKind::pain, pain);
    when(wish.previous == PreviousKind::question, asked);
    when(wish.means.acts.has(Act::quantified_value), figures);
    when(wish.means.limit_admitted, limit);
    when(wish.means.names_owner, owner);
    when(wish.means.trade, trade);
    if (wish.objection.value < kObjectionsMax) {
        hold.insert(objected);
        either(!talk.heard.cause[wish.objection.value].empty(), cause, no_cause);
    }
    return hold;
}

class Filler {
public:
    Filler(const Wish& wish, const Talk& talk, const Grammar& grammar, const WordingMemory& memory)
        : wish_(wish),
          talk_(talk),
          grammar_(grammar),
          memory_(memory),
          scenario_(talk.customer.scenario),
          topic_(!wish.topic.none() || wish.means.topic_count == 0 ? wish.topic : wish.means.topics[0]) {}

    Filling done() && {
        filling_.hold = conditions_of(wish_, talk_);
        name_topic();
        recall();
        address();
        discuss();
        sell();
        arrange();
        return std::move(filling_);
    }

private:
    void set(Slot slot, std::string text, std::uint64_t key = 0) {
        if (!text.empty()) filling_.slots[static_cast<std::size_t>(slot)] = Value{std::move(text), key};
    }
    std::uint64_t key_of(std::string_view what, std::string_view id) const {
        return Digest().add(what).add(id).value();
    }
    int used(std::uint64_t key) const { return times_used(memory_, key); }
    std::uint32_t draw(std::uint64_t key) const {
        return pick(mix(chance(talk_.customer.seed, kRep.value, talk_.turn, 0x600) ^ key), 100);
    }

    void name_topic() {
        if (topic_.value >= scenario_.topics.size()) return;
        const std::string& name = scenario_.topics[topic_.value].name;
        filling_.form = form_of(name, grammar_.names());
        set(Slot::topic, name);
        if (!filling_.form.clause) set(Slot::thing, name);
        if (filling_.form.plural) set(Slot::them, *filling_.form.plural ? "them" : "it");
    }

    // The told thing to take up: on the topic, not taken up yet, deep, lately told.
    int worth(const Told& told) const {
        const strategy::ScenarioFact& fact = scenario_.facts[told.fact.value];
        const bool quotes = scenario_.rules.quote_wins && wish_.means.quotes_price;
        const bool wanted =
            quotes ? fact.fact.layer == strategy::FactLayer::request : !topic_.none() && fact.topic == topic_;
        return (wanted ? 1000 : 0) - 100 * used(key_of("told", fact.fact.id)) + 10 * strategy::depth(fact.fact.layer);
    }

    void recall() {
        std::vector<const Told*> ranked;
        for (const Told& told : talk_.heard.told) ranked.push_back(&told);
        std::ranges::reverse(ranked);
        std::ranges::stable_sort(ranked, std::ranges::greater{}, [this](const Told* told) { return worth(*told); });
        for (const Told* told : ranked) {
            const strategy::Fact& fact = scenario_.facts[told->fact.value].fact;
            const std::uint64_t key = key_of("told", fact.id);
            if (!filling_.of(Slot::said))
                if (auto turned = reported(told->sentence, grammar_.turnabout())) set(Slot::said, *turned, key);
            if (!filling_.of(Slot::words)) set(Slot::words, told->words, key);
            const bool near = distance(scenario_.facts[told->fact.value].topic) < 2;
            if (!filling_.of(Slot::figure) && fact.figure && near) set(Slot::figure, told->key, key);
        }
    }

    void address() {
        const strategy::Counterpart& person = talk_.customer.person;
        const bool formal = register_for(person.persona.style) == Register::formal;
        set(Slot::name, formal ? person.name : first_name(person.name));
        set(Slot::company, person.company);
        set(Slot::us, scenario_.seller);
        set(Slot::me, talk_.customer.rep_name);
    }

    // The cause is spoken of only once the customer has told it.
    void discuss() {
        if (wish_.objection.value >= scenario_.objections.size()) return;
        const strategy::ScenarioObjection& objection = scenario_.objections[wish_.objection.value];
        if (objection.topic.value < scenario_.topics.size())
            set(Slot::objection, scenario_.topics[objection.topic.value].name);
        const std::string& told = talk_.heard.cause[wish_.objection.value];
        const std::size_t which = talk_.customer.causes[wish_.objection.value];
        if (told.empty() || which >= objection.causes.size()) return;
        const strategy::Cause& cause = objection.causes[which].cause;
        for (const std::string_view each : sentences_of(told))
            if (auto turned = reported(each, grammar_.turnabout())) set(Slot::cause, *turned);
        if (!cause.answer.empty() && !gives_away(cause.answer, talk_.heard, scenario_))
            set(Slot::answer, sentence(cause.answer), key_of("answer", cause.id));
    }

    void sell() {
        offer();
        proof();
        std::uint64_t best = ~std::uint64_t{0};
        for (const std::string& limit : scenario_.limits)
            if (!gives_away(limit, talk_.heard, scenario_) && better(best, key_of("limit", limit), 0))
                set(Slot::limit, sentence(limit), key_of("limit", limit));
    }

    // Fewer uses, then nearer, then chance; true when the candidate is the best so far.
    bool better(std::uint64_t& best, std::uint64_t key, int distance) const {
        const auto order =
            static_cast<std::uint64_t>(used(key)) * 10'000 + static_cast<std::uint64_t>(distance) * 1000 + draw(key);
        if (order >= best) return false;
        best = order;
        return true;
    }

    // 0: on the topic; 1: of the same pain; 2: of something else.
    int distance(TopicId other) const {
        if (other == topic_ || topic_.none()) return 0;
        for (const strategy::ScenarioFact& mine : scenario_.facts)
            for (const strategy::ScenarioFact& theirs : scenario_.facts)
                if (mine.topic == topic_ && theirs.topic == other && !pain_of(mine.fact.id).empty() &&
                    pain_of(mine.fact.id) == pain_of(theirs.fact.id))
                    return 1;
        return 2;
    }

    void offer() {
        std::uint64_t best = ~std::uint64_t{0}, best_effect = best;
        for (const strategy::ScenarioValue& value : scenario_.values) {
            if (gives_away(value.text, talk_.heard, scenario_)) continue;
            const int away = distance(value.topic);
            const std::uint64_t key = key_of("offer", value.text);
            if (better(best, key, 2 * away)) set(Slot::offer, sentence(value.text), key);
            if (value.effect.high > 0 && away < 2 && better(best_effect, key, away))
                set(Slot::effect, effect(value.effect));
        }
        for (const strategy::ScenarioCapability& capability : scenario_.capabilities) {
            const std::uint64_t key = key_of("offer", capability.capability.text);
            const bool safe = !gives_away(capability.capability.text, talk_.heard, scenario_);
            if (safe && better(best, key, 2 * distance(capability.topic) + 1))
                set(Slot::offer, sentence(capability.capability.text), key);
        }
    }

    static std::string effect(const strategy::Range& share) {
        const auto percent = [](double part) { return std::to_string(std::lround(part * 100)); };
        const bool one = std::lround(share.low * 100) == std::lround(share.high * 100) || share.low <= 0;
        return (one ? percent(share.high) : percent(share.low) + " to " + percent(share.high)) + " per cent";
    }

    void proof() {
        std::uint64_t best = ~std::uint64_t{0};
        std::optional<Condition> kind;
        for (std::size_t i = 0; i < scenario_.proofs.size(); ++i) {
            const strategy::ScenarioProof& each = scenario_.proofs[i];
            const bool wanted = (wish_.means.proofs >> i & 1) != 0;
            if (wish_.means.proofs != 0 && !wanted) continue;
            if (gives_away(each.proof.text, talk_.heard, scenario_)) continue;
            const std::uint64_t key = key_of("proof", each.proof.id);
            if (!better(best, key, wanted ? 0 : distance(each.topic))) continue;
            set(Slot::proof, sentence(each.proof.text), key);
            kind = condition_of(each.proof.kind);
        }
        if (kind) filling_.hold.insert(*kind);
        if (!said_in_answer()) filling_.hold.insert(Condition::unsaid);
    }

    // The strategy's answer to a cause mostly names its proof itself.
    bool said_in_answer() const {
        const auto& answer = filling_.of(Slot::answer);
        if (!answer) return false;
        for (std::size_t i = 0; i < scenario_.proofs.size(); ++i)
            for (const std::string& words : scenario_.proofs[i].proof.words)
                if ((wish_.means.proofs >> i & 1) != 0 && has_phrase(answer->text, words)) return true;
        return false;
    }

    void arrange() {
        std::uint64_t best = ~std::uint64_t{0};
        for (const strategy::ScenarioFact& fact : scenario_.facts) {
            const std::uint64_t key = key_of("owner", fact.ask_role);
            if (!fact.known_to_role && !fact.ask_role.empty() && better(best, key, 0))
                set(Slot::owner, grammar_.is_department(fact.ask_role) ? fact.ask_role : "the " + fact.ask_role, key);
        }
        best = ~std::uint64_t{0};
        for (const std::string& date : grammar_.dates())
            if (better(best, key_of("date", date), 0)) set(Slot::date, date, key_of("date", date));
        price();
        trade();
    }

    void price() {
        const bool asks = scenario_.request && (wish_.kind == RepMove::quote || scenario_.rules.quote_wins);
        if (!asks && !scenario_.terms) return;
        double amount = asks ? scenario_.request->list : scenario_.terms->list;
        for (int i = 0; i < wish_.means.amount_count && i < Observation::kAmountsSeen; ++i) {
            const HeardAmount& named = wish_.means.amounts[static_cast<std::size_t>(i)];
            if (named.kind == AmountKind::money) amount = static_cast<double>(named.milli) / kMilli;
        }
        if (asks) amount = rounded(amount);
        const std::string& unit = asks ? scenario_.request->unit : scenario_.terms->unit;
        const std::string& currency = asks ? scenario_.request->currency : scenario_.terms->currency;
        std::string text = digits(amount);
        if (!currency.empty()) text += " " + grammar_.unit(currency);
        if (!unit.empty()) text += " per " + grammar_.unit(unit);
        set(Slot::price, text);
        if (!scenario_.request || scenario_.request->delivery_days <= 0) return;
        const int days = scenario_.request->delivery_days;
        set(Slot::days, days == 1 ? "one day" : (days < 100 ? number_words(days) : std::to_string(days)) + " days");
    }

    // As people quote: three figures that count, as long as that stays within what may be quoted.
    double rounded(double amount) const {
        if (amount <= 0) return amount;
        const double step = std::pow(10, std::floor(std::log10(amount)) - 2);
        const double near = std::round(amount / step) * step;
        return near >= scenario_.request->floor && near <= scenario_.request->list ? near : amount;
    }

    // A rep gives alone what the strategy lets a rep give alone.
    void trade() {
        if (!scenario_.terms) return;
        const auto percent = std::lround(std::min(scenario_.terms->discount_authority, kDiscountMost_percent));
        if (percent > 0) set(Slot::discount, number_words(static_cast<int>(percent)) + " per cent");
        std::uint64_t best = ~std::uint64_t{0};
        for (const std::string& give : scenario_.terms->gives)
            if (better(best, key_of("give", give), 0)) set(Slot::give, give, key_of("give", give));
        best = ~std::uint64_t{0};
        for (const std::string& get : scenario_.terms->gets)
            if (better(best, key_of("get", get), 0)) set(Slot::get, get, key_of("get", get));
    }

    const Wish& wish_;
    const Talk& talk_;
    const Grammar& grammar_;
    const WordingMemory& memory_;
    const Scenario& scenario_;
    TopicId topic_;
    Filling filling_;
};

bool sentence_begins(std::string_view before) {
    if (before.ends_with('"')) before.remove_suffix(1);
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.empty() || before.ends_with('.') || before.ends_with('?');
}

void mend_article(std::string& text, std::string_view next, const Grammar& grammar) {
    const bool an = grammar.takes_an(next);
    for (const auto& [wrong, right] : {std::pair{" a ", " an "}, std::pair{" an ", " a "}}) {
        if (!text.ends_with(wrong) || an != (std::string_view(right) == " an ")) continue;
        text.resize(text.size() - std::string_view(wrong).size());
        text += right;
        return;
    }
}

}  // namespace

Filling filling_of(const Wish& wish, const Talk& talk, const Grammar& grammar, const WordingMemory& memory) {
    return Filler(wish, talk, grammar, memory).done();
}

std::optional<Way> fill(const Line& line, const Filling& filling, const Grammar& grammar) {
    Way way;
    way.keys.push_back(line.key);
    std::string_view rest = line.text;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        way.text += rest.substr(0, open);
        const std::size_t close = rest.find('}', open);
        const std::string_view slot = rest.substr(open + 1, close - open - 1);
        rest.remove_prefix(close + 1);
        if (const std::size_t bar = slot.find('|'); bar != std::string_view::npos) {
            if (!filling.form.plural) return std::nullopt;
            way.text += *filling.form.plural ? slot.substr(bar + 1) : slot.substr(0, bar);
            continue;
        }
        for (int i = 0; i < kSlotCount; ++i) {
            if (name(static_cast<Slot>(i)) != slot) continue;
            const auto& value = filling.slots[static_cast<std::size_t>(i)];
            if (!value) return std::nullopt;
            mend_article(way.text, value->text, grammar);
            way.text += sentence_begins(way.text) ? capitalised(value->text) : value->text;
            if (value->key != 0) way.keys.push_back(value->key);
        }
    }
    way.text += rest;
    return way;
}

}  // namespace praxis::wording::rep
