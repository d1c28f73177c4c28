// Reads a transcript of a real call: WebVTT, SubRip, plain text, or one of the JSON shapes of docs/transcripts.md. The
// shape is told from the content, not from the file's ending. Consecutive pieces of one speaker become one turn. Errors
// name line and column and say how to mend it. Any thread; reads the file once, at most kTranscriptBytesMax.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/transcript.hpp"
#include "core/base/result.hpp"

namespace praxis::files {

inline constexpr std::size_t kTranscriptBytesMax = 32 * 1024 * 1024;

Result<app::Transcript, Problems> load_transcript(const std::filesystem::path& file);

// `file` only names the source in problems.
Result<app::Transcript, Problems> parse_transcript(std::string_view text, const std::string& file);

}  // namespace praxis::files
