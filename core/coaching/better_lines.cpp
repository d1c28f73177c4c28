#include <algorithm>

#include "core/coaching/exchange.hpp"

namespace praxis::coaching {
namespace {

using behaviour::IndicatorVerdict;
using strategy::Scenario;

constexpr std::size_t kLines = 2;
constexpr std::size_t kSayableMost = 110;  // a longer quote is no longer a line one can say

// Question forms say little about what to ask; a pattern that also names a function is put in that one's words.
constexpr ActSet kForms = {Act::open_question, Act::closed_question};

std::vector<std::string> wanted(const strategy::Indicator& indicator, const IndicatorVerdict& verdict,
                                const Material& m) {
    const bool instead = indicator.op == strategy::Operator::absent || indicator.op == strategy::Operator::at_most;
    const std::string family = instead ? "instead." : "line.";
    std::vector<std::string> names;
    ActSet acts = indicator.of.acts;
    if (instead && !verdict.evidence.empty())
        for (const Exchange& e : m.exchanges)
            if (e.turn == verdict.evidence.front().turn && e.acts.any(acts)) acts = acts & e.acts;
    for (const ActSet& some : {acts - kForms, acts & kForms})
        for (int a = 0; a < kActCount; ++a)
            if (some.has(static_cast<Act>(a))) names.push_back(family + std::string(praxis::name(static_cast<Act>(a))));
    for (int d = 0; d < kDerivedEventCount; ++d)
        if (indicator.of.derived.has(static_cast<DerivedEvent>(d)))
            names.push_back(family + std::string(praxis::name(static_cast<DerivedEvent>(d))));
    return names;
}

// The pain to talk about: the moment's, then the last that was told, then the first the segment has.
TopicId pain_topic(const Exchange* at, const Material& m) {
    const auto is_pain = [&](TopicId topic) {
        return topic.value < m.scenario.topics.size() && m.scenario.topics[topic.value].pain;
    };
    if (at && is_pain(at->topic)) return at->topic;
    for (auto e = m.exchanges.rbegin(); e != m.exchanges.rend(); ++e)
        if (is_pain(e->topic) && (!at || e->turn <= at->turn)) return e->topic;
    for (std::size_t t = 0; t < m.scenario.topics.size(); ++t)
        if (m.scenario.topics[t].pain) return {static_cast<std::uint8_t>(t)};
    return at ? at->topic : TopicId{};
}

std::string without_stop(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

// The customer's own words, told up to that moment; best the deepest.
std::string said_before(const Exchange* at, const Material& m) {
    std::optional<FactId> best;
    const auto depth = [&](FactId id) { return strategy::depth(m.scenario.facts[id.value].fact.layer); };
    for (const Exchange& e : m.exchanges) {
        if (at && e.turn >= at->turn) break;
        for (const FactId id : e.disclosed) {
            if (id.value < m.scenario.facts.size() && (!best || depth(id) >= depth(*best))) best = id;
        }
    }
    if (!best) return {};
    const auto words = words_for(*best, m);
    if (words && words->quote.size() <= kSayableMost) return without_stop(words->quote);
    const strategy::Texts& brief = m.scenario.facts[best->value].fact.brief;
    return brief.empty() ? std::string() : without_stop(brief.front());
}

void add_objection(Slots& slots, const Exchange* at, const Material& m) {
    for (std::size_t i = m.conversation.events.size(); i-- > 0;) {
        const auto* said = std::get_if<conversation::BuyerSaid>(&m.event(i).body);
        if (!said || !said->intention || (at && m.event(i).turn > at->turn)) continue;
        for (int k = 0; k < behaviour::heard_moves(*said); ++k) {
            const PlannedMove& move = said->intention->moves[static_cast<std::size_t>(k)];
            const bool objects = move.move == BuyerMove::object || move.move == BuyerMove::object_again ||
                                 move.move == BuyerMove::half_answer || move.move == BuyerMove::object_cause;
            if (!objects || move.objection().value >= m.scenario.objections.size()) continue;
            const auto& objection = m.scenario.objections[move.objection().value];
            slots.emplace("objection_topic", m.topic_name(objection.topic));
            if (objection.causes.empty()) return;
            const std::size_t chosen =
                std::min<std::size_t>(m.causes[move.objection().value], objection.causes.size() - 1);
            slots.emplace("told_apart_by", objection.causes[chosen].cause.told_apart_by);
            slots.emplace("answer", objection.causes[chosen].cause.answer);
            return;
        }
    }
}

void add_offer(Slots& slots, TopicId pain, const Material& m) {
    const Scenario& s = m.scenario;
    for (const auto& capability : s.capabilities)
        if (capability.topic == pain) slots.emplace("capability", without_stop(capability.capability.text));
    for (const auto& proof : s.proofs)
        if (proof.topic == pain || s.proofs.size() == 1) slots.emplace("proof", without_stop(proof.proof.text));
    if (!s.capabilities.empty()) slots.emplace("capability", without_stop(s.capabilities.front().capability.text));
    if (!s.proofs.empty()) slots.emplace("proof", without_stop(s.proofs.front().proof.text));
    if (!s.limits.empty()) slots.emplace("limit", without_stop(s.limits.front()));
    if (s.terms && !s.terms->gives.empty()) slots.emplace("give", s.terms->gives.front());
    if (s.terms && !s.terms->gets.empty()) slots.emplace("get", s.terms->gets.front());
    if (s.request) slots.emplace("request", s.request->what);
}

Slots slots_of(const Exchange* at, const Material& m) {
    Slots slots;
    const TopicId pain = pain_topic(at, m);
    slots.emplace("topic", m.topic_name(pain));
    slots.emplace("said", said_before(at, m));
    slots.emplace("minutes", std::to_string(m.scenario.brief.minutes));
    if (m.person) slots.emplace("company", m.person->company);
    for (const auto& fact : m.scenario.facts)
        if (!fact.known_to_role && !fact.ask_role.empty()) slots.emplace("other_role", fact.ask_role);
    if (!m.scenario.cues.empty()) slots.emplace("cue", m.scenario.cues.front());
    add_objection(slots, at, m);
    add_offer(slots, pain, m);
    return slots;
}

void add_lines(std::vector<std::string>& lines, const strategy::Texts& more, std::uint64_t number, const Material& m) {
    for (std::size_t i = 0; i < more.size() && lines.size() < kLines; ++i) {
        const std::string& line = more[(i + number % more.size()) % more.size()];
        if (std::find(lines.begin(), lines.end(), line) == lines.end() && !gives_away(line, m)) lines.push_back(line);
    }
}

struct MoveLine {
    foresight::MoveKind kind;
    std::string_view line;
};
using Kind = foresight::MoveKind;
constexpr MoveLine kMoveLines[] = {
    {Kind::greet, "greeting"},
    {Kind::set_agenda, "agenda"},
    {Kind::ask_situation, "situation_question"},
    {Kind::ask_problem, "problem_question"},
    {Kind::ask_implication, "implication_question"},
    {Kind::ask_payoff, "need_payoff_question"},
    {Kind::ask_budget, "budget_question"},
    {Kind::ask_authority, "authority_question"},
    {Kind::ask_criteria, "criteria_question"},
    {Kind::ask_timeline, "timeline_question"},
    {Kind::ask_process, "decision_process_question"},
    {Kind::ask_competition, "competition_question"},
    {Kind::ask_stakeholders, "stakeholder_mapping"},
    {Kind::recap, "summary"},
    {Kind::sympathise, "empathy"},
    {Kind::give_benefit, "value_statement"},
    {Kind::give_figures, "quantified_value"},
    {Kind::give_insight, "insight"},
    {Kind::bring_proof, "social_proof"},
    {Kind::admit_limit, "limit_admitted"},
    {Kind::clarify_objection, "objection_clarified"},
    {Kind::answer_objection, "objection_answered"},
    {Kind::name_price, "price_talk"},
    {Kind::hold_price, "price_held"},
    {Kind::offer_trade, "trade"},
    {Kind::propose_step, "next_step"},
    {Kind::ask_for_order, "close"},
    {Kind::part, "sign_off"},
};

bool cause_told_before(const Exchange& at, const Material& m) {
    return std::any_of(m.exchanges.begin(), m.exchanges.end(),
                       [&](const Exchange& e) { return e.turn < at.turn && e.moves.has(BuyerMove::object_cause); });
}

}  // namespace

std::string better_utterance(const foresight::Move& move, const Exchange& at, const Material& m) {
    const Kind kind = foresight::marks::meaning_of(move);
    const auto row = std::find_if(std::begin(kMoveLines), std::end(kMoveLines),
                                  [&](const MoveLine& each) { return each.kind == kind; });
    if (row == std::end(kMoveLines)) return {};
    Slots slots = slots_of(&at, m);
    if (could_name(move.topic, at, m)) slots["topic"] = m.topic_name(move.topic);
    if (!at.objection_before)
        for (const char* slot : {"objection_topic", "told_apart_by", "answer"}) slots.erase(slot);
    if (!cause_told_before(at, m)) slots.erase("answer");
    std::vector<std::string> lines;
    add_lines(lines, say_all(m.phrases, "line." + std::string(row->line), slots), m.number(at.turn, 6), m);
    return lines.empty() ? std::string() : lines.front();
}

std::vector<std::string> better_lines(const strategy::Behaviour& behaviour, const IndicatorVerdict& verdict,
                                      const Exchange* at, const Material& m) {
    const auto indicator = std::find_if(behaviour.indicators.begin(), behaviour.indicators.end(),
                                        [&](const auto& each) { return each.id == verdict.indicator; });
    std::vector<std::string> lines;
    const Slots slots = slots_of(at, m);
    const std::uint64_t number = m.number(at ? at->turn : 0, 5);
    if (indicator != behaviour.indicators.end())
        for (const std::string& name : wanted(*indicator, verdict, m))
            add_lines(lines, say_all(m.phrases, name, slots), number, m);
    add_lines(lines, say_all(m.phrases, "line.skill." + std::string(strategy::name(behaviour.skill)), slots), number,
              m);
    return lines;
}

}  // namespace praxis::coaching
