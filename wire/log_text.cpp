#include "wire/log_text.hpp"

#include "wire/conversation_lines.hpp"

namespace praxis::wire {

std::string LogText::lines(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                           std::size_t first) const {
    std::string text;
    if (first == 0) text += to_line(conversation.header) + "\n";
    for (std::size_t i = first; i < conversation.events.size(); ++i)
        text += to_line(conversation.events[i], scenario) + "\n";
    return text;
}

Result<conversation::Conversation, Problems> LogText::read(const std::string& lines,
                                                           const strategy::Scenario& scenario) const {
    return read_conversation(lines, "the attempt's log", scenario);
}

}  // namespace praxis::wire
