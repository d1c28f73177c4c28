#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <cstdio>
#include <memory>

#include "adapters/files/conversation_file.hpp"
#include "app/what_if.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "program/terminal.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program {
namespace {

constexpr const char* kWhatIfExamples =
    "praxis what-if session.jsonl --turn 5 \"What does it cost you when that happens?\"\n"
    "praxis what-if session.jsonl --strategy mine.yaml --turn 3 --json \"Who else would have to agree?\"\n"
    "\n"
    "The customer answers another line at one turn of a saved conversation; the file stays as it is. Once the\n"
    "conversation has ended, the value of both positions is told: how much of the goal a practised rep would still\n"
    "reach from there with this program's own customer (2,000 rollouts each, the same chances). To go on from a turn:\n"
    "praxis rehearse --resume session.jsonl --from 5";

constexpr const char* kNote =
    "The value is the program's opinion of its own customer, not of the world: how much of the goal a practised rep "
    "would still reach from there.";
constexpr const char* kOpen =
    "This conversation has not ended, so only the answer is told; the value comes after the end.";

struct WhatIfAsked {
    std::string file, strategy, text;
    std::uint32_t turn = 0;
    bool json = false, migrate = false;
};

int percent(double share) {
    return static_cast<int>(std::lround(100 * share));
}

std::string signed_points(int points) {
    return (points > 0 ? "+" : "") + std::to_string(points);
}

// What a rep would notice, in a few words; feelings after the end only.
std::vector<std::string> noticed(const app::Course& course, bool ended) {
    const foresight::Change& change = course.change;
    std::vector<std::string> words;
    const auto add = [&](bool holds, const char* what) {
        if (holds) words.emplace_back(what);
    };
    add((change.opened | change.completed) != 0, "tells something new");
    add(change.raised != 0, "raises a doubt");
    add(change.cause_told != 0, "says what is behind the doubt");
    add(change.resolved != 0, "takes the doubt as settled");
    add(change.step_agreed, "agrees a step");
    add(change.ordered, "orders");
    add(change.walked_out, "ends the talk in anger");
    add(change.ended && !change.walked_out && !change.ordered, "ends the talk");
    const auto feels = [&](const char* what, int points) {
        if (ended && points != 0) words.push_back(std::string(what) + " " + signed_points(points));
    };
    feels("trust", change.trust);
    feels("interest", change.interest);
    feels("patience", change.patience);
    feels("perceived value", change.value);
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "nothing that shows" : text;
}

std::string acts_of(const app::Course& course) {
    std::vector<std::string> names;
    for (int i = 0; i < kActCount; ++i)
        if (course.acts.has(static_cast<Act>(i))) names.emplace_back(praxis::name(static_cast<Act>(i)));
    return names.empty() ? "nothing of note" : joined(names);
}

std::string value_text(const foresight::Value& value) {
    const foresight::Estimate worth = value.worth();
    if (value.certain) return std::to_string(percent(worth.share)) + " %, it is over";
    return std::to_string(percent(worth.share)) + " % [" + std::to_string(percent(worth.interval.low)) + "–" +
           std::to_string(percent(worth.interval.high)) + "]";
}

std::string course_text(const char* title, const app::Course& course, const app::WhatIf& what_if,
                        const Terminal& terminal) {
    constexpr int kLabels = 11;
    std::string text = terminal.ink(Ink::strong, title) + "\n";
    text += terminal.entry("You", course.said, kLabels, Ink::rep) + "\n";
    text += terminal.entry("heard as", acts_of(course), kLabels, Ink::dim) + "\n";
    text += terminal.entry("customer", course.answered, kLabels, Ink::buyer) + "\n";
    text += terminal.entry("changes", joined(noticed(course, what_if.ended)), kLabels, Ink::dim) + "\n";
    if (what_if.ended) text += terminal.entry("value", value_text(course.value), kLabels, Ink::dim) + "\n";
    return text + "\n";
}

void print_text(const app::WhatIf& what_if) {
    const Terminal terminal = Terminal::of_output();
    const std::string then = "Turn " + std::to_string(what_if.turn) + ", as it was";
    std::string text = course_text(then.c_str(), what_if.then, what_if, terminal) +
                       course_text("What if", what_if.now, what_if, terminal);
    if (what_if.ended) {
        const foresight::Estimate& gap = what_if.difference;
        text += "Difference " + signed_points(percent(gap.share)) + " points of the goal [" +
                signed_points(percent(gap.interval.low)) + " to " + signed_points(percent(gap.interval.high)) + "].\n";
    }
    text += terminal.ink(Ink::dim, terminal.wrapped(what_if.ended ? kNote : kOpen, 0)) + "\n";
    std::fputs(text.c_str(), stdout);
}

boost::json::object object_of(const foresight::Estimate& estimate) {
    return {{"share", estimate.share}, {"low", estimate.interval.low}, {"high", estimate.interval.high}};
}

boost::json::object object_of(const app::Course& course, bool ended) {
    boost::json::array acts, changes;
    for (int i = 0; i < kActCount; ++i)
        if (course.acts.has(static_cast<Act>(i))) acts.emplace_back(praxis::name(static_cast<Act>(i)));
    for (const std::string& word : noticed(course, ended)) changes.emplace_back(word);
    boost::json::object out{
        {"text", course.said}, {"acts", std::move(acts)}, {"answer", course.answered}, {"changes", std::move(changes)}};
    if (ended) out["value"] = object_of(course.value.worth());
    return out;
}

void print_json(const app::WhatIf& what_if) {
    boost::json::object out{{"event", "what_if"},
                            {"turn", what_if.turn},
                            {"then", object_of(what_if.then, what_if.ended)},
                            {"now", object_of(what_if.now, what_if.ended)},
                            {"note", what_if.ended ? kNote : kOpen}};
    if (what_if.ended) out["difference"] = object_of(what_if.difference);
    std::printf("%s\n", wire::to_text(out).c_str());
}

ExitCode run_what_if(const WhatIfAsked& asked) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto header = files::load_conversation_header(asked.file);
    if (!header) return tell(Refusal{ExitCode::input, header.error()});
    const auto strategy = library->strategy(asked.strategy);
    if (!strategy) return tell(strategy.error());
    ScenarioChoice choice;
    choice.id = header->scenario_id;
    auto scenario = pick_scenario(strategy->strategy, choice);
    if (!scenario) return tell(scenario.error());
    const auto play = library->play(std::move(*scenario));
    if (!play) return tell(play.error());
    const auto recorded = files::load_conversation(asked.file, *play->scenario);
    if (!recorded) return tell(Refusal{ExitCode::input, recorded.error()});
    const auto what_if = app::what_if(*play, *recorded, {asked.turn, asked.file}, asked.text, asked.migrate);
    if (!what_if) return tell(Refusal{ExitCode::input, what_if.error()});
    if (asked.json)
        print_json(*what_if);
    else
        print_text(*what_if);
    return ExitCode::done;
}

}  // namespace

void add_what_if(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("what-if", "What the customer would have answered to another line");
    const auto asked = std::make_shared<WhatIfAsked>();
    app.add_option("conversation", asked->file, "A saved conversation")->required()->type_name("FILE");
    app.add_option("text", asked->text, "What you would say instead")->required()->type_name("TEXT");
    app.add_option("--turn", asked->turn, "Your turn that it replaces, 1 …")->required()->type_name("N");
    add_strategy_option(app, asked->strategy);
    app.add_flag("--migrate", asked->migrate, "Go on although strategy or language have changed since");
    app.add_flag("--json", asked->json, "One JSON object");
    add_examples(app, kWhatIfExamples);
    on_run(app, exit, [asked] { return run_what_if(*asked); });
}

}  // namespace praxis::program
