// The transcript reader, for the port of app/ports/written_texts.hpp.
#pragma once

#include "adapters/files/transcripts/transcript_file.hpp"
#include "app/ports/written_texts.hpp"

namespace praxis::files {

class TranscriptReader final : public app::TranscriptText {
public:
    Result<app::Transcript, Problems> read(std::string_view text) const override { return parse_transcript(text, {}); }
};

}  // namespace praxis::files
