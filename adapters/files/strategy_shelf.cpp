#include "adapters/files/strategy_shelf.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include "adapters/files/language/report_phrases.hpp"
#include "adapters/files/language/tongue_folder.hpp"
#include "adapters/files/strategy_file.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSourceName = "strategy.yaml";

Problem problem(std::string where, std::string what, std::string mend) {
    return {Severity::error, {std::move(where), 0, 0}, std::move(what), std::move(mend)};
}

}  // namespace

template <class Thing>
Thing StrategyShelf::Kept<Thing>::find(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const auto found = things_.find(name);
    return found == things_.end() ? Thing() : found->second;
}

template <class Thing>
void StrategyShelf::Kept<Thing>::keep(const std::string& name, const Thing& thing) {
    const std::lock_guard lock(mutex_);
    if (things_.emplace(name, thing).second) oldest_.push_back(name);
    if (oldest_.size() <= most_) return;
    things_.erase(oldest_.front());
    oldest_.pop_front();
}

Result<StrategyShelf::Language, Problems> StrategyShelf::load_language(const fs::path& folder) {
    auto tongue = load_tongue(folder);
    if (!tongue) return refuse(std::move(tongue.error()));
    auto phrases = load_report_phrases(folder / "report.yaml");
    if (!phrases) return refuse(std::move(phrases.error()));
    return Language{*std::move(tongue), *std::move(phrases)};
}

Problems StrategyShelf::add_languages(const fs::path& folder) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (!fs::exists(entry.path() / "pack.yaml", error)) continue;
        auto language = load_language(entry.path());
        if (!language) return std::move(language.error());
        languages_.emplace(entry.path().filename().string(), *std::move(language));
    }
    return {};
}

Problems StrategyShelf::add_example(const fs::path& file, const fs::path& data) {
    auto strategy = load_strategy(file, data);
    if (!strategy) return std::move(strategy.error());
    const std::string id = strategy->id;
    if (!languages_.contains(strategy->language))
        return {problem(file.string(), "there is no language pack '" + strategy->language + "'", "")};
    if (const auto before = example_files_.find(id); before != example_files_.end())
        return {problem(file.string(), "the id '" + id + "' is that of " + before->second.string() + ", too",
                        "give one of them another id")};
    examples_[id] = std::make_shared<const strategy::Strategy>(*std::move(strategy));
    example_files_[id] = file;
    return {};
}

Result<std::unique_ptr<StrategyShelf>, Problems> StrategyShelf::open(const fs::path& strategies, const fs::path& data) {
    auto shelf = std::make_unique<StrategyShelf>();
    auto standard = load_standard_behaviours(data);
    if (!standard) return refuse(std::move(standard.error()));
    shelf->standard_ = *std::move(standard);
    if (Problems problems = shelf->add_languages(data / "language"); !problems.empty())
        return refuse(std::move(problems));
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(strategies, error)) {
        const fs::path file = entry.path() / kSourceName;
        if (!fs::exists(file, error)) continue;
        if (Problems problems = shelf->add_example(file, data); !problems.empty()) return refuse(std::move(problems));
    }
    if (shelf->examples_.empty())
        return refuse(Problems{problem(strategies.string(), "there is no strategy in this folder",
                                       "put each in a folder of its own, as strategy.yaml")});
    return shelf;
}

Result<StrategyShelf::StrategyShown, Problems> StrategyShelf::read(const std::string& source) const {
    auto strategy = read_strategy(source, kSourceName, standard_);
    if (!strategy) return refuse(std::move(strategy.error()));
    if (!languages_.contains(strategy->language))
        return refuse(Problems{problem(kSourceName, "there is no language pack '" + strategy->language + "' here",
                                       "leave `language` out, or write en")});
    return std::make_shared<const strategy::Strategy>(*std::move(strategy));
}

std::string StrategyShelf::example(const std::string& strategy) const {
    const auto found = example_files_.find(strategy);
    if (found == example_files_.end()) return {};
    std::ifstream in(found->second, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// One that this program can no longer read, because the format moved on, is not there.
StrategyShelf::StrategyShown StrategyShelf::published(const std::string& tenant, const std::string& strategy,
                                                      const std::string& version) {
    const std::string name = tenant + " " + strategy + " " + version;
    if (auto found = strategies_.find(name)) return found;
    const auto edition = published_ ? published_->find(tenant, strategy, version) : std::nullopt;
    if (!edition) return nullptr;
    auto read_again = read(edition->source);
    if (!read_again || (*read_again)->version != version) return nullptr;
    strategies_.keep(name, *read_again);
    return *read_again;
}

std::string StrategyShelf::version_in_force(const std::string& tenant, const std::string& strategy) const {
    if (!published_) return {};
    for (const app::Published& one : published_->list(tenant))
        if (one.strategy == strategy) return one.version;
    return {};
}

std::vector<StrategyShelf::StrategyShown> StrategyShelf::list(const std::string& tenant) {
    std::map<std::string, StrategyShown> all = examples_;
    if (published_)
        for (const app::Published& one : published_->list(tenant))
            if (auto strategy = published(tenant, one.strategy, one.version)) all[one.strategy] = std::move(strategy);
    std::vector<StrategyShown> listed;
    for (auto& [id, strategy] : all) listed.push_back(std::move(strategy));
    return listed;
}

StrategyShelf::StrategyShown StrategyShelf::find(const std::string& tenant, const std::string& strategy,
                                                 const std::string& version) {
    const auto found = examples_.find(strategy);
    const StrategyShown example = found == examples_.end() ? nullptr : found->second;
    if (example && example->version == version) return example;
    const std::string wanted = version.empty() ? version_in_force(tenant, strategy) : version;
    if (!wanted.empty())
        if (auto kept = published(tenant, strategy, wanted)) return kept;
    return version.empty() ? example : nullptr;
}

Result<std::shared_ptr<const app::Play>, Problems> StrategyShelf::compiled(const StrategyShown& strategy,
                                                                           const app::PlayKey& key) const {
    auto scenario = strategy::compile(*strategy, std::string_view(key.scenario));
    if (!scenario) return refuse(std::move(scenario.error()));
    if (key.blind) *scenario = strategy::blinded(*std::move(scenario));
    auto play = app::make_play(*std::move(scenario), languages_.at(strategy->language).tongue);
    if (!play) return refuse(std::move(play.error()));
    return std::make_shared<const app::Play>(*std::move(play));
}

Result<std::shared_ptr<const app::Play>, Problems> StrategyShelf::play(const app::PlayKey& key) {
    const StrategyShown strategy = find(key.tenant, key.strategy, key.version);
    if (!strategy) return refuse(Problems{problem("", "there is no strategy '" + key.strategy + "'", "")});
    // The same version is the same for every company.
    const std::string name = key.strategy + " " + strategy->version + (key.blind ? " blind " : " ") + key.scenario;
    if (auto found = plays_.find(name)) return found;
    auto play = compiled(strategy, key);  // two at once may both compile it: the same
    if (play) plays_.keep(name, *play);
    return play;
}

const coaching::Phrases& StrategyShelf::phrases(const std::string& language) {
    return languages_.at(language).phrases;
}

const language::Reader& StrategyShelf::reader(const std::string& language) {
    return *languages_.at(language).tongue.reader;
}

}  // namespace praxis::files
