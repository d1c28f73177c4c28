#include "wire/conversation/conversation_lines.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <optional>
#include <span>

#include "wire/conversation/event.hpp"
#include "wire/object_reader.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;
using conversation::Conversation;
using conversation::Header;

constexpr std::array<std::string_view, 4> kEvents = {"rep_said", "buyer_said", "cue", "ended"};
constexpr std::array<std::string_view, 3> kTold = {"brief", "note", "report"};

bool one_of(std::span<const std::string_view> words, std::string_view word) {
    for (const std::string_view known : words)
        if (known == word) return true;
    return false;
}

// Walks the lines of a text; blank lines count but are passed over.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}
    std::optional<std::string_view> next() {
        while (!rest_.empty()) {
            const std::size_t end = rest_.find('\n');
            std::string_view line = rest_.substr(0, end);
            rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
            ++number_;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.find_first_not_of(" \t") != std::string_view::npos) return line;
        }
        return std::nullopt;
    }
    int number() const { return number_; }

private:
    std::string_view rest_;
    int number_ = 0;
};

Problem problem_at(const std::string& file, int line, std::string what, std::string mend = {}) {
    return {Severity::error, {file, line, 1}, std::move(what), std::move(mend)};
}

Result<json::object, Problem> object_on(std::string_view line, const std::string& file, int number) {
    json::error_code error;
    json::value value = json::parse(line, error);
    if (error || !value.is_object())
        return refuse(
            problem_at(file, number,
                       error ? "this line is not JSON: " + error.message() : std::string("this line is no JSON object"),
                       "each line of a conversation is one JSON object"));
    return std::move(value.get_object());
}

std::string event_word(const json::object& object) {
    const json::value* word = object.if_contains("event");
    return word && word->is_string() ? std::string(word->get_string()) : std::string();
}

Header header_from(const json::object& object, std::string& complaint) {
    ObjectReader fields(object, complaint);
    Header header;
    header.format = fields.whole<int>("format");
    header.engine = fields.text("engine");
    header.scenario_id = fields.text("scenario", true);
    header.scenario_digest = fields.text("scenario_digest");
    header.strategy_id = fields.text("strategy");
    header.strategy_version = fields.text("strategy_version");
    header.language_digest = fields.text("language_digest");
    header.model_digest = fields.text("model_digest");
    header.seed = Seed{fields.unsigned_whole("seed")};
    header.parent = fields.text("parent");
    if (header.format != 1) fields.complain("format", "is not one that this version reads (it reads 1)");
    return header;
}

// An answer that comes again stands for what was heard of it before the rep broke in.
void add(std::vector<conversation::Event>& events, conversation::Event event) {
    const auto same_answer = [&](const conversation::Event& other) {
        return other.turn == event.turn && other.who == event.who && other.body.index() == event.body.index();
    };
    const bool answer = event.turn > 0 && std::holds_alternative<conversation::BuyerSaid>(event.body);
    const auto before = answer ? std::find_if(events.rbegin(), events.rend(), same_answer) : events.rend();
    if (before == events.rend())
        events.push_back(std::move(event));
    else
        *before = std::move(event);
}

Result<Header, Problems> header_in(Lines& lines, const std::string& file) {
    const auto line = lines.next();
    if (!line) return refuse(Problems{problem_at(file, 1, "the file is empty", "give a saved conversation")});
    const auto object = object_on(*line, file, lines.number());
    if (!object) return refuse(Problems{object.error()});
    if (event_word(*object) != "conversation")
        return refuse(Problems{problem_at(file, lines.number(), "the first line is no conversation header",
                                          "a saved conversation begins with {\"event\":\"conversation\", …}")});
    std::string complaint;
    Header header = header_from(*object, complaint);
    if (!complaint.empty()) return refuse(Problems{problem_at(file, lines.number(), complaint)});
    return header;
}

}  // namespace

std::string to_line(const Header& header) {
    return object_text([&](ObjectWriter& out) {
        out.add("event", "conversation");
        out.add("format", header.format);
        out.add("engine", header.engine);
        out.add("strategy", header.strategy_id);
        out.add("strategy_version", header.strategy_version);
        out.add("scenario", header.scenario_id);
        out.add("scenario_digest", header.scenario_digest);
        out.add("language_digest", header.language_digest);
        out.add("model_digest", header.model_digest);
        out.add("seed", header.seed.value);
        if (!header.parent.empty()) out.add("parent", header.parent);
    });
}

std::string to_line(const conversation::Event& event, const strategy::Scenario& scenario) {
    const Names names = names_of(scenario);
    return object_text([&](ObjectWriter& out) { write(out, event, scenario, names); });
}

std::string to_lines(std::span<const conversation::Event> events, const strategy::Scenario& scenario) {
    const Names names = names_of(scenario);
    std::string text;
    for (const conversation::Event& event : events) {
        {
            ObjectWriter line(text);
            write(line, event, scenario, names);
        }
        text += '\n';
    }
    return text;
}

std::string to_lines(const Conversation& conversation, const strategy::Scenario& scenario) {
    return to_line(conversation.header) + "\n" + to_lines(std::span(conversation.events), scenario);
}

Result<Header, Problems> read_header(std::string_view text, const std::string& file) {
    Lines lines(text);
    return header_in(lines, file);
}

Result<Conversation, Problems> read_conversation(std::string_view text, const std::string& file,
                                                 const strategy::Scenario& scenario) {
    Lines lines(text);
    auto header = header_in(lines, file);
    if (!header) return refuse(header.error());
    const Names names = names_of(scenario);
    Conversation conversation{std::move(*header), {}};
    Problems problems;
    while (const auto line = lines.next()) {
        const auto object = object_on(*line, file, lines.number());
        if (!object) {
            problems.push_back(object.error());
            continue;
        }
        const std::string word = event_word(*object);
        if (one_of(kTold, word)) continue;
        std::string complaint;
        if (!one_of(kEvents, word))
            complaint = word.empty() ? "'event' is missing" : "'event' is '" + word + "', which is unknown";
        else
            add(conversation.events, event_from(*object, names, complaint));
        if (!complaint.empty()) problems.push_back(problem_at(file, lines.number(), complaint));
    }
    if (!problems.empty()) return refuse(problems);
    return conversation;
}

}  // namespace praxis::wire
