// Moments: every act, derived event and buyer move of a conversation in one line, each with what it was about and what
// stood before it, so that an indicator is a search over one list. Owner: core/behaviour. Pure; any thread.
#pragma once

#include <variant>
#include <vector>

#include "core/behaviour/derive.hpp"
#include "core/strategy/behaviour.hpp"

namespace praxis::behaviour {

struct Moment {
    std::variant<Act, DerivedEvent, BuyerMove> what;
    strategy::By by{};
    std::size_t event = 0;  // of the conversation
    std::uint32_t turn = 0;
    Span span;
    TopicSet topics;
    std::optional<strategy::Stage> stage;
    bool certain = true;  // false: only possible
};

// In the order they were said.
std::vector<Moment> moments(const conversation::Conversation&, const strategy::Scenario&, const Course&);

// Strictly earlier in the conversation: an earlier event, or earlier words of the same one.
bool earlier(const Moment&, const Moment&);

// Is the moment's event one of the pattern's, whatever it was about? `family` accepts any act of a wanted act's group.
bool same_event(const strategy::EventPattern&, const Moment&);
bool same_family(const strategy::EventPattern&, const Moment&);
// The whole pattern: event, topics, stage and side.
bool matches(const strategy::EventPattern&, const Moment&, const Before&, const strategy::Scenario&);

}  // namespace praxis::behaviour
