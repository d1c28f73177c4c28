#include <boost/json/serialize.hpp>
#include <cstdio>
#include <memory>

#include "adapters/files/transcripts/transcript_file.hpp"
#include "app/review_call.hpp"
#include "program/commands.hpp"
#include "program/curve/draw.hpp"
#include "program/options.hpp"
#include "program/report_text.hpp"
#include "program/terminal.hpp"
#include "wire/json/json_text.hpp"
#include "wire/report.hpp"

namespace praxis::program {
namespace {

constexpr const char* kReviewExamples =
    "praxis review call.vtt --strategy hallam-steel\n"
    "praxis review call.srt --strategy mine.yaml --rep \"Priya Nair\" --segment enterprise-plant\n"
    "praxis review zoom.json --strategy mine.yaml --kind negotiation --json\n"
    "\n"
    "Reads WebVTT, SubRip, plain text (\"Name: text\") and the JSON of common recorders; docs/transcripts.md lists "
    "them.\n"
    "What cannot be known of a real call is left out and said.";

struct ReviewAsked {
    std::string transcript, strategy, svg;
    app::ReviewWishes wishes;
    bool json = false, full = false;
};

std::string heading(const app::Transcript& transcript, const app::CallReview& review, const Terminal& terminal) {
    const int columns_of_labels = 10;
    const auto row = [&](const char* label, const std::string& value, const std::string& note) {
        return terminal.entry(label, note.empty() ? value : value + " (" + note + ")", columns_of_labels) + "\n";
    };
    std::string text;
    text += row("call", std::to_string(transcript.turns.size()) + " turns, " + transcript.shape, "");
    text += row("rep", review.rep.name, review.rep.reason);
    text += row("customer", review.customers, "");
    const bool cannot_tell = review.guess && !review.guess->certain;
    text += row("segment", (cannot_tell ? "cannot tell; taken for " : "") + review.scenario.segment_name,
                review.segment_note);
    text += row("role", review.scenario.role_name, review.role_note);
    text += row("kind", std::string(strategy::name(review.scenario.kind)), review.kind_note);
    return text + "\n";
}

boost::json::object heading_json(const app::Transcript& transcript, const app::CallReview& review) {
    boost::json::object object;
    object["event"] = "call";
    object["shape"] = transcript.shape;
    object["turns"] = transcript.turns.size();
    object["rep"] = {{"name", review.rep.name}, {"reason", review.rep.reason}};
    object["customers"] = review.customers;
    boost::json::object segment{
        {"id", review.scenario.segment}, {"name", review.scenario.segment_name}, {"reason", review.segment_note}};
    segment["certain"] = !review.guess || review.guess->certain;
    if (review.guess) segment["score"] = review.guess->score;
    object["segment"] = std::move(segment);
    object["role"] = {{"id", review.scenario.role}, {"reason", review.role_note}};
    object["kind"] = {{"id", strategy::name(review.scenario.kind)}, {"reason", review.kind_note}};
    return object;
}

ExitCode draw(const app::CallReview& review, const std::string& file) {
    if (file.empty()) return ExitCode::done;
    const std::string title = "A call with " + review.customers + ", as " + review.scenario.segment_name;
    return curve::draw_curve(review.report, title, file) ? ExitCode::done : ExitCode::environment;
}

ExitCode run_review(const ReviewAsked& asked) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto loaded = library->strategy(asked.strategy);
    if (!loaded) return tell(loaded.error());
    const auto transcript = files::load_transcript(asked.transcript);
    if (!transcript) return tell(Refusal{ExitCode::input, transcript.error()});
    const auto tongue = library->tongue(loaded->strategy.language);
    if (!tongue) return tell(tongue.error());
    const auto phrases = library->phrases(loaded->strategy.language);
    if (!phrases) return tell(phrases.error());
    const auto review = app::review_call(*transcript, loaded->strategy, *tongue->reader, *phrases, asked.wishes);
    if (!review) return tell(Refusal{ExitCode::usage, review.error()});
    tell(transcript->notes);
    if (asked.json) {
        std::puts(wire::to_text(heading_json(*transcript, *review)).c_str());
        std::puts(wire::to_text(wire::to_json(review->report)).c_str());
        return draw(*review, asked.svg);
    }
    const Terminal terminal = Terminal::of_output();
    std::fputs(heading(*transcript, *review, terminal).c_str(), stdout);
    std::fputs(report_text(review->report, review->customers, terminal, asked.full).c_str(), stdout);
    return draw(*review, asked.svg);
}

}  // namespace

void add_review(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("review", "Put a real call's transcript through the same indicators");
    const auto asked = std::make_shared<ReviewAsked>();
    app.add_option("transcript", asked->transcript, "The transcript")->required()->type_name("FILE");
    add_strategy_option(app, asked->strategy);
    app.add_option("--segment", asked->wishes.segment,
                   "Segment of the customer; guessed from their words when left out")
        ->type_name("ID");
    app.add_option("--role", asked->wishes.role, "Role of the customer")->type_name("ID");
    app.add_option("--kind", asked->wishes.kind, "Kind of conversation (cold-call, discovery, …)")->type_name("KIND");
    app.add_option("--rep", asked->wishes.rep, "Who of the speakers is the rep")->type_name("NAME");
    asked->wishes.look_ahead = true;
    add_svg_option(app, asked->svg);
    add_dose_option(app, asked->wishes.dose);
    app.add_flag("--full", asked->full, "The whole report, not only the first screen");
    app.add_flag("--json", asked->json, "Two JSON lines: the call and the report");
    add_examples(app, kReviewExamples);
    on_run(app, exit, [asked] { return run_review(*asked); });
}

}  // namespace praxis::program
