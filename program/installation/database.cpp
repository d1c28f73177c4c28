#include "program/installation/database.hpp"

#include <cstdio>
#include <cstdlib>

#include "adapters/storage/copy/copy.hpp"
#include "program/data_folder.hpp"
#include "program/table.hpp"

namespace praxis::program {
namespace {

ExitCode say(ExitCode exit, const char* what) {
    std::fprintf(stderr, "praxis: %s\n", what);
    return exit;
}

}  // namespace

void add_database_option(CLI::App& app, std::string& address) {
    app.add_option("--database", address,
                   "The installation's database: a file, or postgresql://user@host/name. Better in $PRAXIS_DATABASE "
                   "when it holds a password")
        ->type_name("ADDRESS");
}

storage::Address database_address(const std::string& given) {
    if (!given.empty()) return storage::address_of(given);
    const char* variable = std::getenv("PRAXIS_DATABASE");
    if (variable && *variable) return storage::address_of(variable);
    return {storage::Engine::sqlite, (state_folder() / "praxis.sqlite").string()};
}

ExitCode about_storage(const std::function<ExitCode()>& act) {
    try {
        return act();
    } catch (const storage::BackupError& error) {
        return say(ExitCode::input, error.what());
    } catch (const storage::CopyRefused& error) {
        return say(ExitCode::input, error.what());
    } catch (const storage::StorageError& error) {
        return say(ExitCode::environment, error.what());
    }
}

void print_tables(const storage::Inventory& inventory) {
    Table table({{"table"}, {"rows", Table::Side::right}, {"digest"}});
    for (const storage::TableSum& one : inventory.tables)
        table.add({one.name, std::to_string(one.rows), one.digest.substr(0, 16)});
    std::printf("%s", table.to_text(Terminal::of_output()).c_str());
}

}  // namespace praxis::program
