// Small pieces for making up and changing what a rep says, as the customer would understand it. Inside this room only.
#pragma once

#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::foresight::habits {

Observation say(ActSet acts, TopicId topic = {});
void add_topic(Observation&, TopicId);  // unless something is named already
void turn_to(Observation&, TopicId);    // about this and nothing else
void add_amount(Observation&, AmountKind, std::int64_t milli);
void drop_amounts(Observation&, AmountKind);

// Makes groups, sureness and counts of questions follow from the acts.
void settle(Observation&);

// The acts of asking for something the customer knows.
constexpr ActSet functions() {
    return acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) | acts_of(ActGroup::qualify);
}
inline constexpr ActSet kBenefits{Act::value_statement, Act::quantified_value};

// A deep fact was told about this topic, so that a benefit can be tied to it.
bool pain_told(const buyer::State&, const buyer::Scene&, TopicId);

// Was a fact of this layer told about the topic, or about what follows from it?
bool told(const buyer::State&, const buyer::Scene&, TopicId, strategy::FactLayer);

}  // namespace praxis::foresight::habits
