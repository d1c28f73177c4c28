#include <algorithm>
#include <array>
#include <cctype>

#include "adapters/files/transcripts/shapes.hpp"

namespace praxis::files {
namespace {

constexpr std::size_t kLabelBytesMax = 48;
constexpr int kLabelWordsMax = 5;

bool digit(char c) {
    return c >= '0' && c <= '9';
}

// Words that stand before a colon in prose or in a file's own head, and are nobody's name.
bool names_nobody(std::string_view label) {
    static constexpr std::array<std::string_view, 22> kWords = {
        "note",      "notes",        "http",     "https",    "date",  "time",   "subject", "topic",
        "title",     "meeting",      "duration", "video",    "audio", "agenda", "summary", "transcript",
        "attendees", "participants", "kind",     "language", "re",    "ps"};
    std::string lower(label);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

bool can_be_name(std::string_view label) {
    if (label.empty() || label.size() > kLabelBytesMax || names_nobody(label)) return false;
    int words = 1;
    bool letter = false;
    for (const char c : label) {
        if (c == ' ') ++words;
        if (std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) letter = true;
        if (std::string_view(",;!?\"<>{}=").find(c) != std::string_view::npos) return false;
    }
    return letter && words <= kLabelWordsMax;
}

// "Marcus Dellow | Sterivia": the organisation behind the bar is not part of the name.
std::string_view before_bar(std::string_view label) {
    return trimmed(label.substr(0, label.find(" | ")));
}

std::string_view without_stars(std::string_view text) {
    while (text.starts_with("*")) text.remove_prefix(1);
    while (text.ends_with("*")) text.remove_suffix(1);
    return trimmed(text);
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        lines.push_back({++number, text.substr(0, end)});
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
    return text;
}

bool blank(std::string_view text) {
    return trimmed(text).empty();
}

std::optional<std::int64_t> clock_ms(std::string_view text) {
    text = trimmed(text);
    std::int64_t parts[3] = {0, 0, 0};
    int count = 0;
    std::size_t i = 0;
    while (i < text.size() && count < 3) {
        if (!digit(text[i])) return std::nullopt;
        std::int64_t number = 0;
        for (int digits = 0; i < text.size() && digit(text[i]); ++i)
            if (++digits > 6)
                return std::nullopt;
            else
                number = number * 10 + (text[i] - '0');
        parts[count++] = number;
        if (i >= text.size() || text[i] != ':') break;
        ++i;
    }
    if (count < 2 || parts[count - 1] > 59 || (count == 3 && parts[1] > 59)) return std::nullopt;
    std::int64_t ms = 0;
    if (i < text.size() && (text[i] == '.' || text[i] == ',')) {
        std::int64_t scale = 100;
        for (++i; i < text.size() && digit(text[i]); ++i, scale /= 10) ms += (text[i] - '0') * scale;
    }
    if (i != text.size()) return std::nullopt;
    std::int64_t seconds = 0;
    for (int part = 0; part < count; ++part) seconds = seconds * 60 + parts[part];
    return seconds * 1000 + ms;
}

std::optional<Labelled> split_label(std::string_view line) {
    line = trimmed(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kLabelBytesMax) return std::nullopt;
    const std::string_view after = line.substr(colon + 1);
    const bool clock_or_address = !after.empty() && (digit(after.front()) || after.starts_with("//"));
    if (clock_or_address) return std::nullopt;
    const std::string_view label = before_bar(without_stars(line.substr(0, colon)));
    if (!can_be_name(label)) return std::nullopt;
    std::string_view text = trimmed(after);
    while (text.starts_with("**")) text = trimmed(text.substr(2));
    return Labelled{std::string(label), text};
}

}  // namespace praxis::files
