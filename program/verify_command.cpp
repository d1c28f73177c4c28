#include <cstdio>
#include <memory>

#include "adapters/files/conversation_file.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "app/rehearsal/recorded/verify_conversation.hpp"
#include "program/commands.hpp"
#include "program/installation/database.hpp"
#include "program/installation/verify_installation.hpp"
#include "program/options.hpp"

namespace praxis::program {
namespace {

constexpr const char* kVerifyExamples =
    "praxis verify session.jsonl --strategy mine.yaml\n"
    "\n"
    "praxis verify nightly.backup\n"
    "praxis verify --database praxis.sqlite\n"
    "\n"
    "A conversation is played again from its seed and the rep's words and compared event by event. A backup is read "
    "to\n"
    "its end and held against its sums. Without a file the installation is looked through for what cannot be.\n"
    "Exit code 0: all is well; 1: something is not; 3: a file is wrong.";

ExitCode verify_conversation(const std::string& file, const std::string& strategy_name) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto strategy = library->strategy(strategy_name);
    if (!strategy) return tell(strategy.error());
    const auto header = files::load_conversation_header(file);
    if (!header) return tell(Refusal{ExitCode::input, header.error()});
    ScenarioChoice choice;
    choice.id = header->scenario_id;
    auto scenario = pick_scenario(strategy->strategy, choice);
    if (!scenario) return tell(scenario.error());
    const auto play = library->play(std::move(*scenario));
    if (!play) return tell(play.error());
    const auto recorded = files::load_conversation(file, *play->scenario);
    if (!recorded) return tell(Refusal{ExitCode::input, recorded.error()});

    const Problems other = app::differences(recorded->header, *play);
    tell(other);
    const app::Verification verification = app::verify_conversation(*play, *recorded);
    for (const app::Mismatch& mismatch : verification.mismatches)
        std::printf("turn %u: %s differ\n  recorded:    %s\n  regenerated: %s\n", mismatch.turn, mismatch.what.c_str(),
                    mismatch.recorded.c_str(), mismatch.regenerated.c_str());
    if (!verification.mismatches.empty()) return ExitCode::findings;
    std::printf("%d events, all the same.\n", verification.events);
    return other.empty() ? ExitCode::done : ExitCode::findings;
}

}  // namespace

void add_verify(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand(
        "verify", "Prove that a saved conversation replays exactly, or that an installation or a backup is whole");
    const auto file = std::make_shared<std::string>();
    const auto strategy = std::make_shared<std::string>(), database = std::make_shared<std::string>();
    app.add_option("file", *file, "A saved conversation, or a backup; without it, the installation")->type_name("FILE");
    add_strategy_option(app, *strategy);
    add_database_option(app, *database);
    add_examples(app, kVerifyExamples);
    on_run(app, exit, [file, strategy, database] {
        if (file->empty()) return verify_installation(database_address(*database));
        return is_backup(*file) ? verify_backup(*file) : verify_conversation(*file, *strategy);
    });
}

}  // namespace praxis::program
