// WebVTT (W3C, https://www.w3.org/TR/webvtt1/) and SubRip: both are blocks of a timing line and its words.
#include <algorithm>
#include <map>

#include "adapters/files/transcripts/shapes.hpp"

namespace praxis::files {
namespace {

struct Cue {
    int line = 0;
    conversation::Timing timing;
    std::string words;  // with markup
};

std::string decode_entity(std::string_view name) {
    static const std::map<std::string_view, std::string_view> kEntities = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                                                           {"quot", "\""}, {"apos", "'"}, {"#39", "'"},
                                                                           {"nbsp", " "},  {"lrm", ""},   {"rlm", ""}};
    const auto found = kEntities.find(name);
    return found == kEntities.end() ? "&" + std::string(name) + ";" : std::string(found->second);
}

// One voice of a cue.
struct Voice {
    std::string speaker;
    std::string text;
};

// Strips tags, opens a new voice at <v Name>, decodes entities.
std::vector<Voice> voices_of(std::string_view words) {
    std::vector<Voice> voices(1);
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t close = words.find(words[i] == '<' ? '>' : ';', i);
        if (words[i] == '<' && close != std::string_view::npos) {
            const std::string_view tag = words.substr(i + 1, close - i - 1);
            const std::size_t space = tag.find_first_of(" \t");
            const bool voice = (tag.starts_with("v ") || tag.starts_with("v.") || tag.starts_with("v\t")) &&
                               space != std::string_view::npos;
            if (voice) voices.push_back({std::string(trimmed(tag.substr(space))), {}});
            i = close + 1;
        } else if (words[i] == '&' && close != std::string_view::npos && close - i <= 6) {
            voices.back().text += decode_entity(words.substr(i + 1, close - i - 1));
            i = close + 1;
        } else {
            voices.back().text += words[i++];
        }
    }
    return voices;
}

std::string without_overrides(std::string_view text) {  // SubRip's {\an8}
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close = text.compare(i, 2, "{\\") == 0 ? text.find('}', i) : std::string_view::npos;
        if (close != std::string_view::npos)
            i = close;
        else
            out += text[i];
    }
    return out;
}

Result<conversation::Timing, Problem> read_timing(const Source& source, const Line& line) {
    const std::size_t arrow = line.text.find("-->");
    const std::string_view end_part = trimmed(line.text.substr(arrow + 3));
    const auto begin = clock_ms(line.text.substr(0, arrow));
    const auto end = clock_ms(end_part.substr(0, end_part.find_first_of(" \t")));
    if (!begin)
        return refuse(source.error(
            line.number, 1,
            "the cue's start time cannot be read: '" + std::string(trimmed(line.text.substr(0, arrow))) + "'",
            "write it as hh:mm:ss.mmm"));
    if (!end)
        return refuse(source.error(line.number, static_cast<int>(arrow) + 4,
                                   "the cue's end time cannot be read: '" + std::string(end_part) + "'",
                                   "write it as hh:mm:ss.mmm"));
    return conversation::Timing{*begin, *end};
}

// Cues of a block file: everything between a timing line and the next blank line. Lines outside cues are ids, notes or
// styles.
Result<std::vector<Cue>, Problems> read_cues(const Source& source) {
    std::vector<Cue> cues;
    Problems problems;
    bool inside = false;
    for (const Line& line : split_lines(source.text)) {
        if (blank(line.text)) {
            inside = false;
        } else if (line.text.find("-->") != std::string_view::npos) {
            const auto timing = read_timing(source, line);
            if (!timing)
                problems.push_back(timing.error());
            else
                cues.push_back({line.number, *timing, {}});
            inside = timing.has_value();
        } else if (inside) {
            if (!cues.back().words.empty()) cues.back().words += ' ';
            cues.back().words += line.text;
        }
    }
    if (!problems.empty()) return refuse(std::move(problems));
    if (cues.empty())
        return refuse(Problems{source.error(1, 1, "there is no cue in it",
                                            "a cue is a line like 00:00:01.000 --> 00:00:04.000 with words below")});
    return cues;
}

Shape shape_of(const Source& source, std::string name, const std::vector<Cue>& cues) {
    Shape shape{std::move(name), {}, {}};
    std::string last_speaker;
    std::int64_t last_begin = 0;
    for (const Cue& cue : cues) {
        if (cue.timing.end_ms < cue.timing.begin_ms)
            shape.notes.push_back(
                source.warning(cue.line, "this cue ends before it begins; its length counts as nothing"));
        if (cue.timing.begin_ms < last_begin)
            shape.notes.push_back(
                source.warning(cue.line, "this cue begins before the one above it; the order of the file is kept"));
        last_begin = cue.timing.begin_ms;
        for (Voice& voice : voices_of(cue.words)) {
            const std::string text = without_overrides(voice.text);
            std::string_view words = trimmed(text);
            if (words.empty()) continue;
            const auto labelled = voice.speaker.empty() ? split_label(words) : std::nullopt;
            if (labelled) voice.speaker = labelled->speaker, words = labelled->text;
            if (!voice.speaker.empty()) last_speaker = voice.speaker;
            conversation::Timing timing = cue.timing;
            timing.end_ms = std::max(timing.end_ms, timing.begin_ms);
            shape.pieces.push_back({last_speaker, std::string(words), timing, cue.line});
        }
    }
    return shape;
}

}  // namespace

bool looks_like_webvtt(std::string_view text) {
    return text.starts_with("WEBVTT") &&
           (text.size() == 6 || std::string_view(" \t\r\n").find(text[6]) != std::string_view::npos);
}

bool looks_like_srt(std::string_view text) {
    for (const Line& line : split_lines(text.substr(0, 400)))
        if (line.text.find("-->") != std::string_view::npos) return true;
    return false;
}

Result<Shape, Problems> parse_webvtt(const Source& source) {
    auto cues = read_cues(source);
    if (!cues) return refuse(cues.error());
    return shape_of(source, "WebVTT", *cues);
}

Result<Shape, Problems> parse_srt(const Source& source) {
    auto cues = read_cues(source);
    if (!cues) return refuse(cues.error());
    // A cue's words are followed by the next cue's number when the blank line between them was lost.
    return shape_of(source, "SubRip", *cues);
}

}  // namespace praxis::files
