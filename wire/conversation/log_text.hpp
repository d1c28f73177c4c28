// A conversation as the lines of an attempt's log: those of conversation_lines.hpp. Any thread.
#pragma once

#include "app/ports/conversation_text.hpp"

namespace praxis::wire {

class LogText final : public app::ConversationText {
public:
    std::string header(const conversation::Header&) const override;
    std::string events(const conversation::Conversation&, const strategy::Scenario&, std::size_t first) const override;
    Result<conversation::Conversation, Problems> read(const std::string& lines,
                                                      const strategy::Scenario&) const override;
};

}  // namespace praxis::wire
