#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "program/commands.hpp"
#include "program/options.hpp"

namespace {

using praxis::program::ExitCode;

constexpr const char* kExamples =
    "Examples:\n"
    "  praxis rehearse                                   hold a conversation, read the report\n"
    "  praxis rehearse --strategy ledgerline --kind negotiation --difficulty hard\n"
    "  praxis review call.vtt --strategy mine.yaml       the same indicators on a real call\n"
    "  praxis strategy check mine.yaml                   what is wrong or missing in a strategy\n"
    "  praxis simulate --strategy mine.yaml --reps all   how kinds of reps fare\n"
    "  praxis serve --demo                               the server, with made-up people to log in as\n"
    "\n"
    "Exit codes: 0 done · 1 findings · 2 wrong command line · 3 wrong input file · 4 environment\n";

int run(int argc, char** argv) {
    CLI::App root("Praxis: from a sales strategy to rehearsed, measured conversations", "praxis");
    root.set_version_flag("--version", "praxis 0.1.0");
    root.require_subcommand(1);
    root.footer(kExamples);
    ExitCode exit = ExitCode::done;
    praxis::program::add_rehearse(root, exit);
    praxis::program::add_review(root, exit);
    praxis::program::add_understand(root, exit);
    praxis::program::add_hear(root, exit);
    praxis::program::add_what_if(root, exit);
    praxis::program::add_verify(root, exit);
    praxis::program::add_scenarios(root, exit);
    praxis::program::add_simulate(root, exit);
    praxis::program::add_strategy(root, exit);
    praxis::program::add_say(root, exit);
    praxis::program::add_serve(root, exit);
    praxis::program::add_migrate(root, exit);
    praxis::program::add_backup(root, exit);
    praxis::program::add_restore(root, exit);
    praxis::program::add_completion(root, exit);
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = root.exit(error);
        if (code == 0) return 0;
        const std::string meant = praxis::program::did_you_mean(root, {argv + 1, argv + argc});
        if (!meant.empty()) std::fprintf(stderr, "%s\n", meant.c_str());
        return static_cast<int>(ExitCode::usage);
    }
    return static_cast<int>(exit);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "praxis: %s\n", error.what());
        return static_cast<int>(ExitCode::environment);
    }
}
