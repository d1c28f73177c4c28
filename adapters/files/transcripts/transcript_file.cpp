#include "adapters/files/transcripts/transcript_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "adapters/files/transcripts/shapes.hpp"

namespace praxis::files {
namespace {

constexpr std::int64_t kSameTurnGapMs =
    30'000;  // a longer silence of one speaker is kept as one turn only without times

// Byte offset of the first byte that is not UTF-8; npos when all is.
std::size_t first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80                   ? 1
                                   : byte >= 0xc2 && byte < 0xe0 ? 2
                                   : (byte & 0xf0) == 0xe0       ? 3
                                   : byte >= 0xf0 && byte < 0xf5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size()) return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return i;
        i += length;
    }
    return std::string_view::npos;
}

Problem at_offset(const Source& source, std::size_t offset, std::string what, std::string mend) {
    const std::string_view before = source.text.substr(0, offset);
    const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = before.rfind('\n');
    const int column = static_cast<int>(offset - (start == std::string_view::npos ? 0 : start + 1)) + 1;
    return source.error(line, column, std::move(what), std::move(mend));
}

std::optional<Problem> unreadable(const Source& source) {
    if (blank(source.text)) return source.error(1, 1, "the file is empty", "export the transcript again");
    if (source.text.starts_with("\xff\xfe") || source.text.starts_with("\xfe\xff"))
        return source.error(1, 1, "the file is UTF-16", "save it as UTF-8");
    const std::size_t null = source.text.find('\0');
    if (null != std::string_view::npos)
        return at_offset(source, null, "the file is not text (it has a zero byte)",
                         "give the transcript, not the recording");
    const std::size_t invalid = first_invalid_utf8(source.text);
    if (invalid != std::string_view::npos)
        return at_offset(source, invalid, "these bytes are not UTF-8", "save the file as UTF-8");
    return std::nullopt;
}

Result<Shape, Problems> parse_shape(const Source& source) {
    if (looks_like_webvtt(source.text)) return parse_webvtt(source);
    if (looks_like_json(source.text)) return parse_json(source);
    if (looks_like_srt(source.text)) return parse_srt(source);
    return parse_plain(source);
}

bool continues(const app::TranscriptTurn& turn, const app::TranscriptTurn& piece) {
    if (turn.speaker != piece.speaker) return false;
    return !turn.timing || !piece.timing || piece.timing->begin_ms - turn.timing->end_ms < kSameTurnGapMs;
}

std::vector<app::TranscriptTurn> merge(Pieces pieces) {
    std::vector<app::TranscriptTurn> turns;
    for (app::TranscriptTurn& piece : pieces) {
        if (blank(piece.text)) continue;
        if (turns.empty() || !continues(turns.back(), piece)) {
            turns.push_back(std::move(piece));
            continue;
        }
        app::TranscriptTurn& turn = turns.back();
        turn.text += " " + piece.text;
        if (turn.timing && piece.timing) turn.timing->end_ms = std::max(turn.timing->end_ms, piece.timing->end_ms);
    }
    return turns;
}

std::optional<Problem> unusable(const Source& source, const std::vector<app::TranscriptTurn>& turns) {
    std::set<std::string> speakers;
    for (const app::TranscriptTurn& turn : turns) speakers.insert(turn.speaker);
    if (turns.empty()) return source.error(1, 1, "nobody says anything in it", "export the transcript again");
    speakers.erase("");
    if (speakers.empty())
        return source.error(turns.front().line, 1, "it does not say who speaks",
                            "export it with speaker names, or write \"Name:\" before each turn");
    if (speakers.size() == 1)
        return source.error(turns.front().line, 1, "only one speaker, '" + *speakers.begin() + "', is in it",
                            "a review needs both sides of the call");
    return std::nullopt;
}

}  // namespace

Result<app::Transcript, Problems> parse_transcript(std::string_view text, const std::string& file) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const Source source{text, file};
    if (auto problem = unreadable(source)) return refuse(Problems{*std::move(problem)});
    auto shape = parse_shape(source);
    if (!shape) return refuse(shape.error());
    app::Transcript transcript{shape->name, merge(std::move(shape->pieces)), std::move(shape->notes)};
    if (auto problem = unusable(source, transcript.turns)) return refuse(Problems{*std::move(problem)});
    return transcript;
}

Result<app::Transcript, Problems> load_transcript(const std::filesystem::path& file) {
    const Source source{{}, file.string()};
    std::error_code failed;
    if (std::filesystem::is_directory(file, failed))
        return refuse(Problems{source.error(0, 0, "this is a folder", "name the transcript file in it")});
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return refuse(
            Problems{source.error(0, 0, "the file cannot be opened", "check its name and that you may read it")});
    std::string text;
    for (std::array<char, 65536> part; in.read(part.data(), part.size()) || in.gcount() > 0;) {
        text.append(part.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > kTranscriptBytesMax) break;
    }
    if (text.size() > kTranscriptBytesMax)
        return refuse(Problems{source.error(0, 0, "the file is larger than 32 MB",
                                            "a day of talk is below 1 MB: is this the recording?")});
    return parse_transcript(text, file.string());
}

}  // namespace praxis::files
