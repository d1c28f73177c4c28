#include "core/wording/moment.hpp"

#include <algorithm>

#include "core/wording/sentence.hpp"

namespace praxis::wording {
namespace {

enum class Argument : std::uint8_t { none, fact, objection, topic, question };

Argument argument_of(BuyerMove move) {
    using enum BuyerMove;
    switch (move) {
        case confirm:
        case correct:
        case disclose:
        case disclose_short:
        case told_already:
        case guard: return Argument::fact;
        case impressed:
        case shrug:
        case interested:
        case not_my_field:
        case nothing_there:
        case yes:
        case no:
        case ask_back: return Argument::topic;
        case object:
        case object_again:
        case object_cause:
        case half_answer:
        case resolved: return Argument::objection;
        case ask: return Argument::question;
        default: return Argument::none;
    }
}

Condition condition_of(strategy::Medium medium) {
    switch (medium) {
        case strategy::Medium::phone: return Condition::phone;
        case strategy::Medium::video: return Condition::video;
        case strategy::Medium::in_person: return Condition::in_person;
        case strategy::Medium::partner: return Condition::partner;
        case strategy::Medium::chat: return Condition::chat;
    }
    return Condition::phone;
}

bool is_trouble(strategy::FactLayer layer) {
    using enum strategy::FactLayer;
    return layer == problem || layer == implication || layer == payoff;
}

std::optional<Condition> form_of(Asked asked) {
    switch (asked) {
        case Asked::nothing: return std::nullopt;
        case Asked::yes_no: return Condition::yes_no;
        case Asked::willing: return Condition::willing;
        case Asked::choice: return Condition::choice;
        case Asked::how_much: return Condition::how_much;
        case Asked::how_often: return Condition::how_often;
        case Asked::how_long: return Condition::how_long;
        case Asked::when: return Condition::when;
        case Asked::who: return Condition::who;
        case Asked::why: return Condition::why;
        case Asked::opinion: return Condition::opinion;
        case Asked::what: return Condition::what;
    }
    return std::nullopt;
}

template <class T>
const T* entry(const std::vector<T>& table, const Moment& moment, Argument wanted) {
    const PlannedMove& move = moment.move();
    const bool fits = argument_of(move.move) == wanted && move.argument < table.size();
    return fits ? &table[move.argument] : nullptr;
}

}  // namespace

std::uint64_t Moment::draw(Draw what) const {
    return chance(Seed{mix(speaker.seed.value)}, speaker.who.value, turn,
                  0x5700u + index * 16 + static_cast<std::uint32_t>(what));
}

const strategy::ScenarioFact* fact_of(const Moment& moment) {
    return entry(moment.scenario().facts, moment, Argument::fact);
}

const strategy::ScenarioObjection* objection_of(const Moment& moment) {
    return entry(moment.scenario().objections, moment, Argument::objection);
}

const strategy::ScenarioCause* cause_of(const Moment& moment) {
    const auto* objection = objection_of(moment);
    if (objection == nullptr || moment.move().argument >= kObjectionsMax) return nullptr;
    const std::uint8_t cause = moment.speaker.causes[moment.move().argument];
    return cause < objection->causes.size() ? &objection->causes[cause] : nullptr;
}

const strategy::ScenarioQuestion* question_of(const Moment& moment) {
    return entry(moment.scenario().questions, moment, Argument::question);
}

TopicId topic_of(const Moment& moment) {
    if (const auto* fact = fact_of(moment)) return fact->topic;
    if (const auto* objection = objection_of(moment)) return objection->topic;
    if (const auto* question = question_of(moment)) return question->topic;
    if (argument_of(moment.move().move) == Argument::topic && !moment.move().topic().none())
        return moment.move().topic();
    return moment.heard.topic_count > 0 ? moment.heard.topics[0] : TopicId{};
}

Conditions conditions_of(const Moment& moment) {
    Conditions hold;
    hold.insert(condition_of(moment.scenario().brief.medium));
    hold.insert(moment.turn <= 2 ? Condition::opening : Condition::later);
    const bool asked = moment.heard.open_questions + moment.heard.closed_questions > 0;
    hold.insert(asked ? Condition::question : Condition::statement);
    const bool made = moment.memory.moves[static_cast<std::size_t>(moment.move().move)] > 1;
    hold.insert(made ? Condition::again : Condition::first);
    if (moment.index + 1u == moment.intention.count) hold.insert(Condition::alone);
    if (moment.style() != strategy::Style::formal) hold.insert(Condition::casual);
    if (const auto* fact = fact_of(moment); fact != nullptr && is_trouble(fact->fact.layer))
        hold.insert(Condition::trouble);
    if (const auto form = form_of(moment.heard.asked)) hold.insert(*form);
    return hold;
}

bool gives_away(const Moment& moment, std::string_view text) {
    const auto& scenario = moment.scenario();
    const auto* mine = fact_of(moment);
    for (std::size_t i = 0; i < scenario.facts.size() && i < kFactsMax; ++i) {
        const bool told = (moment.memory.told >> i & 1) != 0 || &scenario.facts[i] == mine ||
                          std::ranges::count(scenario.facts_known, FactId{static_cast<std::uint8_t>(i)}) > 0;
        if (told) continue;
        for (const std::string& key : scenario.facts[i].fact.key)
            if (has_phrase(text, key)) return true;
    }
    return false;
}

}  // namespace praxis::wording
