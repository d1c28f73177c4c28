// What the subcommands about an installation share: how its database is named, what is said when it cannot be used, and
// how its tables are listed. One thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "adapters/storage/address.hpp"
#include "adapters/storage/copy/sums.hpp"
#include "program/exit_code.hpp"

namespace praxis::program {

// --database ADDRESS.
void add_database_option(CLI::App&, std::string& address);

// As given, else $PRAXIS_DATABASE, else praxis.sqlite in the state folder.
storage::Address database_address(const std::string& given);

// Runs it; what storage throws is printed for people and becomes an exit code.
ExitCode about_storage(const std::function<ExitCode()>& act);

// One line a table: its name, rows and digest.
void print_tables(const storage::Inventory&);

}  // namespace praxis::program
