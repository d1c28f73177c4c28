#include <algorithm>

#include "core/strategy/scenarios/ground.hpp"

namespace praxis::strategy {
namespace {

template <class Values, class Value>
bool fits(const Values& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool applies(const AppliesTo& when, const Cast& cast) {
    const Ground& ground = cast.ground;
    const Slug channel = cast.channel ? cast.channel->id : "";
    return fits(when.segments, ground.segment.id) && fits(when.roles, cast.role.id) &&
           fits(when.models, ground.model.id) && fits(when.channels, channel) && fits(when.kinds, cast.key.kind) &&
           fits(when.relationships, ground.relationship) &&
           when.quote_wins.value_or(ground.model.quote_wins) == ground.model.quote_wins &&
           when.challenge_welcome.value_or(ground.model.challenge_welcome) == ground.model.challenge_welcome;
}

}  // namespace

void fill_criteria(Scenario& scenario, const Cast& cast) {
    const bool chosen = cast.change && !cast.change->behaviours.empty();
    for (const Behaviour& behaviour : cast.ground.strategy.behaviours)
        if (chosen ? fits(cast.change->behaviours, behaviour.id) : applies(behaviour.when, cast))
            scenario.criteria.push_back(behaviour);
}

}  // namespace praxis::strategy
