// The subcommands, one function a file: each adds its options to the root and leaves a CLI11 callback that runs it and
// writes the exit code into `exit`. main.cpp lists them. One thread.
#pragma once

#include "program/exit_code.hpp"

namespace CLI {
class App;
}

namespace praxis::program {

void add_rehearse(CLI::App& root, ExitCode& exit);
void add_understand(CLI::App& root, ExitCode& exit);
void add_hear(CLI::App& root, ExitCode& exit);
void add_what_if(CLI::App& root, ExitCode& exit);
void add_verify(CLI::App& root, ExitCode& exit);
void add_review(CLI::App& root, ExitCode& exit);
void add_strategy(CLI::App& root, ExitCode& exit);
void add_scenarios(CLI::App& root, ExitCode& exit);
void add_simulate(CLI::App& root, ExitCode& exit);
void add_say(CLI::App& root, ExitCode& exit);
void add_serve(CLI::App& root, ExitCode& exit);
void add_migrate(CLI::App& root, ExitCode& exit);
void add_backup(CLI::App& root, ExitCode& exit);
void add_restore(CLI::App& root, ExitCode& exit);
void add_completion(CLI::App& root, ExitCode& exit);

}  // namespace praxis::program
