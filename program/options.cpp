#include "program/options.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "core/base/nearest.hpp"

namespace praxis::program {
namespace {

std::vector<const CLI::App*> below(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string about(const std::string& typed, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), typed) != known.end()) return {};
    const std::string near = nearest(typed, known);
    return near.empty() ? "" : "There is no " + typed + "; did you mean " + near + "?";
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

}  // namespace

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

void add_svg_option(CLI::App& app, std::string& file) {
    app.add_option("--svg", file, "Draw the value of the conversation, turn by turn, into this file")
        ->type_name("FILE");
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

std::string did_you_mean(const CLI::App& root, const std::vector<std::string>& words) {
    const CLI::App* app = &root;
    bool value_follows = false;
    for (const std::string& word : words) {
        if (word.starts_with("--")) {
            const std::string said = about(word.substr(0, word.find('=')), options_of(*app));
            if (!said.empty()) return said;
            value_follows = true;
            continue;
        }
        std::vector<std::string> names;
        for (const CLI::App* sub : below(*app)) names.push_back(sub->get_name());
        const auto found = std::find(names.begin(), names.end(), word);
        if (found != names.end()) {
            app = below(*app)[static_cast<std::size_t>(found - names.begin())];
        } else if (!names.empty() && !value_follows) {
            return about(word, names);
        }
        value_follows = false;
    }
    return {};
}

}  // namespace praxis::program
