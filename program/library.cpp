#include "program/library.hpp"

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "adapters/files/language/report_phrases.hpp"
#include "adapters/files/language/tongue_folder.hpp"
#include "adapters/files/strategy_file.hpp"
#include "core/base/nearest.hpp"
#include "program/data_folder.hpp"

namespace praxis::program {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> example_names(const fs::path& data) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(data / "strategies", error))
        if (fs::exists(entry.path() / "strategy.yaml", error)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

Refusal refusal(ExitCode exit, std::string what, std::string mend) {
    return {exit, {{Severity::error, {}, std::move(what), std::move(mend)}}};
}

void tell(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
}

ExitCode tell(const Refusal& why) {
    tell(why.problems);
    return why.exit;
}

Loaded<Library> Library::open() {
    auto data = find_data();
    std::error_code error;
    if (!data || !fs::is_directory(*data / "language", error))
        return refuse(refusal(ExitCode::environment,
                              data ? "there is no Praxis data in " + data->string() : "the Praxis data was not found",
                              "set PRAXIS_DATA to the folder that holds language/ and strategies/"));
    return Library(std::move(*data));
}

Loaded<fs::path> Library::strategy_path(const std::string& file_or_name) const {
    const std::vector<std::string> names = example_names(data_);
    std::error_code error;
    if (file_or_name.empty() && names.empty())
        return refuse(refusal(ExitCode::usage, "there is no example strategy", "name one with --strategy FILE"));
    if (file_or_name.empty()) return data_ / "strategies" / names.front() / "strategy.yaml";
    if (fs::exists(file_or_name, error)) return fs::path(file_or_name);
    if (std::find(names.begin(), names.end(), file_or_name) != names.end())
        return data_ / "strategies" / file_or_name / "strategy.yaml";
    const std::string near = nearest(file_or_name, names);
    return refuse(refusal(ExitCode::input, "there is no strategy file or example '" + file_or_name + "'",
                          near.empty() ? "the examples are: " + joined(names) : "did you mean '" + near + "'?"));
}

Loaded<StrategyLoaded> Library::strategy(const std::string& file_or_name) const {
    auto path = strategy_path(file_or_name);
    if (!path) return refuse(std::move(path.error()));
    auto loaded = files::load_strategy(*path, data_);
    if (!loaded) return refuse(Refusal{ExitCode::input, std::move(loaded.error())});
    return StrategyLoaded{std::move(*loaded), std::move(*path)};
}

Loaded<app::Tongue> Library::tongue(const std::string& language) const {
    const fs::path folder = data_ / "language" / language;
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return refuse(refusal(ExitCode::environment, "there is no language pack '" + language + "'",
                              "language packs are folders of " + (data_ / "language").string()));
    auto tongue = files::load_tongue(folder);
    if (!tongue) return refuse(Refusal{ExitCode::environment, std::move(tongue.error())});
    return *std::move(tongue);
}

Loaded<coaching::Phrases> Library::phrases(const std::string& language) const {
    auto phrases = files::load_report_phrases(data_ / "language" / language / "report.yaml");
    if (!phrases) return refuse(Refusal{ExitCode::environment, std::move(phrases.error())});
    return std::move(*phrases);
}

Loaded<app::Play> Library::play(strategy::Scenario scenario) const {
    auto tongue = this->tongue(scenario.language);
    if (!tongue) return refuse(std::move(tongue.error()));
    auto play = app::make_play(std::move(scenario), std::move(*tongue));
    if (!play) return refuse(Refusal{ExitCode::input, std::move(play.error())});
    return std::move(*play);
}

Loaded<strategy::Scenario> pick_scenario(const strategy::Strategy& strategy, const ScenarioChoice& choice) {
    auto chosen = app::choose_scenario(strategy, choice);
    if (chosen) return *std::move(chosen);
    const ExitCode exit = chosen.error().wrong.empty() ? ExitCode::input : ExitCode::usage;
    return refuse(Refusal{exit, std::move(chosen.error().problems)});
}

}  // namespace praxis::program
