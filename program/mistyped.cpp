#include "program/mistyped.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

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
