#include "core/coaching/exchange.hpp"

#include <algorithm>
#include <array>

#include "core/buyer/scene.hpp"
#include "core/strategy/key_phrases.hpp"

namespace praxis::coaching {
namespace {

using conversation::BuyerSaid;
using conversation::RepSaid;

constexpr BuyerMoveSet kObjecting = {BuyerMove::object, BuyerMove::object_again, BuyerMove::object_cause,
                                     BuyerMove::half_answer, BuyerMove::resolved};

conversation::Standing start_of(const strategy::Scenario& scenario) {
    const strategy::MindStart& start = scenario.start;
    const auto byte = [](int value) { return static_cast<std::uint8_t>(std::clamp(value, 0, 100)); };
    return {byte(start.trust),   byte(start.interest), byte(start.patience), byte(start.value),
            byte(start.clarity), byte(start.urgency),  start.stage};
}

TopicId first_topic(const behaviour::TopicSet& topics) {
    for (std::size_t t = 0; t < topics.size(); ++t)
        if (topics[t]) return {static_cast<std::uint8_t>(t)};
    return {};
}

TopicId topic_of(const Exchange& exchange, const Material& m) {
    for (const FactId fact : exchange.disclosed)
        if (fact.value < m.scenario.facts.size()) return m.scenario.facts[fact.value].topic;
    if (exchange.buyer) {
        const auto& said = std::get<BuyerSaid>(m.event(*exchange.buyer).body);
        for (int i = 0; i < behaviour::heard_moves(said); ++i) {
            const auto& move = said.intention->moves[static_cast<std::size_t>(i)];
            if (const TopicId topic = first_topic(behaviour::topics_of(move, m.scenario)); !topic.none()) return topic;
        }
        if (!said.topics.empty()) return said.topics.front().topic;
    }
    const auto& reading = std::get<RepSaid>(m.event(exchange.rep).body).reading;
    return reading.topics.empty() ? TopicId{} : reading.topics.front().topic;
}

TopicId objection_of(const Exchange& exchange, const Material& m) {
    if (!exchange.buyer) return {};
    const auto& said = std::get<BuyerSaid>(m.event(*exchange.buyer).body);
    for (int i = 0; i < behaviour::heard_moves(said); ++i) {
        const PlannedMove& move = said.intention->moves[static_cast<std::size_t>(i)];
        if (kObjecting.has(move.move) && move.objection().value < m.scenario.objections.size())
            return m.scenario.objections[move.objection().value].topic;
    }
    return {};
}

void answered(Exchange& exchange, const BuyerSaid& said, std::size_t index) {
    exchange.buyer = index;
    exchange.kind = said.kind;
    exchange.disclosed.insert(exchange.disclosed.end(), said.disclosed.begin(), said.disclosed.end());
    for (int i = 0; i < behaviour::heard_moves(said); ++i)
        exchange.moves.insert(said.intention->moves[static_cast<std::size_t>(i)].move);
}

Exchange asked(const Material& m, std::size_t index, const conversation::Standing& standing) {
    Exchange exchange;
    exchange.turn = m.event(index).turn;
    exchange.rep = index;
    exchange.before = exchange.after = standing;
    exchange.objection_before = m.course.before[index].objection_open;
    exchange.understood = behaviour::understood(m.conversation, m.course, index);
    for (const ActSeen& seen : std::get<RepSaid>(m.event(index).body).reading.acts)
        if (seen.credited) exchange.acts.insert(seen.act);
    return exchange;
}

void fill_exchanges(Material& m) {
    conversation::Standing standing = start_of(m.scenario);
    for (std::size_t i = 0; i < m.conversation.events.size(); ++i) {
        const auto& body = m.event(i).body;
        if (std::holds_alternative<RepSaid>(body)) m.exchanges.push_back(asked(m, i, standing));
        if (const auto* ended = std::get_if<conversation::Ended>(&body)) m.ended = *ended;
        const auto* said = std::get_if<BuyerSaid>(&body);
        if (!said) continue;
        m.told.insert(m.told.end(), said->disclosed.begin(), said->disclosed.end());
        if (said->intention) standing = said->standing;
        if (m.exchanges.empty()) continue;
        answered(m.exchanges.back(), *said, i);
        m.exchanges.back().after = standing;
    }
}

void add_derived(Material& m) {
    for (const auto& seen : m.derived) {
        if (!seen.certain) continue;
        for (Exchange& exchange : m.exchanges)
            if (seen.index == exchange.rep || seen.index == exchange.buyer) exchange.derived.insert(seen.event);
    }
    bool pain = false;
    for (Exchange& exchange : m.exchanges) {
        exchange.topic = topic_of(exchange, m);
        exchange.objection = objection_of(exchange, m);
        exchange.pain_before = pain;
        pain = exchange.derived.any({DerivedEvent::pain_disclosed, DerivedEvent::impact_disclosed});
    }
}

}  // namespace

std::uint64_t Material::number(std::uint32_t turn, std::uint32_t slot) const {
    constexpr std::uint32_t kReporter = 0xfe;  // nobody in the conversation
    return chance(conversation.header.seed, kReporter, turn, slot);
}

std::string Material::topic_name(TopicId topic) const {
    return topic.value < scenario.topics.size() ? scenario.topics[topic.value].name : std::string();
}

bool Material::was_told(FactId fact) const {
    return std::find(told.begin(), told.end(), fact) != told.end() ||
           std::find(scenario.facts_known.begin(), scenario.facts_known.end(), fact) != scenario.facts_known.end();
}

Material gather(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                const Phrases& phrases) {
    Material m{conversation, scenario, phrases, behaviour::follow(conversation, scenario), {}, {}, {}};
    m.derived = behaviour::derive(conversation, scenario, m.course);
    if (!m.real() && !scenario.people.empty()) {
        const buyer::Casting casting = buyer::cast(scenario, conversation.header.seed);
        m.person = &scenario.people[std::min(casting.person, scenario.people.size() - 1)];
        m.causes = casting.causes;
    }
    fill_exchanges(m);
    add_derived(m);
    return m;
}

int gain(const Exchange& e) {
    return (e.after.trust - e.before.trust) + (e.after.value - e.before.value) +
           (e.after.interest - e.before.interest) / 2 + (e.after.patience - e.before.patience) / 2;
}

int loss(const Exchange& e) {
    const auto fell = [](int before, int after) { return std::max(0, before - after); };
    return fell(e.before.trust, e.after.trust) + fell(e.before.value, e.after.value) +
           fell(e.before.interest, e.after.interest) / 2 + fell(e.before.patience, e.after.patience) / 2;
}

bool is_strike(const Exchange& e) {
    return e.moves.has(BuyerMove::offended) || e.moves.has(BuyerMove::push_back) || e.moves.has(BuyerMove::walk_out) ||
           (e.moves.has(BuyerMove::bemused) && e.acts.has(Act::steering));
}

std::optional<behaviour::Evidence> words_for(FactId id, const Material& m) {
    for (const auto& event : m.conversation.events) {
        const auto* said = std::get_if<BuyerSaid>(&event.body);
        if (!said || std::find(said->disclosed.begin(), said->disclosed.end(), id) == said->disclosed.end()) continue;
        for (std::size_t i = 0; i < said->spans.size() && static_cast<int>(i) < behaviour::heard_moves(*said); ++i) {
            const PlannedMove& move = said->intention->moves[i];
            if (behaviour::tells_fact(move.move) && move.fact() == id)
                return behaviour::evidence_of(event, said->spans[i]);
        }
        return behaviour::evidence_of(event, {});
    }
    return std::nullopt;
}

bool told_about(TopicId topic, const Material& m) {
    for (std::size_t f = 0; f < m.scenario.facts.size(); ++f)
        if (m.scenario.facts[f].topic == topic && m.was_told({static_cast<std::uint8_t>(f)})) return true;
    return false;
}

bool gives_away(std::string_view text, const Material& m) {
    for (std::size_t f = 0; f < m.scenario.facts.size(); ++f) {
        if (m.was_told({static_cast<std::uint8_t>(f)})) continue;
        if (strategy::KeyPhrases(m.scenario.facts[f].fact.key).first_in(text)) return true;
    }
    return false;
}

}  // namespace praxis::coaching
