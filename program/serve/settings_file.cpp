#include "program/serve/settings_file.hpp"

#include <CLI/CLI.hpp>
#include <set>

#include "adapters/files/strategies/node.hpp"
#include "core/base/nearest.hpp"

namespace praxis::program {
namespace {

constexpr std::string_view kProviders = "providers";

// What a file may set: every option but those that are about the command line itself.
std::vector<std::string> names_of_settings(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            if (name != "help" && name != "config") names.push_back(name);
    return names;
}

class SettingsFile {
public:
    SettingsFile(CLI::App& app, SaidProviders& providers)
        : app_(app), providers_(providers), names_(names_of_settings(app)) {
        names_.emplace_back(kProviders);
    }

    void set(const files::Node& key, const files::Node& value) {
        if (std::find(names_.begin(), names_.end(), key.text) == names_.end()) {
            const std::string near = nearest(key.text, names_);
            complain(key, "there is no setting '" + key.text + "'",
                     near.empty() ? "`praxis serve --help` lists them, here without the dashes"
                                  : "did you mean '" + near + "'?");
        } else if (!seen_.insert(key.text).second) {
            complain(key, "'" + key.text + "' is set twice", "leave one of them out");
        } else if (key.text == kProviders) {
            read_providers(value, providers_, problems);
        } else if (value.kind != files::Node::Kind::word) {
            complain(value, "'" + key.text + "' must be one word or number", "");
        } else {
            take(*app_.get_option("--" + key.text), value);
        }
    }

    Problems problems;

private:
    void complain(const files::Node& where, std::string what, std::string mend) {
        problems.push_back({Severity::error, where.at, std::move(what), std::move(mend)});
    }

    void take(CLI::Option& option, const files::Node& value) {
        if (option.count() > 0) return;  // told otherwise
        try {
            option.add_result(value.text);
            option.run_callback();
        } catch (const CLI::Error& error) {
            complain(value, error.what(), "");
        }
    }

    CLI::App& app_;
    SaidProviders& providers_;
    std::vector<std::string> names_;
    std::set<std::string> seen_;
};

}  // namespace

Problems apply_settings_file(CLI::App& app, const std::string& file, SaidProviders& providers) {
    const auto settings = files::load_node(file);
    if (!settings) return settings.error();
    if (settings->kind == files::Node::Kind::empty) return {};
    if (settings->kind != files::Node::Kind::map)
        return {{Severity::error, settings->at, "these are no settings", "write one a line, as 'port: 8080'"}};
    SettingsFile reading(app, providers);
    for (const auto& [key, value] : settings->entries) reading.set(key, value);
    return std::move(reading.problems);
}

}  // namespace praxis::program
