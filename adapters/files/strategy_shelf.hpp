// The strategies of a folder as the shelf of every company: each subfolder with a strategy.yaml. Read once when it is
// made; scenarios are compiled when they are first asked for and the last some hundred kept. Any thread. Errors: at
// making, Problems of the first strategy or language that cannot be read.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <mutex>

#include "app/ports/shelf.hpp"

namespace praxis::files {

class StrategyShelf final : public app::Shelf {
public:
    // `data` holds language/ and behaviours/.
    static Result<std::unique_ptr<StrategyShelf>, Problems> open(const std::filesystem::path& strategies,
                                                                 const std::filesystem::path& data);

    std::vector<StrategyShown> list(const std::string& tenant) override;
    StrategyShown find(const std::string& tenant, const std::string& strategy) override;
    Result<std::shared_ptr<const app::Play>, Problems> play(const app::PlayKey&) override;
    const coaching::Phrases& phrases(const std::string& language) override;

private:
    struct Language {
        app::Tongue tongue;
        coaching::Phrases phrases;
    };
    static Result<Language, Problems> load_language(const std::filesystem::path& folder);
    Result<std::shared_ptr<const app::Play>, Problems> compiled(const app::PlayKey&) const;

    std::map<std::string, StrategyShown> strategies_;
    std::map<std::string, Language> languages_;

    std::mutex mutex_;  // of what follows
    std::map<std::string, std::shared_ptr<const app::Play>> plays_;
    std::deque<std::string> oldest_;
};

}  // namespace praxis::files
