// JSON transcripts. Vendors differ in key names more than in structure, so one walker serves them: it finds the arrays
// whose elements hold words, reads each element by a list of key spellings, and keeps the array that says most.
// docs/transcripts.md lists the shapes and the sources they were read from.
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <map>
#include <span>

#include "adapters/files/transcripts/shapes.hpp"

namespace praxis::files {
namespace {

namespace json = boost::json;
using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 18> kTextKeys = {
    "text",      "transcript", "content", "Content",  "sentence",   "spokenText",
    "utterance", "message",    "body",    "raw_text", "words_text", "punctuated_word",
    "word",      "value",      "caption", "line",     "Text",       "spoken_text"};
constexpr std::array<std::string_view, 25> kSpeakerKeys = {
    "speaker_name", "speakerName", "speaker",          "Speaker",         "name",
    "username",     "user_name",   "userName",         "participant",     "participantName",
    "speakerId",    "speaker_id",  "speaker_label",    "ParticipantRole", "participantRole",
    "role",         "channel",     "channelTag",       "speakerTag",      "from",
    "author",       "user",        "participant_name", "party",           "speaker_tag"};
constexpr std::array<std::string_view, 17> kBeginKeys = {
    "start",       "start_time", "startTime", "begin",    "begin_time",        "beginTime",
    "ts",          "start_ts",   "startMs",   "start_ms", "BeginOffsetMillis", "start_offset",
    "startOffset", "offset",     "timestamp", "time",     "startDateTime"};
constexpr std::array<std::string_view, 15> kEndKeys = {
    "end",        "end_time",  "endTime", "stop",   "end_ts",      "endMs",        "end_ms", "EndOffsetMillis",
    "end_offset", "endOffset", "ts_end",  "finish", "endDateTime", "endTimestamp", "to"};
constexpr std::array<std::string_view, 5> kPartKeys = {"sentences", "elements", "alternatives", "segments", "words"};
constexpr int kDepthMax = 24;

// A time as found: milliseconds if its notation says so, else a bare number whose unit the whole file decides.
struct Time {
    double number = 0;
    bool milliseconds = false;
    bool known = false;
};

struct Element {
    std::string speaker, text;
    Time begin, end;
};

const json::value* field(const json::object& object, Keys keys) {
    for (const std::string_view key : keys)
        if (const json::value* value = object.if_contains(key); value && !value->is_null()) return value;
    return nullptr;
}

std::string plain(double number) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number);
    return {buffer, end.ptr};
}

std::string label_of(const json::value& value) {
    if (value.is_string()) return std::string(trimmed(std::string_view(value.get_string())));
    if (value.is_number()) return "Speaker " + plain(value.to_number<double>());
    if (value.is_object()) {
        static constexpr std::array<std::string_view, 6> kNameKeys = {"name",     "displayName", "full_name",
                                                                      "username", "email",       "id"};
        if (const json::value* name = field(value.get_object(), kNameKeys)) return label_of(*name);
    }
    if (value.is_array() && !value.get_array().empty()) return label_of(value.get_array().front());
    return {};
}

Time time_of(const json::object& object, Keys keys) {
    const json::value* value = nullptr;
    std::string_view used;
    for (const std::string_view key : keys) {
        value = object.if_contains(key);
        if (value && (value->is_number() || value->is_string())) {
            used = key;
            break;
        }
        value = nullptr;
    }
    if (!value) return {};
    const bool named_ms = used.ends_with("Ms") || used.ends_with("_ms") || used.ends_with("Millis");
    if (value->is_number()) return {value->to_number<double>(), named_ms, true};
    const std::string_view text = value->get_string();
    if (const auto ms = clock_ms(text)) return {static_cast<double>(*ms), true, true};
    const std::size_t clock = text.find('T');  // an ISO instant: its time of day
    if (clock != std::string_view::npos)
        if (const auto ms = clock_ms(text.substr(clock + 1, text.substr(clock + 1).find_first_of("Zz+"))))
            return {static_cast<double>(*ms), true, true};
    double seconds = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return end.ec == std::errc() && end.ptr != text.data() ? Time{seconds, named_ms, true} : Time{};
}

std::string text_of(const json::value& value, int depth);

std::string join_parts(const json::array& parts, int depth) {
    std::string text;
    for (const json::value& part : parts) {
        const std::string piece = text_of(part, depth + 1);
        const bool glued = text.empty() || piece.empty() ||
                           std::string_view(" ,.;:?!").find(piece.front()) != std::string_view::npos ||
                           text.back() == ' ';
        text += (glued ? "" : " ") + piece;
    }
    return text;
}

std::string text_of(const json::value& value, int depth) {
    if (value.is_string()) return std::string(value.get_string());
    if (!value.is_object() || depth > kDepthMax) return {};
    const json::object& object = value.get_object();
    for (const std::string_view key : kTextKeys)
        if (const json::value* text = object.if_contains(key); text && text->is_string())
            return std::string(text->get_string());
    for (const std::string_view key : kPartKeys)
        if (const json::value* parts = object.if_contains(key); parts && parts->is_array()) {
            const bool choices = key == "alternatives";  // readings of the same words: the first is the best
            const json::array& all = parts->get_array();
            return choices && !all.empty() ? text_of(all.front(), depth + 1) : join_parts(all, depth);
        }
    return {};
}

// Times of an element, or of its first and last part.
Time edge_time(const json::object& object, Keys keys, bool first) {
    const Time own = time_of(object, keys);
    if (own.known) return own;
    for (const std::string_view key : kPartKeys) {
        const json::value* parts = object.if_contains(key);
        if (!parts || !parts->is_array()) continue;
        const json::array& all = parts->get_array();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const json::value& part = all[first ? i : all.size() - 1 - i];
            if (!part.is_object()) continue;
            const Time time = time_of(part.get_object(), keys);
            if (time.known) return time;
        }
    }
    return {};
}

std::optional<Element> element_of(const json::value& value) {
    if (!value.is_object()) return std::nullopt;
    const json::object& object = value.get_object();
    static constexpr std::array<std::string_view, 1> kUsers = {"users"};
    const json::value* speaker = field(object, kUsers);
    if (!speaker) speaker = field(object, kSpeakerKeys);
    Element element{speaker ? label_of(*speaker) : "", text_of(value, 0), edge_time(object, kBeginKeys, true),
                    edge_time(object, kEndKeys, false)};
    if (element.text.empty()) return std::nullopt;
    return element;
}

// Names for ids: any array of objects that has both.
void collect_names(const json::value& value, std::map<std::string, std::string>& names, int depth) {
    static constexpr std::array<std::string_view, 6> kIdKeys = {"speakerId", "speaker_id", "id",
                                                                "userId",    "user_id",    "label"};
    static constexpr std::array<std::string_view, 6> kNameKeys = {"name",     "displayName",  "full_name",
                                                                  "username", "speaker_name", "emailAddress"};
    if (depth > kDepthMax) return;
    if (value.is_array())
        for (const json::value& item : value.get_array()) collect_names(item, names, depth + 1);
    if (!value.is_object()) return;
    const json::object& object = value.get_object();
    const json::value* id = field(object, kIdKeys);
    const json::value* name = field(object, kNameKeys);
    if (id && name && name->is_string() && (id->is_string() || id->is_number()))
        names.emplace(label_of(*id), label_of(*name));
    for (const auto& [key, item] : object) collect_names(item, names, depth + 1);
}

struct Found {
    std::vector<Element> elements;
    std::size_t score = 0;  // characters said by known speakers count double
};

void add_elements(const json::array& array, std::vector<Element>& elements) {
    for (const json::value& item : array)
        if (auto element = element_of(item)) elements.push_back(*std::move(element));
}

std::size_t score_of(const std::vector<Element>& elements) {
    std::size_t score = 0;
    for (const Element& element : elements) score += element.text.size() * (element.speaker.empty() ? 1 : 100);
    return score;
}

// Depth first over all arrays; the best-scoring one wins, whole utterances before single words of the same length.
void search(const json::value& value, Found& best, int depth) {
    if (depth > kDepthMax) return;
    if (value.is_array()) {
        Found found;
        add_elements(value.get_array(), found.elements);
        found.score = score_of(found.elements);
        const bool coarser = found.score == best.score && found.elements.size() < best.elements.size();
        if (found.score > best.score || coarser) best = std::move(found);
        for (const json::value& item : value.get_array()) search(item, best, depth + 1);
    }
    if (value.is_object())
        for (const auto& [key, item] : value.get_object()) search(item, best, depth + 1);
}

// Bare numbers are seconds unless people would then speak slower than a word in five seconds.
double bare_factor(const std::vector<Element>& elements) {
    double longest = 0, words = 0;
    for (const Element& element : elements) {
        words += 1 + static_cast<double>(std::count(element.text.begin(), element.text.end(), ' '));
        for (const Time& time : {element.begin, element.end})
            if (time.known && !time.milliseconds) longest = std::max(longest, time.number);
    }
    return longest > 0 && words / longest < 0.2 ? 1.0 : 1000.0;
}

std::optional<conversation::Timing> timing_of(const Element& element, double factor) {
    constexpr double kDayMs = 86'400'000.0;
    const auto ms = [&](const Time& time) {
        return std::clamp(time.number * (time.milliseconds ? 1.0 : factor), 0.0, 7 * kDayMs);
    };
    if (!element.begin.known) return std::nullopt;
    conversation::Timing timing{std::lround(ms(element.begin)), 0};
    timing.end_ms = std::max(timing.begin_ms, element.end.known ? std::lround(ms(element.end)) : timing.begin_ms);
    return timing;
}

struct Parsed {
    json::value value;
    std::size_t failed_at = std::string_view::npos;
    std::string why;
};

Parsed parse_whole(std::string_view text) {
    json::stream_parser parser;
    boost::system::error_code error;
    const std::size_t used = parser.write_some(text.data(), text.size(), error);
    if (!error && used < text.size() && !blank(text.substr(used)))
        return {{}, used, "there is more after the end of the JSON"};
    if (!error) parser.finish(error);
    if (error) return {{}, used, error.message()};
    return {parser.release(), std::string_view::npos, {}};
}

// One JSON object a line.
std::optional<json::value> parse_lines(std::string_view text) {
    json::array all;
    for (const Line& line : split_lines(text)) {
        if (blank(line.text)) continue;
        Parsed parsed = parse_whole(line.text);
        if (parsed.failed_at != std::string_view::npos) return std::nullopt;
        all.push_back(std::move(parsed.value));
    }
    if (all.size() < 2) return std::nullopt;
    return json::value(std::move(all));
}

Problem syntax_error(const Source& source, const Parsed& parsed) {
    const std::string_view before = source.text.substr(0, parsed.failed_at);
    const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = before.rfind('\n');
    const int column = static_cast<int>(before.size() - (start == std::string_view::npos ? 0 : start + 1)) + 1;
    return source.error(line, column, "this is not valid JSON: " + parsed.why, "export it again, or mend it there");
}

}  // namespace

bool looks_like_json(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("{")) return true;
    if (!text.starts_with("[")) return false;
    text = trimmed(text.substr(1));  // "[00:12] Dave: …" is plain text
    return text.starts_with("{") || text.starts_with("[") || text.starts_with("]") || text.starts_with("\"");
}

Result<Shape, Problems> parse_json(const Source& source) {
    Parsed parsed = parse_whole(source.text);
    if (parsed.failed_at != std::string_view::npos) {
        auto lines = parse_lines(source.text);
        if (!lines) return refuse(Problems{syntax_error(source, parsed)});
        parsed.value = *std::move(lines);
    }
    Found best;
    search(parsed.value, best, 0);
    if (best.elements.empty())
        return refuse(Problems{source.error(
            1, 1, "this JSON holds no utterances that can be recognised",
            "each needs words (\"text\") and somebody who says them (\"speaker\"); see docs/transcripts.md")});
    std::map<std::string, std::string> names;
    collect_names(parsed.value, names, 0);
    Shape shape{"JSON", {}, {}};
    const double factor = bare_factor(best.elements);
    for (const Element& element : best.elements) {
        const std::string plain_id = element.speaker;
        const auto named = names.find(plain_id);
        shape.pieces.push_back({named == names.end() ? plain_id : named->second, std::string(trimmed(element.text)),
                                timing_of(element, factor), 0});
    }
    return shape;
}

}  // namespace praxis::files
