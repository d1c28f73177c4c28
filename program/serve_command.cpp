#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "program/commands.hpp"
#include "program/installation/database.hpp"
#include "program/library.hpp"
#include "program/options.hpp"
#include "program/serve/server.hpp"
#include "program/serve/settings_file.hpp"
#include "program/serve/stop_signals.hpp"

namespace praxis::program {
namespace {

constexpr const char* kServeExamples =
    "praxis serve --demo                                    on this machine, with made-up people to log in as\n"
    "praxis serve --host 0.0.0.0 --certificate chain.pem --key key.pem --public-address https://praxis.example.com\n"
    "\n"
    "The database is brought up to date when it starts. While there are no people, a link is printed that makes "
    "whoever\n"
    "opens it the first admin. SIGTERM and Ctrl-C let running requests end. The log goes to standard error, as JSON.";

void tell_demo(const app::Demo& made, const std::string& wished_password) {
    std::printf("Demo company '%s', nothing in it is real:\n", made.tenant.name.c_str());
    for (const app::Person& person : made.people)
        std::printf("  %-32s %s\n", person.email.c_str(), person.name.c_str());
    const std::string& password = made.password.empty() ? wished_password : made.password;
    if (password.empty())
        std::printf("It was there already; its password was shown when it was made.\n");
    else
        std::printf("One password for all of them: %s\n", password.c_str());
}

void tell_how_to_get_in(Server& server, const ServeSettings& settings) {
    std::printf("Praxis listens on %s\n", server.address().c_str());
    if (!server.has_page())
        std::fputs("The web page is not built: this answers the API alone. ./dev build builds it.\n", stderr);
    if (const auto first = server.first_admin_address())
        std::printf("The first admin, once, within a day: %s\n", first->c_str());
    if (settings.demo) tell_demo(server.demo(), settings.demo_password);
    std::fflush(stdout);
}

ExitCode serve(const ServeSettings& settings) {
    auto files = load_server_files(settings);
    if (!files) {
        tell(files.error());
        return ExitCode::environment;
    }
    const StopSignals signals;
    Server server(settings, *std::move(files));
    server.start();
    tell_how_to_get_in(server, settings);
    signals.wait();
    const std::uint64_t left = server.stop();
    if (left > 0) std::_Exit(static_cast<int>(ExitCode::environment));  // what still runs may use what would go now
    return ExitCode::done;
}

// What a file and the variables of providers say.
Problems told_elsewhere(CLI::App& app, ServeSettings& settings) {
    SaidProviders said;
    Problems problems;
    if (!settings.config.empty()) problems = apply_settings_file(app, settings.config, said);
    read_provider_variables(environ, said, problems);
    if (!problems.empty()) return problems;
    auto providers = providers_of(said);
    if (!providers) return providers.error();
    settings.providers = *std::move(providers);
    return {};
}

}  // namespace

void add_serve(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("serve", "Start the server: rehearsals, people, teams and rights over HTTP");
    const auto settings = std::make_shared<ServeSettings>();
    add_serve_options(app, *settings);
    add_examples(app, kServeExamples);
    on_run(app, exit, [settings, &app] {
        const Problems problems = told_elsewhere(app, *settings);
        if (!problems.empty()) return tell(Refusal{ExitCode::input, problems});
        return about_storage([&] { return serve(*settings); });
    });
}

}  // namespace praxis::program
