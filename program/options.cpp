#include "program/options.hpp"

#include <map>
#include <sstream>

namespace praxis::program {

void add_strategy_option(CLI::App& app, std::string& file_or_name) {
    app.add_option("--strategy", file_or_name,
                   "Strategy file or folder, or the name of an example (default: the first example)")
        ->type_name("FILE");
}

void add_scenario_options(CLI::App& app, ScenarioChoice& choice) {
    app.add_option("--scenario", choice.id, "Scenario by its id; `praxis scenarios` lists them")->type_name("ID");
    app.add_option("--segment", choice.segment, "Customer segment")->type_name("ID");
    app.add_option("--role", choice.role, "Who you talk to")->type_name("ID");
    app.add_option("--kind", choice.kind,
                   "cold-call, discovery, value-presentation, objection-handling, negotiation or renewal")
        ->type_name("KIND");
    app.add_option("--difficulty", choice.difficulty, "easy, normal or hard")->type_name("LEVEL");
}

void add_dose_option(CLI::App& app, coaching::Dose& dose) {
    const std::map<std::string, coaching::Dose> names = {
        {"one", coaching::Dose::one}, {"three", coaching::Dose::three}, {"challenge", coaching::Dose::challenge}};
    app.add_option_function<std::string>(
           "--dose", [&dose, names](const std::string& name) { dose = names.at(name); },
           "How much feedback: one, three or challenge (default: one)")
        ->type_name("DOSE")
        ->check(CLI::IsMember(names));
}

void add_examples(CLI::App& app, const std::string& examples) {
    std::istringstream lines(examples);
    std::string text = "Examples:\n";
    for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
    app.footer(text);
}

void on_run(CLI::App& app, ExitCode& exit, std::function<ExitCode()> act) {
    app.callback([&exit, act = std::move(act)] { exit = act(); });
}

}  // namespace praxis::program
