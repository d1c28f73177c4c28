// Plain text as people and note-takers write it: "Name: text", times before or after the name, or the name on a line of
// its own above the words.
#include <algorithm>
#include <map>

#include "adapters/files/transcripts/shapes.hpp"

namespace praxis::files {
namespace {

// A line's time, taken off its front or from behind the name: "[00:12] …", "(00:12:03) …", "00:12 …".
struct Timed {
    std::optional<std::int64_t> ms;
    std::string rest;
};

std::optional<std::int64_t> bracketed_clock(std::string_view text) {
    if (text.size() < 3) return std::nullopt;
    const char open = text.front(), close = text.back();
    if ((open == '[' && close == ']') || (open == '(' && close == ')')) text = text.substr(1, text.size() - 2);
    const std::size_t range = text.find_first_of("-");
    return clock_ms(text.substr(0, range));
}

Timed take_time(std::string_view line) {
    line = trimmed(line);
    const bool bracket = line.starts_with("[") || line.starts_with("(");
    const std::size_t end = bracket ? line.find_first_of("])") : line.find_first_of(" \t");
    if (end != std::string_view::npos) {
        const std::string_view head = line.substr(0, bracket ? end + 1 : end);
        if (const auto ms = bracketed_clock(head)) return {ms, std::string(trimmed(line.substr(head.size())))};
    }
    return {std::nullopt, std::string(line)};
}

// "Dave Kerrigan (00:12:03): text" and "Dave Kerrigan  0:12": the time stands behind the name.
Timed take_time_behind_name(std::string_view line) {
    const std::size_t open = line.find_first_of("[(");
    if (open != std::string_view::npos && open > 0 && open < 48) {
        const std::size_t close = line.find_first_of("])", open);
        if (close != std::string_view::npos)
            if (const auto ms = bracketed_clock(line.substr(open, close - open + 1)))
                return {ms, std::string(trimmed(line.substr(0, open))) + std::string(line.substr(close + 1))};
    }
    const std::size_t space = line.find_last_of(" \t");
    if (space != std::string_view::npos && line.size() < 60)
        if (const auto ms = clock_ms(line.substr(space + 1))) return {ms, std::string(trimmed(line.substr(0, space)))};
    return {std::nullopt, std::string(line)};
}

struct Heading {
    std::string speaker;
    std::string text;
    std::optional<std::int64_t> ms;
    bool alone = false;  // no colon: only the name
};

std::optional<Heading> heading_of(std::string_view line) {
    Timed timed = take_time(line);
    if (!timed.ms) timed = take_time_behind_name(timed.rest);
    if (const auto labelled = split_label(timed.rest))
        return Heading{labelled->speaker, std::string(labelled->text), timed.ms, false};
    const bool alone = timed.ms && !timed.rest.empty() && split_label(timed.rest + ":") &&
                       timed.rest.find_first_of(".?!") == std::string::npos;
    if (alone) return Heading{timed.rest, {}, timed.ms, true};
    return std::nullopt;
}

// What the file's headings have in common, by which a name is told from "The point is: …" and "Recording: …".
struct Labels {
    std::map<std::string, int> counts;
    bool timed = false;  // most headings carry a time: one without is none
};

Labels labels_of(const std::vector<Line>& lines) {
    Labels labels;
    int headings = 0, timed = 0;
    for (const Line& line : lines) {
        const auto heading = heading_of(line.text);
        if (!heading) continue;
        ++labels.counts[heading->speaker];
        ++headings;
        timed += heading->ms.has_value();
    }
    labels.timed = timed * 2 > headings;
    return labels;
}

bool capitalised(const std::string& label) {
    bool word_start = true;
    for (const char c : label) {
        const auto byte = static_cast<unsigned char>(c);
        if (word_start && !std::isupper(byte) && byte < 0x80) return false;
        word_start = c == ' ';
    }
    return true;
}

// Somebody speaks more than once or is named like a person.
bool speaks(const Heading& heading, const Labels& labels) {
    if (heading.ms) return true;
    if (labels.timed) return false;
    const bool often = labels.counts.at(heading.speaker) > 1;
    return often || capitalised(heading.speaker) || std::count(heading.speaker.begin(), heading.speaker.end(), ' ') < 2;
}

void close_times(Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].timing) continue;
        auto& timing = *pieces[i].timing;
        const bool next_known = i + 1 < pieces.size() && pieces[i + 1].timing;
        timing.end_ms = std::max(timing.begin_ms, next_known ? pieces[i + 1].timing->begin_ms : timing.begin_ms);
    }
}

}  // namespace

Result<Shape, Problems> parse_plain(const Source& source) {
    const std::vector<Line> lines = split_lines(source.text);
    const Labels labels = labels_of(lines);
    Shape shape{"plain text", {}, {}};
    int first_unlabelled = 0;
    for (const Line& line : lines) {
        if (blank(line.text)) continue;
        const auto heading = heading_of(line.text);
        if (heading && speaks(*heading, labels)) {
            app::TranscriptTurn piece{heading->speaker, heading->text, std::nullopt, line.number};
            if (heading->ms) piece.timing = conversation::Timing{*heading->ms, *heading->ms};
            shape.pieces.push_back(std::move(piece));
        } else if (!shape.pieces.empty()) {
            std::string& text = shape.pieces.back().text;
            if (!text.empty()) text += ' ';
            text += trimmed(line.text);
        } else if (first_unlabelled == 0) {
            first_unlabelled = line.number;
        }
    }
    if (shape.pieces.empty())
        return refuse(Problems{source.error(std::max(first_unlabelled, 1), 1, "no line says who speaks",
                                            "begin each turn with a name and a colon, as in \"Dave: Go on then.\"")});
    if (first_unlabelled > 0)
        shape.notes.push_back(
            source.warning(first_unlabelled, "the words before the first speaker's name are left out"));
    close_times(shape.pieces);
    return shape;
}

}  // namespace praxis::files
