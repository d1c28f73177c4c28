#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>

#include "core/strategy/compile.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "program/table.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program {
namespace {

constexpr const char* kScenariosExamples =
    "praxis scenarios --strategy hallam-steel\n"
    "praxis scenarios --strategy mine.yaml --kind negotiation\n"
    "praxis scenarios --strategy mine.yaml --json          one scenario per line";

struct ScenariosOptions {
    std::string strategy;
    ScenarioChoice only;
    bool json = false;
};

bool wanted(const std::string& choice, std::string_view name) {
    return choice.empty() || choice == name;
}

bool wanted(const ScenarioChoice& only, const strategy::Scenario& scenario) {
    return wanted(only.segment, scenario.segment) && wanted(only.role, scenario.role) &&
           wanted(only.kind, strategy::name(scenario.kind)) &&
           wanted(only.difficulty, strategy::name(scenario.difficulty));
}

void print_line(const strategy::Scenario& scenario) {
    const boost::json::object out{{"scenario", scenario.id},
                                  {"title", scenario.brief.title},
                                  {"segment", scenario.segment},
                                  {"role", scenario.role},
                                  {"kind", strategy::name(scenario.kind)},
                                  {"difficulty", strategy::name(scenario.difficulty)},
                                  {"medium", strategy::name(scenario.brief.medium)},
                                  {"model", scenario.model},
                                  {"goal", scenario.goals.text},
                                  {"digest", scenario.digest}};
    std::printf("%s\n", wire::to_text(out).c_str());
}

ExitCode run_scenarios(const ScenariosOptions& options) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    const auto strategy = library->strategy(options.strategy);
    if (!strategy) return tell(strategy.error());
    Table table({{"scenario"}, {"title"}, {"goal"}});
    int count = 0;
    for (const strategy::Scenario& scenario : strategy::compile_all(strategy->strategy)) {
        if (!wanted(options.only, scenario)) continue;
        ++count;
        if (options.json)
            print_line(scenario);
        else
            table.add({scenario.id, scenario.brief.title, scenario.goals.text});
    }
    if (count == 0) return tell(refusal(ExitCode::usage, "no scenario is like that", "`praxis scenarios` lists all"));
    if (!options.json) std::printf("%s", table.to_text(Terminal::of_output()).c_str());
    return ExitCode::done;
}

}  // namespace

void add_scenarios(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("scenarios", "List what can be rehearsed with a strategy");
    const auto options = std::make_shared<ScenariosOptions>();
    add_strategy_option(app, options->strategy);
    app.add_option("--segment", options->only.segment, "Only this customer segment")->type_name("ID");
    app.add_option("--role", options->only.role, "Only this role")->type_name("ID");
    app.add_option("--kind", options->only.kind, "Only this kind of conversation")->type_name("KIND");
    app.add_option("--difficulty", options->only.difficulty, "Only this difficulty")->type_name("LEVEL");
    app.add_flag("--json", options->json, "One scenario per line, as JSON");
    add_examples(app, kScenariosExamples);
    on_run(app, exit, [options] { return run_scenarios(*options); });
}

}  // namespace praxis::program
