// Saved conversations on disk: JSON lines as wire writes them. Saving replaces the file as a whole (written beside it,
// then renamed), so that a crash leaves the old one. Files above the limit are refused unread. Any thread; one writer a
// file. Errors: problems that name the file and, where there is one, the line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/problem.hpp"
#include "core/base/result.hpp"
#include "core/conversation/event.hpp"
#include "core/strategy/scenario.hpp"

namespace praxis::files {

inline constexpr std::size_t kConversationMax_bytes = 64UL << 20;

Result<std::string, Problems> load_text(const std::filesystem::path&, std::size_t most_bytes);
Result<conversation::Header, Problems> load_conversation_header(const std::filesystem::path&);
// The scenario is the one that the header names.
Result<conversation::Conversation, Problems> load_conversation(const std::filesystem::path&, const strategy::Scenario&);

// Empty on success.
Problems save_text(const std::filesystem::path&, std::string_view text);
Problems save_conversation(const std::filesystem::path&, const conversation::Conversation&, const strategy::Scenario&);

}  // namespace praxis::files
