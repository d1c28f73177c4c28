#include <cstdio>
#include <memory>

#include "adapters/storage/copy/copy.hpp"
#include "program/commands.hpp"
#include "program/installation/database.hpp"
#include "program/options.hpp"

namespace praxis::program {
namespace {

constexpr const char* kBackupExamples =
    "praxis backup praxis-$(date +%F).backup\n"
    "PRAXIS_DATABASE=postgresql://praxis@db/praxis praxis backup nightly.backup\n"
    "\n"
    "The server may run meanwhile: the backup holds one moment. It can be restored into either engine, and\n"
    "`praxis verify FILE` checks it. It holds everything, so keep it as safe as the database.";

constexpr const char* kRestoreExamples =
    "praxis restore nightly.backup --database restored.sqlite\n"
    "\n"
    "The target must be new and empty. All rows are kept or none.";

ExitCode back_up(const storage::Address& address, const std::string& file) {
    const auto database = storage::open(address, storage::Use::reader);
    const storage::Inventory copied = storage::backup(*database, file);
    std::printf("%s: %lld rows of %zu tables, schema %d.\n", file.c_str(), static_cast<long long>(copied.rows()),
                copied.tables.size(), copied.schema);
    return ExitCode::done;
}

ExitCode restore(const std::string& file, const storage::Address& address) {
    storage::check_backup(file);  // before a database is made for it
    const auto database = storage::open(address, storage::Use::tool);
    const storage::Inventory restored = storage::restore(file, *database);
    print_tables(restored);
    std::printf("%lld rows restored into %s.\n", static_cast<long long>(restored.rows()), shown(address).c_str());
    return ExitCode::done;
}

}  // namespace

void add_backup(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("backup", "Write everything an installation knows into one file");
    const auto file = std::make_shared<std::string>(), database = std::make_shared<std::string>();
    app.add_option("file", *file, "The file to write; it must not be there yet")->required()->type_name("FILE");
    add_database_option(app, *database);
    add_examples(app, kBackupExamples);
    on_run(app, exit,
           [file, database] { return about_storage([&] { return back_up(database_address(*database), *file); }); });
}

void add_restore(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("restore", "Fill a new, empty database from a backup");
    const auto file = std::make_shared<std::string>(), database = std::make_shared<std::string>();
    app.add_option("file", *file, "The backup")->required()->type_name("FILE");
    add_database_option(app, *database);
    add_examples(app, kRestoreExamples);
    on_run(app, exit,
           [file, database] { return about_storage([&] { return restore(*file, database_address(*database)); }); });
}

}  // namespace praxis::program
