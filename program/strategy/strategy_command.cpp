#include <cstdio>
#include <memory>

#include "core/strategy/check.hpp"
#include "core/strategy/compile.hpp"
#include "core/strategy/version.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "program/table.hpp"

namespace praxis::program {
namespace {

constexpr const char* kStrategyExamples =
    "praxis strategy check mine.yaml                      every error with its line and the mend\n"
    "praxis strategy show mine.yaml                       what the company decided, on one screen\n"
    "praxis strategy diff before.yaml after.yaml          what changed, and what that makes stale";

constexpr const char* kCheckExamples =
    "praxis strategy check mine.yaml\n"
    "praxis strategy check folder/                        a folder of YAML files is one strategy\n"
    "\n"
    "Exit code 0: nothing found, or notes only; 1: findings; 3: errors.";

Loaded<StrategyLoaded> load(const std::string& file_or_name) {
    const auto library = Library::open();
    if (!library) return refuse(library.error());
    return library->strategy(file_or_name);
}

// Notes inform; warnings are findings; errors make the file unusable.
ExitCode exit_of(const Problems& problems) {
    ExitCode exit = ExitCode::done;
    for (const Problem& problem : problems) {
        if (problem.severity == Severity::error) return ExitCode::input;
        if (problem.severity == Severity::warning) exit = ExitCode::findings;
    }
    return exit;
}

int count(const Problems& problems, Severity severity) {
    int found = 0;
    for (const Problem& problem : problems) found += problem.severity == severity ? 1 : 0;
    return found;
}

std::string counted(int number, const char* noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

Ink ink_of(Severity severity) {
    return severity == Severity::error ? Ink::bad : severity == Severity::warning ? Ink::warn : Ink::dim;
}

ExitCode check(const std::string& name) {
    const auto loaded = load(name);
    if (!loaded) return tell(loaded.error());
    const strategy::Strategy& strategy = loaded->strategy;
    const Terminal terminal = Terminal::of_output();
    const Problems problems = strategy::check(strategy);
    for (const Problem& problem : problems)
        std::printf("%s\n", terminal.ink(ink_of(problem.severity), to_text(problem)).c_str());
    std::printf("%s: %s, %s, %s; %s.\n", strategy.name.c_str(),
                counted(count(problems, Severity::error), "error").c_str(),
                counted(count(problems, Severity::warning), "warning").c_str(),
                counted(count(problems, Severity::note), "note").c_str(),
                counted(static_cast<int>(strategy::scenario_keys(strategy).size()), "scenario").c_str());
    return exit_of(problems);
}

std::string list(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "–" : text;
}

Table segments_of(const strategy::Strategy& strategy) {
    Table table({{"segment"},
                 {"tier", Table::Side::right},
                 {"selling model"},
                 {"relationship"},
                 {"roles"},
                 {"pains", Table::Side::right},
                 {"facts", Table::Side::right},
                 {"objections", Table::Side::right}});
    for (const strategy::Segment& segment : strategy.segments) {
        const auto& relationship = segment.relationship;
        table.add({segment.name, segment.priority ? std::to_string(segment.priority->tier) : "–", segment.selling_model,
                   relationship ? std::string(strategy::name(relationship->from)) + " → " +
                                      std::string(strategy::name(relationship->to))
                                : "–",
                   list(segment.roles), std::to_string(segment.pains.size()), std::to_string(segment.facts.size()),
                   std::to_string(segment.objections.size())});
    }
    return table;
}

template <class Part>
std::vector<std::string> names_of(const std::vector<Part>& parts) {
    std::vector<std::string> names;
    for (const Part& part : parts) names.push_back(part.name);
    return names;
}

ExitCode show(const std::string& name) {
    const auto loaded = load(name);
    if (!loaded) return tell(loaded.error());
    const strategy::Strategy& strategy = loaded->strategy;
    const Terminal terminal = Terminal::of_output();
    const auto line = [&](std::string_view label, const std::string& text) {
        std::printf("%s\n", terminal.entry(label, text, 16, Ink::dim).c_str());
    };
    std::printf("%s\n", terminal.ink(Ink::strong, strategy.name).c_str());
    line("Company", strategy.company.name + (strategy.company.what.empty() ? "" : ": " + strategy.company.what));
    line("Version", strategy.version);
    line("Offers", list(names_of(strategy.offers)));
    line("Selling models", list(names_of(strategy.models)));
    line("Roles", list(names_of(strategy.roles)));
    line("Channels", list(names_of(strategy.channels)));
    line("Behaviours", list(names_of(strategy.behaviours)));
    line("Scenarios", std::to_string(strategy::scenario_keys(strategy).size()));
    std::printf("\n%s", segments_of(strategy).to_text(terminal).c_str());
    return ExitCode::done;
}

void print_part(const Terminal& terminal, const char* title, const std::vector<std::string>& parts) {
    if (parts.empty()) return;
    std::printf("%s\n", terminal.ink(Ink::strong, title).c_str());
    for (const std::string& part : parts) std::printf("  %s\n", part.c_str());
}

ExitCode diff(const std::string& before, const std::string& after) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto old_one = library->strategy(before);
    if (!old_one) return tell(old_one.error());
    const auto new_one = library->strategy(after);
    if (!new_one) return tell(new_one.error());
    const strategy::Diff diff = strategy::diff(old_one->strategy, new_one->strategy);
    const Terminal terminal = Terminal::of_output();
    print_part(terminal, "Added", diff.added);
    print_part(terminal, "Removed", diff.removed);
    print_part(terminal, "Changed", diff.changed);
    print_part(terminal, "Scenarios made stale", diff.stale_scenarios);
    print_part(terminal, "Indicators made stale", diff.stale_indicators);
    const bool same = diff.added.empty() && diff.removed.empty() && diff.changed.empty();
    if (same) std::printf("The two say the same.\n");
    return same ? ExitCode::done : ExitCode::findings;
}

CLI::App& add_part(CLI::App& parent, const char* name, const char* what, std::string& file) {
    CLI::App& app = *parent.add_subcommand(name, what);
    app.add_option("file", file, "Strategy file or folder, or the name of an example (default: the first example)")
        ->type_name("FILE");
    return app;
}

}  // namespace

void add_strategy(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("strategy", "Check, show and compare strategy files");
    app.require_subcommand(1);
    add_examples(app, kStrategyExamples);
    const auto first = std::make_shared<std::string>();
    const auto second = std::make_shared<std::string>();
    CLI::App& checking = add_part(app, "check", "Find errors, gaps and leaks", *first);
    add_examples(checking, kCheckExamples);
    on_run(checking, exit, [first] { return check(*first); });
    CLI::App& showing = add_part(app, "show", "Show a strategy on one screen", *first);
    add_examples(showing, "praxis strategy show ledgerline");
    on_run(showing, exit, [first] { return show(*first); });
    CLI::App& comparing = *app.add_subcommand("diff", "Show what a change makes stale");
    comparing.add_option("before", *first, "The strategy before")->required()->type_name("FILE");
    comparing.add_option("after", *second, "The strategy after")->required()->type_name("FILE");
    add_examples(comparing, "praxis strategy diff 2025.yaml 2026.yaml\n\nExit code 0: the same; 1: they differ.");
    on_run(comparing, exit, [first, second] { return diff(*first, *second); });
}

}  // namespace praxis::program
