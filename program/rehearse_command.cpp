#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>

#include "adapters/files/conversation_file.hpp"
#include "adapters/files/file_hold.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "program/commands.hpp"
#include "program/data_folder.hpp"
#include "program/options.hpp"
#include "program/talk/hold_rehearsal.hpp"

namespace praxis::program {
namespace {

namespace fs = std::filesystem;
using namespace talk;

constexpr std::size_t kScriptMax_bytes = 16UL << 20;
constexpr std::uint64_t kDrawnSeeds = 1'000'000;  // short enough to be read out

struct RehearseOptions {
    std::string strategy, script, save, resume, svg;
    ScenarioChoice scenario;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint32_t> from;  // branch before this turn of `resume`
    std::optional<app::Support> support;
    coaching::Dose dose = coaching::Dose::one;
    bool json = false, full = false, migrate = false;
    bool scripted() const { return !script.empty(); }
};

constexpr const char* kRehearseExamples =
    "praxis rehearse                                         the first example strategy, a discovery talk\n"
    "praxis rehearse --strategy ledgerline --kind cold-call --difficulty hard\n"
    "praxis rehearse --strategy mine.yaml --segment job-shop --role owner --support guided --seed 7\n"
    "praxis rehearse --blind --support silent                find out which segment it is\n"
    "praxis rehearse --script lines.txt                      one line a turn, # comments, seed 1\n"
    "praxis rehearse --script - --json < lines.txt           one event per line, for other programs\n"
    "praxis rehearse --resume session.jsonl                  go on where you stopped\n"
    "praxis rehearse --resume session.jsonl --from 5         say turn 5 again, and go on from there";

// A script that must give the same bytes everywhere has a fixed seed; a person gets a new customer every time.
Seed seed_of(const RehearseOptions& options) {
    if (options.seed) return Seed{*options.seed};
    if (options.scripted() || options.json) return Seed{1};
    std::random_device device;
    return Seed{1 + device() % kDrawnSeeds};
}

app::Support support_of(const RehearseOptions& options) {
    if (options.support) return *options.support;
    return options.scripted() || options.json ? app::Support::silent : app::Support::hints;
}

fs::path session_file(const RehearseOptions& options) {
    if (!options.save.empty()) return options.save;
    if (!options.resume.empty() && !options.from && !options.scripted() && !options.json) return options.resume;
    if (options.scripted() || options.json) return {};
    char stamp[32];
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    std::strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &parts);
    return state_folder() / "sessions" / (std::string(stamp) + "-" + std::to_string(getpid()) + ".jsonl");
}

Loaded<app::Rehearsal> begin(const RehearseOptions& options, const Library& library) {
    auto strategy = library.strategy(options.strategy);
    if (!strategy) return refuse(std::move(strategy.error()));
    ScenarioChoice choice = options.scenario;
    if (!options.resume.empty()) {
        const auto header = files::load_conversation_header(options.resume);
        if (!header) return refuse(Refusal{ExitCode::input, header.error()});
        choice = {.id = header->scenario_id, .blind = options.scenario.blind};
    }
    auto scenario = pick_scenario(strategy->strategy, choice);
    if (!scenario) return refuse(std::move(scenario.error()));
    auto play = library.play(std::move(*scenario));
    if (!play) return refuse(std::move(play.error()));
    if (options.resume.empty()) return app::start_rehearsal(std::move(*play), seed_of(options), support_of(options));
    auto recorded = files::load_conversation(options.resume, *play->scenario);
    if (!recorded) return refuse(Refusal{ExitCode::input, std::move(recorded.error())});
    auto resumed = options.from ? app::branch_rehearsal(std::move(*play), *recorded, {*options.from, options.resume},
                                                        support_of(options), options.migrate)
                                : app::resume_rehearsal(std::move(*play), std::move(*recorded), support_of(options),
                                                        options.migrate);
    if (!resumed) return refuse(Refusal{ExitCode::input, std::move(resumed.error())});
    return std::move(*resumed);
}

// A branch leaves the conversation it comes from as it is.
std::optional<Refusal> wrong_branch(const RehearseOptions& options, const fs::path& session) {
    if (!options.from) return std::nullopt;
    if (options.resume.empty())
        return refusal(ExitCode::usage, "--from needs a saved conversation to branch from",
                       "name it with --resume FILE");
    std::error_code error;
    if (!session.empty() && fs::equivalent(session, options.resume, error))
        return refusal(ExitCode::usage, "a branch is not saved over the conversation it comes from",
                       "give another file with --save");
    return std::nullopt;
}

Loaded<std::unique_ptr<LineSource>> lines_of(const RehearseOptions& options, const Terminal& terminal) {
    if (options.script == "-") {
        return script_lines({std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()});
    }
    if (options.scripted()) {
        auto text = files::load_text(options.script, kScriptMax_bytes);
        if (!text) return refuse(Refusal{ExitCode::input, std::move(text.error())});
        return script_lines(std::move(*text));
    }
    if (!options.json)
        if (auto edited = edited_lines(terminal, state_folder() / "history")) return edited;
    return standard_input_lines();
}

ExitCode run_rehearse(const RehearseOptions& options) {
    umask(S_IRWXG | S_IRWXO);  // practice is the rep's own
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const Terminal terminal = Terminal::of_output();
    auto lines = lines_of(options, terminal);
    if (!lines) return tell(lines.error());
    const fs::path session = session_file(options);
    if (const auto wrong = wrong_branch(options, session)) return tell(*wrong);
    const auto hold = session.empty() ? std::nullopt : files::FileHold::take(session);
    if (!session.empty() && !hold)
        return tell(refusal(ExitCode::environment, "another praxis is holding the conversation in " + session.string(),
                            "end it there, or --save this one elsewhere"));
    auto rehearsal = begin(options, *library);
    if (!rehearsal) return tell(rehearsal.error());
    const auto phrases = library->phrases(rehearsal->scenario().language);
    if (!phrases) return tell(phrases.error());
    const bool edited = !options.scripted() && !options.json && isatty(STDIN_FILENO) != 0;
    const auto audience = options.json ? program_reading() : person_at(terminal, !edited, options.full);
    const Holding holding{*audience,   **lines,
                          terminal,    !options.scripted() && !options.json,
                          session,     options.from ? fs::path(options.resume) : fs::path(),
                          options.svg, options.dose,
                          *phrases};
    return hold_rehearsal(std::move(*rehearsal), holding);
}

void add_support_option(CLI::App& app, std::optional<app::Support>& support) {
    const std::map<std::string, app::Support> names = {
        {"guided", app::Support::guided}, {"hints", app::Support::hints}, {"silent", app::Support::silent}};
    app.add_option_function<std::string>(
           "--support", [&support, names](const std::string& name) { support = names.at(name); },
           "Cues: guided (after every turn), hints (when something goes wrong) or silent")
        ->type_name("LEVEL")
        ->check(CLI::IsMember(names));
}

}  // namespace

void add_rehearse(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("rehearse", "Hold a conversation with a simulated customer");
    const auto options = std::make_shared<RehearseOptions>();
    add_strategy_option(app, options->strategy);
    add_scenario_options(app, options->scenario);
    app.add_option("--seed", options->seed, "Who it is today and how they take it; the same seed is the same customer")
        ->type_name("N");
    add_support_option(app, options->support);
    app.add_flag("--blind", options->scenario.blind, "You are not told the segment: find out");
    app.add_option("--script", options->script, "Your lines from a file, or - for standard input")->type_name("FILE");
    app.add_flag("--json", options->json, "One event per line, as JSON");
    app.add_option("--save", options->save, "Keep the conversation in this file")->type_name("FILE");
    app.add_option("--resume", options->resume, "Go on with a saved conversation")->type_name("FILE");
    app.add_option("--from", options->from,
                   "With --resume: say this turn again and go on from there, as a conversation of its own")
        ->type_name("TURN");
    app.add_flag("--migrate", options->migrate, "Go on although strategy or language have changed since");
    add_svg_option(app, options->svg);
    add_dose_option(app, options->dose);
    app.add_flag("--full", options->full, "The whole report, not one screen of it");
    add_examples(app, kRehearseExamples);
    on_run(app, exit, [options] { return run_rehearse(*options); });
}

}  // namespace praxis::program
