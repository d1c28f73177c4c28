// A conversation as JSON lines: one header line, then one event a line; the format of saved conversations and of
// `--json` output alike (docs/conversation-format.md). A moved argument that could name a closed fact is written as a
// bare number. Lines that are told to people but are not events of the log (brief, note, report) are passed over when
// reading. Reading needs the scenario the header names: first read_header, then read_conversation.
// Errors name the line. Values only; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::wire {

std::string to_line(const conversation::Header&);
std::string to_line(const conversation::Event&, const strategy::Scenario&);
std::string to_lines(std::span<const conversation::Event>, const strategy::Scenario&);  // without a header
std::string to_lines(const conversation::Conversation&, const strategy::Scenario&);

// `file` only names the source in problems.
Result<conversation::Header, Problems> read_header(std::string_view lines, const std::string& file);
Result<conversation::Conversation, Problems> read_conversation(std::string_view lines, const std::string& file,
                                                               const strategy::Scenario&);

}  // namespace praxis::wire
