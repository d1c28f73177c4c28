#include <boost/json/parse.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "core/base/result.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "wire/conversation/reading.hpp"
#include "wire/json/writer.hpp"
#include "wire/object_reader.hpp"

namespace praxis::program {
namespace {

namespace json = boost::json;

constexpr const char* kUnderstandExamples =
    "praxis understand --strategy ledgerline < utterances.jsonl\n"
    "echo '{\"text\":\"What does a missed discount cost you?\",\"previous\":\"pain\"}' | praxis understand\n"
    "\n"
    "Each line in:  {\"text\": …, \"previous\": none|info|pain|objection|question|brushoff|smalltalk|commit|ending,\n"
    "                \"heard\": [\"the other side's last turns\"], \"role\": ID, \"refused\": true|false}; only text "
    "is needed.\n"
    "Each line out: {\"acts\":[{\"act\":…,\"quote\":…,\"confidence\":…}],\"topics\":[…],\"amounts\":[…]}\n"
    "A line that cannot be read gives {\"error\":…,\"line\":…}; the exit code is then 3.";

struct Utterance {
    std::string text;
    std::vector<std::string> heard;
    PreviousKind previous = PreviousKind::none;
    strategy::Expertise expertise = strategy::Expertise::practitioner;
    bool refused = false;
};

// Kinds of a turn, and for programs that have it the buyer's own move.
std::optional<PreviousKind> previous_named(std::string_view word) {
    if (const auto kind = previous_kind_named(word)) return kind;
    if (const auto move = buyer_move_named(word)) return previous_of(*move, false);
    return std::nullopt;
}

class Understanding {
public:
    Understanding(const strategy::Strategy& strategy, std::shared_ptr<const language::Reader> reader)
        : strategy_(strategy), reader_(std::move(reader)), lexicon_(language::Lexicon::of(strategy)) {
        for (const strategy::Topic& topic : strategy.topics) names_.topics.push_back(topic.id);
    }

    // What the line says as JSON; or, in words, what is wrong with it.
    Result<std::string, std::string> answer(const std::string& line) const {
        json::error_code error;
        const json::value value = json::parse(line, error);
        if (error) return refuse("not JSON: " + error.message());
        if (!value.is_object()) return refuse(std::string("not a JSON object"));
        std::string complaint;
        const Utterance utterance = utterance_from(value.get_object(), complaint);
        if (!complaint.empty()) return refuse(complaint);
        language::Context context{};
        context.previous = utterance.previous;
        std::vector<language::HeardTurn> heard;
        for (const std::string& turn : utterance.heard) heard.push_back(reader_->listen(turn));
        for (const language::HeardTurn& turn : heard) context.heard.push_back(&turn);
        context.refused = utterance.refused;
        context.expertise = utterance.expertise;
        const Reading reading = reader_->read(utterance.text, context, lexicon_);
        return wire::object_text(
            [&](wire::ObjectWriter& out) { wire::write_understood(out, reading, utterance.text, names_); });
    }

private:
    Utterance utterance_from(const json::object& object, std::string& complaint) const {
        wire::ObjectReader fields(object, complaint);
        Utterance utterance;
        if (!object.contains("text")) fields.complain("text", "is missing");
        utterance.text = fields.text("text");
        utterance.refused = fields.flag("refused");
        const json::value* previous = object.if_contains("previous");
        if (previous && !previous->is_null()) utterance.previous = fields.named("previous", previous_named);
        utterance.heard = heard_from(fields, object);
        if (object.contains("role")) utterance.expertise = expertise_of(fields.text("role"));
        return utterance;
    }

    static std::vector<std::string> heard_from(wire::ObjectReader& fields, const json::object& object) {
        const json::value* heard = object.if_contains("heard");
        if (!heard || heard->is_null()) return {};
        if (heard->is_string()) return {std::string(heard->get_string())};
        std::vector<std::string> turns;
        const json::array* list = fields.list("heard");
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            if ((*list)[i].is_string())
                turns.emplace_back((*list)[i].get_string());
            else
                fields.complain("heard", "must hold texts");
        }
        return turns;
    }

    strategy::Expertise expertise_of(const std::string& role) const {
        for (const strategy::Role& known : strategy_.roles)
            if (known.id == role) return known.expertise;
        return strategy::Expertise::practitioner;
    }

    const strategy::Strategy& strategy_;
    std::shared_ptr<const language::Reader> reader_;
    language::Lexicon lexicon_;
    wire::Names names_;
};

std::string complaint_about(std::uint64_t line, const std::string& wrong) {
    return wire::object_text([&](wire::ObjectWriter& out) {
        out.add("error", wrong);
        out.add("line", line);
    });
}

ExitCode run_understand(const std::string& file_or_name) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto strategy = library->strategy(file_or_name);
    if (!strategy) return tell(strategy.error());
    const auto tongue = library->tongue(strategy->strategy.language);
    if (!tongue) return tell(tongue.error());
    const Understanding understanding(strategy->strategy, tongue->reader);
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    ExitCode exit = ExitCode::done;
    std::uint64_t number = 0;
    for (std::string line; std::getline(std::cin, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto answer = understanding.answer(line);
        if (!answer) exit = ExitCode::input;
        std::cout << (answer ? *answer : complaint_about(number, answer.error())) << '\n';
        if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
    }
    std::cout.flush();
    return exit;
}

}  // namespace

void add_understand(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("understand", "Say what utterances mean: JSON lines in, JSON lines out");
    const auto strategy = std::make_shared<std::string>();
    add_strategy_option(app, *strategy);
    add_examples(app, kUnderstandExamples);
    on_run(app, exit, [strategy] { return run_understand(*strategy); });
}

}  // namespace praxis::program
