// The shapes a transcript comes in, one parser each; and the small pieces they share: lines with numbers, clock times,
// speaker labels. Internal to adapters/files. A parser returns pieces in file order; merging them is transcript_file's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/transcript.hpp"
#include "core/base/result.hpp"

namespace praxis::files {

using Pieces = std::vector<app::TranscriptTurn>;

struct Shape {
    std::string name;
    Pieces pieces;
    Problems notes;
};

struct Source {
    std::string_view text;  // without byte-order mark
    std::string file;
    Problem error(int line, int column, std::string what, std::string mend) const {
        return {Severity::error, {file, line, column}, std::move(what), std::move(mend)};
    }
    Problem warning(int line, std::string what) const {
        return {Severity::warning, {file, line, 1}, std::move(what), {}};
    }
};

struct Line {
    int number = 0;         // 1-based
    std::string_view text;  // without line end
};

std::vector<Line> split_lines(std::string_view text);
std::string_view trimmed(std::string_view text);
bool blank(std::string_view text);

// "1:02:03.500", "02:03,5", "00:12" → milliseconds.
std::optional<std::int64_t> clock_ms(std::string_view text);

// A label before a colon that can be a person: "Dave Kerrigan", "Speaker 2", "rep". Not "Note", "http", a sentence.
struct Labelled {
    std::string speaker;
    std::string_view text;
};
std::optional<Labelled> split_label(std::string_view line);

bool looks_like_webvtt(std::string_view text);
bool looks_like_srt(std::string_view text);
bool looks_like_json(std::string_view text);

Result<Shape, Problems> parse_webvtt(const Source&);
Result<Shape, Problems> parse_srt(const Source&);
Result<Shape, Problems> parse_json(const Source&);
Result<Shape, Problems> parse_plain(const Source&);

}  // namespace praxis::files
