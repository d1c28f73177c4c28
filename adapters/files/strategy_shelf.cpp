#include "adapters/files/strategy_shelf.hpp"

#include <system_error>

#include "adapters/files/language/report_phrases.hpp"
#include "adapters/files/language/tongue_folder.hpp"
#include "adapters/files/strategy_file.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPlaysKept = 300;  // of some 100 kB

}  // namespace

Result<StrategyShelf::Language, Problems> StrategyShelf::load_language(const fs::path& folder) {
    auto tongue = load_tongue(folder);
    if (!tongue) return refuse(std::move(tongue.error()));
    auto phrases = load_report_phrases(folder / "report.yaml");
    if (!phrases) return refuse(std::move(phrases.error()));
    return Language{*std::move(tongue), *std::move(phrases)};
}

Result<std::unique_ptr<StrategyShelf>, Problems> StrategyShelf::open(const fs::path& strategies, const fs::path& data) {
    auto shelf = std::make_unique<StrategyShelf>();
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(strategies, error)) {
        const fs::path file = entry.path() / "strategy.yaml";
        if (!fs::exists(file, error)) continue;
        auto strategy = load_strategy(file, data);
        if (!strategy) return refuse(std::move(strategy.error()));
        if (!shelf->languages_.contains(strategy->language)) {
            auto language = load_language(data / "language" / strategy->language);
            if (!language) return refuse(std::move(language.error()));
            shelf->languages_.emplace(strategy->language, *std::move(language));
        }
        const std::string id = strategy->id;
        shelf->strategies_[id] = std::make_shared<const strategy::Strategy>(*std::move(strategy));
    }
    if (shelf->strategies_.empty())
        return refuse(Problems{{Severity::error,
                                {strategies.string(), 0, 0},
                                "there is no strategy in this folder",
                                "put each in a folder of its own, as strategy.yaml"}});
    return shelf;
}

std::vector<StrategyShelf::StrategyShown> StrategyShelf::list(const std::string&) {
    std::vector<StrategyShown> all;
    for (const auto& [id, strategy] : strategies_) all.push_back(strategy);
    return all;
}

StrategyShelf::StrategyShown StrategyShelf::find(const std::string&, const std::string& strategy) {
    const auto found = strategies_.find(strategy);
    return found == strategies_.end() ? nullptr : found->second;
}

Result<std::shared_ptr<const app::Play>, Problems> StrategyShelf::compiled(const app::PlayKey& key) const {
    const auto strategy = strategies_.find(key.strategy);
    if (strategy == strategies_.end())
        return refuse(Problems{{Severity::error, {}, "there is no strategy '" + key.strategy + "'", ""}});
    auto scenario = strategy::compile(*strategy->second, std::string_view(key.scenario));
    if (!scenario) return refuse(std::move(scenario.error()));
    if (key.blind) *scenario = strategy::blinded(*std::move(scenario));
    auto play = app::make_play(*std::move(scenario), languages_.at(strategy->second->language).tongue);
    if (!play) return refuse(std::move(play.error()));
    return std::make_shared<const app::Play>(*std::move(play));
}

Result<std::shared_ptr<const app::Play>, Problems> StrategyShelf::play(const app::PlayKey& key) {
    const std::string name = key.strategy + (key.blind ? " blind " : " ") + key.scenario;
    {
        const std::lock_guard lock(mutex_);
        const auto found = plays_.find(name);
        if (found != plays_.end()) return found->second;
    }
    auto play = compiled(key);  // two at once may both compile it: the same
    if (!play) return play;
    const std::lock_guard lock(mutex_);
    if (plays_.emplace(name, *play).second) oldest_.push_back(name);
    if (oldest_.size() > kPlaysKept) {
        plays_.erase(oldest_.front());
        oldest_.pop_front();
    }
    return play;
}

const coaching::Phrases& StrategyShelf::phrases(const std::string& language) {
    return languages_.at(language).phrases;
}

}  // namespace praxis::files
