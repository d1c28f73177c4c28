#include "app/rehearsal/cues/cue.hpp"

#include <algorithm>

namespace praxis::app {
namespace {

using conversation::BuyerSaid;
using conversation::RepSaid;
using strategy::FactLayer;

constexpr std::array<std::string_view, kCueKindCount> kNames = {"apologise",
                                                                "stay_with_customer",
                                                                "ease_off",
                                                                "claim_less",
                                                                "stay_fair",
                                                                "shorter",
                                                                "plain_words",
                                                                "say_again",
                                                                "hurry",
                                                                "correct_figure",
                                                                "answer_objection",
                                                                "finish_answer",
                                                                "acknowledge_objection",
                                                                "earn_trust",
                                                                "give_reason",
                                                                "meant_nothing",
                                                                "step_missing",
                                                                "pin_down",
                                                                "trade_not_give",
                                                                "answer_cause",
                                                                "answer_question",
                                                                "price_asked",
                                                                "ask_whom",
                                                                "quote_now",
                                                                "ask_specification",
                                                                "propose_step",
                                                                "ask_decision",
                                                                "link_offer",
                                                                "ask_payoff",
                                                                "ask_impact",
                                                                "ask_problem",
                                                                "open_call",
                                                                "next_topic"};

// A buyer's move and the cue that answers it, the most urgent first.
struct MoveCue {
    BuyerMove move;
    CueKind cue;
};
constexpr MoveCue kMoveCues[] = {
    {BuyerMove::offended, CueKind::apologise},
    {BuyerMove::bemused, CueKind::stay_with_customer},
    {BuyerMove::off_subject, CueKind::stay_with_customer},
    {BuyerMove::push_back, CueKind::ease_off},
    {BuyerMove::doubt, CueKind::claim_less},
    {BuyerMove::stay_fair, CueKind::stay_fair},
    {BuyerMove::object_again, CueKind::answer_objection},
    {BuyerMove::half_answer, CueKind::finish_answer},
    {BuyerMove::object_cause, CueKind::answer_cause},
    {BuyerMove::object, CueKind::acknowledge_objection},
    {BuyerMove::cut_in, CueKind::shorter},
    {BuyerMove::plain_words, CueKind::plain_words},
    {BuyerMove::correct, CueKind::correct_figure},
    {BuyerMove::ask_back, CueKind::say_again},
    {BuyerMove::hurry, CueKind::hurry},
    {BuyerMove::ask_discount, CueKind::trade_not_give},
    {BuyerMove::ask_price, CueKind::price_asked},
    {BuyerMove::ask, CueKind::answer_question},
    {BuyerMove::brush_off, CueKind::give_reason},
    {BuyerMove::promise_vaguely, CueKind::pin_down},
    {BuyerMove::not_yet, CueKind::step_missing},
    {BuyerMove::guard, CueKind::earn_trust},
    {BuyerMove::shrug, CueKind::meant_nothing},
    {BuyerMove::not_my_field, CueKind::ask_whom},
};

struct Situation {
    const strategy::Scenario& scenario;
    const BuyerSaid* said = nullptr;
    std::vector<FactId> disclosed;  // in the order of telling
    bool step_refused_before = false;

    const strategy::Fact& fact(FactId id) const { return scenario.facts[id.value].fact; }
    bool knows(FactLayer layer) const {
        return std::any_of(disclosed.begin(), disclosed.end(), [&](FactId id) { return fact(id).layer == layer; });
    }
    std::optional<FactLayer> just_told() const {
        if (!said || said->disclosed.empty()) return std::nullopt;
        return fact(said->disclosed.back()).layer;
    }
    std::string last_topic() const {
        if (disclosed.empty()) return {};
        const TopicId topic = scenario.facts[disclosed.back().value].topic;
        return topic.value < scenario.topics.size() ? scenario.topics[topic.value].name : std::string();
    }
};

Situation look_at(const conversation::Conversation& conversation, const strategy::Scenario& scenario) {
    Situation now{scenario, nullptr, {}, false};
    for (const conversation::Event& event : conversation.events) {
        const auto* said = std::get_if<BuyerSaid>(&event.body);
        if (!said || event.turn == 0) continue;
        now.said = said;
        for (const FactId fact : said->disclosed)
            if (fact.value < scenario.facts.size()) now.disclosed.push_back(fact);
    }
    return now;
}

std::optional<CueKind> by_move(const BuyerSaid& said) {
    for (const MoveCue& row : kMoveCues)
        if (said.intention && said.intention->has(row.move)) return row.cue;
    return std::nullopt;
}

bool specification_told(const Situation& now) {
    const auto& facts = now.scenario.facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const FactId id{static_cast<std::uint8_t>(i)};
        const bool told = std::find(now.disclosed.begin(), now.disclosed.end(), id) != now.disclosed.end();
        if (facts[i].fact.layer == FactLayer::request && !told) return false;
    }
    return true;
}

bool step_is_ripe(const Situation& now) {
    const conversation::Standing& standing = now.said->standing;
    const strategy::Gates& gates = now.scenario.gates;
    return standing.trust >= gates.step_trust && standing.interest >= gates.step_interest &&
           now.knows(FactLayer::implication);
}

// What the conversation lacks, in the order in which good ones go.
CueKind next_step_of_talk(const Situation& now) {
    if (!now.said) return CueKind::open_call;
    if (now.scenario.rules.quote_wins) return specification_told(now) ? CueKind::quote_now : CueKind::ask_specification;
    const auto told = now.just_told();
    if (told == FactLayer::payoff) return CueKind::link_offer;
    if (told == FactLayer::implication && !now.knows(FactLayer::payoff)) return CueKind::ask_payoff;
    if (told == FactLayer::problem) return CueKind::ask_impact;
    if (told == FactLayer::situation && !now.knows(FactLayer::problem)) return CueKind::ask_problem;
    const bool process = now.knows(FactLayer::process) || now.knows(FactLayer::authority);
    if (step_is_ripe(now)) return process ? CueKind::propose_step : CueKind::ask_decision;
    if (!now.knows(FactLayer::problem)) return CueKind::ask_problem;
    return now.knows(FactLayer::implication) ? CueKind::next_topic : CueKind::ask_impact;
}

int words_in(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++words;
        inside = c != ' ';
    }
    return words;
}

std::string fill(const std::string& text, const std::string& topic, const std::string& that) {
    const std::size_t slot = text.find("{topic}");
    if (slot == std::string::npos) return text;
    std::string filled = text;
    filled.replace(slot, 7, topic.empty() ? that : topic);
    if (words_in(filled) > kCueWords_max) filled = std::string(text).replace(slot, 7, that);
    return filled;
}

// A topic is named only when the customer has told something of it.
std::string text_of(const foresight::Move& move, const Situation& now, const CueTexts& texts) {
    const CueTexts::MoveTexts& row = texts.moves[static_cast<std::size_t>(move.kind)];
    const auto& topics = now.scenario.topics;
    const bool told = std::any_of(now.disclosed.begin(), now.disclosed.end(),
                                  [&](FactId id) { return now.scenario.facts[id.value].topic == move.topic; });
    if (!told || move.topic.value >= topics.size() || row.about.empty()) return row.bare;
    std::string text = row.about;
    const std::size_t slot = text.find("{topic}");
    if (slot != std::string::npos) text.replace(slot, 7, topics[move.topic.value].name);
    return words_in(text) > kCueWords_max ? row.bare : text;
}

}  // namespace

std::string_view name(CueKind kind) {
    return kNames[static_cast<std::size_t>(kind)];
}

bool warns(CueKind kind) {
    return kind <= CueKind::trade_not_give;
}

bool answered_by_rule(const conversation::Conversation& conversation) {
    const auto last =
        std::find_if(conversation.events.rbegin(), conversation.events.rend(), [](const conversation::Event& event) {
            return event.turn > 0 && std::holds_alternative<BuyerSaid>(event.body);
        });
    return last != conversation.events.rend() && by_move(std::get<BuyerSaid>(last->body)).has_value();
}

std::optional<Cue> choose_cue(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                              const CueTexts& texts, const foresight::Move* next) {
    const Situation now = look_at(conversation, scenario);
    if (now.said && now.said->intention && now.said->intention->ends) return std::nullopt;
    const auto asked_for = now.said ? by_move(*now.said) : std::nullopt;
    const CueKind kind = asked_for.value_or(next_step_of_talk(now));
    if (!asked_for && next) {
        std::string text = text_of(*next, now, texts);
        if (!text.empty()) return Cue{kind, next->kind, std::move(text), false};
    }
    std::string text = fill(texts.texts[static_cast<std::size_t>(kind)], now.last_topic(), texts.that);
    if (text.empty()) return std::nullopt;
    return Cue{kind, std::nullopt, std::move(text), warns(kind)};
}

}  // namespace praxis::app
