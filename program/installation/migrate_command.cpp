#include <cstdio>
#include <memory>

#include "adapters/storage/copy/copy.hpp"
#include "adapters/storage/migrate.hpp"
#include "program/commands.hpp"
#include "program/installation/database.hpp"
#include "program/options.hpp"

namespace praxis::program {
namespace {

constexpr const char* kMigrateExamples =
    "praxis migrate                                            bring the schema to this program's version\n"
    "praxis migrate --from praxis.sqlite --to postgresql://praxis@db/praxis\n"
    "\n"
    "A schema only goes forward; a newer one is refused. With --from and --to a whole installation moves into a new,\n"
    "empty database: stop its server first. The source is left as it is; what arrived is compared row by row.";

ExitCode bring_up_to_date(const storage::Address& address) {
    const auto database = storage::open(address, storage::Use::tool);
    const std::vector<int> applied = storage::migrate(*database);
    const int now = storage::schema_version(*database).found;
    if (applied.empty())
        std::printf("%s has schema %d already.\n", shown(address).c_str(), now);
    else
        std::printf("%s: applied %zu migrations; the schema is %d now.\n", shown(address).c_str(), applied.size(), now);
    return ExitCode::done;
}

ExitCode move(const storage::Address& from, const storage::Address& to) {
    storage::open(from, storage::Use::reader);  // which makes no file where there is none
    const auto source = storage::open(from, storage::Use::tool);
    const auto target = storage::open(to, storage::Use::tool);
    const storage::Inventory moved = storage::move(*source, *target);
    print_tables(moved);
    std::printf("%lld rows moved from %s to %s; every table arrived with the same rows and digest.\n",
                static_cast<long long>(moved.rows()), shown(from).c_str(), shown(to).c_str());
    return ExitCode::done;
}

}  // namespace

void add_migrate(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("migrate", "Bring an installation's schema up to date, or move it elsewhere");
    const auto database = std::make_shared<std::string>();
    const auto from = std::make_shared<std::string>(), to = std::make_shared<std::string>();
    add_database_option(app, *database);
    CLI::Option* source = app.add_option("--from", *from, "Move the installation out of this database …");
    CLI::Option* target = app.add_option("--to", *to, "… into this one, which must be new and empty");
    source->type_name("ADDRESS")->needs(target)->excludes("--database");
    target->type_name("ADDRESS")->needs(source);
    add_examples(app, kMigrateExamples);
    on_run(app, exit, [database, from, to] {
        return about_storage([&] {
            return from->empty() ? bring_up_to_date(database_address(*database))
                                 : move(storage::address_of(*from), storage::address_of(*to));
        });
    });
}

}  // namespace praxis::program
