#include "wire/conversation/log_text.hpp"

#include "wire/conversation/conversation_lines.hpp"
#include "wire/conversation/event.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::wire {

std::string LogText::header(const conversation::Header& header) const {
    return to_line(header) + "\n";
}

std::string LogText::events(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                            std::size_t first) const {
    const Names names = names_of(scenario);
    std::string text;
    for (std::size_t i = first; i < conversation.events.size(); ++i)
        text += to_text(to_json(conversation.events[i], scenario, names)) + "\n";
    return text;
}

Result<conversation::Conversation, Problems> LogText::read(const std::string& lines,
                                                           const strategy::Scenario& scenario) const {
    return read_conversation(lines, "the attempt's log", scenario);
}

}  // namespace praxis::wire
