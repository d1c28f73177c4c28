#include <algorithm>

#include "core/strategy/check.hpp"
#include "core/strategy/checks/findings.hpp"
#include "core/strategy/names.hpp"
#include "core/strategy/scenarios/ground.hpp"

namespace praxis::strategy {
namespace {

// What a buyer may have told before `fact` can be told at all: its needs, theirs, and the problem below an implication.
Slugs told_before(const Fact& fact, const Ground& ground) {
    Slugs told = fact.needs;
    for (const Pain& pain : ground.segment.pains)
        if (fact.needs.empty() && pain.problem && fact.id.starts_with(pain.id + ".") &&
            (fact.layer == FactLayer::implication || fact.layer == FactLayer::payoff))
            told.push_back(pain.problem->id);
    for (std::size_t i = 0; i < told.size(); ++i)
        for (const Fact* other : ground.facts)
            if (other->id == told[i])
                for (const Slug& need : other->needs)
                    if (!holds(told, need)) told.push_back(need);
    return told;
}

// Holds every text of a segment that is spoken or shown against the keys of its gated facts.
class Leaks {
public:
    Leaks(const Ground& ground, Findings& findings) : ground_(ground), findings_(findings) {}

    void run() {
        for (const Fact* fact : ground_.facts) {
            const std::string who = "fact '" + fact->id + "'";
            look(fact->full, who, fact->at, fact);
            look(fact->brief, who, fact->at, fact);
        }
        look_at_objections();
        look_at_brief();
        look_at_offers();
        for (const Topic& topic : ground_.strategy.topics)
            look({topic.name}, "the name of topic '" + topic.id + "'", topic.at);
        look_at_coaching();
    }

private:
    void look(const Texts& texts, const std::string& who, const Place& at, const Fact* own = nullptr) {
        const Slugs allowed = own ? told_before(*own, ground_) : Slugs{};
        for (const std::string& text : texts)
            for (const std::size_t key : ground_.keys_in(text)) {
                const Fact& fact = *ground_.facts[ground_.owners[key]];
                if (&fact == own || fact.volunteered || holds(allowed, fact.id) || is_common(ground_.keys[key]))
                    continue;
                findings_.warn(
                    at, who + " gives away fact '" + fact.id + "' by '" + ground_.keys[key] + "': \"" + text + "\"",
                    "reword it, choose another key, or let it need that fact");
            }
    }

    void look_at_objections() {
        for (const Objection& objection : ground_.segment.objections) {
            const std::string who = "objection '" + objection.id + "'";
            look(objection.says, who, objection.at);
            look(objection.again, who, objection.at);
            for (const Cause& cause : objection.causes) {
                const std::string why = "cause '" + cause.id + "'";
                look(cause.tell, why, cause.at);
                look(cause.settled, why, cause.at);
                look({cause.told_apart_by, cause.answer}, why, cause.at);
            }
        }
        for (const BuyerQuestion& question : ground_.segment.questions)
            look(question.says, "question '" + question.id + "'", question.at);
    }

    void look_at_brief() {
        const Segment& segment = ground_.segment;
        const std::string who = "the brief of segment '" + segment.id + "'";
        look({segment.name, segment.what}, who, segment.at);
        for (const Texts* texts :
             {&segment.said, &segment.seen, &segment.firmographic, &segment.triggers, &segment.vocabulary})
            look(*texts, who, segment.at);
        for (const Alternative& alternative : segment.alternatives) look({alternative.name}, who, alternative.at);
        for (const Disqualifier& disqualifier : segment.disqualifiers) look({disqualifier.text}, who, disqualifier.at);
        if (const auto& wish = segment.relationship) look({wish->customer_gives, wish->investment}, who, wish->at);
        if (const auto& priority = segment.priority) look({priority->effort, priority->walk_away}, who, priority->at);
        for (const Slug& id : segment.roles)
            if (const Role* role = find_role(ground_.strategy, id)) look(role->goals, "role '" + id + "'", role->at);
        for (const ScenarioOverride& scenario : ground_.strategy.scenarios)
            if (scenario.segment == segment.id)
                look({scenario.title, scenario.situation, scenario.task}, "scenario '" + scenario.id + "'",
                     scenario.at);
    }

    void look_at_offers() {
        for (const Offer* offer : ground_.offers) {
            const std::string who = "offer '" + offer->id + "'";
            look({offer->name, offer->what}, who, offer->at);
            look(offer->claims, who, offer->at);
            look(offer->limits, who, offer->at);
            for (const ValueProposition& value : offer->values)
                look({value.text}, "value '" + value.id + "'", value.at);
            for (const Capability& capability : offer->capabilities)
                look({capability.text}, "capability '" + capability.id + "'", capability.at);
            for (const Proof& proof : offer->proofs) look({proof.text}, "proof '" + proof.id + "'", proof.at);
        }
    }

    // Tips and sentences of behaviours stand in cues and reports.
    void look_at_coaching() {
        for (const Behaviour& behaviour : ground_.strategy.behaviours) {
            if (!behaviour.when.segments.empty() && !holds(behaviour.when.segments, ground_.segment.id)) continue;
            const std::string who = "behaviour '" + behaviour.id + "'";
            look({behaviour.name, behaviour.tip, behaviour.why}, who, behaviour.at);
            for (const Indicator& indicator : behaviour.indicators) look({indicator.says}, who, indicator.at);
        }
    }

    const Ground& ground_;
    Findings& findings_;
};

}  // namespace

Problems check_leaks(const Strategy& strategy) {
    Findings findings;
    for (const Segment& segment : strategy.segments)
        if (const Result<Ground, Problems> ground = ground_of(strategy, segment.id)) Leaks(*ground, findings).run();
    return findings.take();
}

}  // namespace praxis::strategy
