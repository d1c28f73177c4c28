// The working value of derive(): one event under the light of what stood before it. Owner: core/behaviour; used by
// derive*.cpp only.
#pragma once

#include <optional>
#include <vector>

#include "core/behaviour/course.hpp"

namespace praxis::behaviour {

struct Derivation {
    const conversation::Conversation& conversation;
    const strategy::Scenario& scenario;
    const Course& course;
    std::vector<DerivedSeen> found;

    const conversation::Event& event(std::size_t index) const { return conversation.events[index]; }
    const Before& before(std::size_t index) const { return course.before[index]; }
    Span whole(std::size_t index) const { return {0, static_cast<std::uint32_t>(event(index).text.size())}; }

    void add(DerivedEvent what, std::size_t index, Span span, TopicSet topics, bool certain = true) {
        const auto& said = event(index);
        if (span.begin >= span.end || span.end > said.text.size()) span = whole(index);
        found.push_back({what, said.turn, index, span, said.who, topics, certain});
    }
};

void derive_rep(Derivation&, std::size_t index, const Reading&);
void derive_rehearsed_buyer(Derivation&, std::size_t index, const conversation::BuyerSaid&);
void derive_real_customer(Derivation&, std::size_t index, const conversation::BuyerSaid&);

// Does the text name a recognisable cue of the segment? By content words, of which most must be there.
bool names_cue(std::string_view text, const strategy::Texts& cues);

}  // namespace praxis::behaviour
