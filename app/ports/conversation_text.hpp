// How a conversation is written in an attempt's log. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::app {

class ConversationText {
public:
    virtual ~ConversationText() = default;
    // Lines: the header is one, every event is one. A log begins with its header.
    virtual std::string header(const conversation::Header&) const = 0;
    virtual std::string events(const conversation::Conversation&, const strategy::Scenario&,
                               std::size_t first) const = 0;
    virtual Result<conversation::Conversation, Problems> read(const std::string& lines,
                                                              const strategy::Scenario&) const = 0;
};

}  // namespace praxis::app
