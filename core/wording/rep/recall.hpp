// What a customer has said so far, as the rep may take it up: facts told with their own words, objections raised,
// causes told. Made from a conversation's events, so nothing that was not heard can be in it; what the brief gives away
// is in it from the start. Values only; any thread. Does not know: what is still closed.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::wording::rep {

struct Told {
    FactId fact;
    std::uint32_t turn = 0;  // 0: before this conversation
    std::string sentence;    // as it was said
    std::string words;       // what matters in it, verbatim: the words around the fact's key; may be empty
    std::string key;         // … the key alone
};

struct Recall {
    std::vector<Told> told;                             // in the order of telling
    std::vector<TopicId> named;                         // topics of which something was told, each once
    std::array<std::string, kObjectionsMax> objection;  // the sentence that raised it; empty: not raised
    std::array<std::string, kObjectionsMax> cause;      // the sentence that told why; empty: not told
    bool knows(TopicId) const;
};

inline constexpr std::uint32_t kWholeTalk = std::numeric_limits<std::uint32_t>::max();

// What was heard before the rep's turn `before`.
Recall recall(const conversation::Conversation&, const strategy::Scenario&, std::uint32_t before = kWholeTalk);

// Does the text hold a key of a fact that was not told?
bool gives_away(std::string_view text, const Recall&, const strategy::Scenario&);

}  // namespace praxis::wording::rep
