#include "wire/conversation/log_text.hpp"

#include <algorithm>
#include <span>

#include "wire/conversation/conversation_lines.hpp"

namespace praxis::wire {

std::string LogText::header(const conversation::Header& header) const {
    return to_line(header) + "\n";
}

std::string LogText::events(const conversation::Conversation& conversation, const strategy::Scenario& scenario,
                            std::size_t first) const {
    const std::span events(conversation.events);
    return to_lines(events.subspan(std::min(first, events.size())), scenario);
}

Result<conversation::Conversation, Problems> LogText::read(const std::string& lines,
                                                           const strategy::Scenario& scenario) const {
    return read_conversation(lines, "the attempt's log", scenario);
}

}  // namespace praxis::wire
