// The shelf of every company: the examples of a folder (each subfolder with a strategy.yaml), and over them what the
// company has published. Examples and languages are read once when it is made; published texts when they are first
// asked for; scenarios likewise, and the last some hundred of each are kept. Any thread. Errors: at making, Problems of
// the first strategy or language that cannot be read, or of two examples with one id; later StoreTrouble of the port.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <mutex>

#include "app/ports/shelf.hpp"
#include "app/ports/strategies.hpp"

namespace praxis::files {

class StrategyShelf final : public app::Shelf {
public:
    // `data` holds language/ and behaviours/.
    static Result<std::unique_ptr<StrategyShelf>, Problems> open(const std::filesystem::path& strategies,
                                                                 const std::filesystem::path& data);
    // Before anybody takes from the shelf. Borrowed.
    void add_published(app::Strategies& published) { published_ = &published; }

    using app::Shelf::find;
    std::vector<StrategyShown> list(const std::string& tenant) override;
    StrategyShown find(const std::string& tenant, const std::string& strategy, const std::string& version) override;
    Result<std::shared_ptr<const app::Play>, Problems> play(const app::PlayKey&) override;
    Result<StrategyShown, Problems> read(const std::string& source) const override;
    std::string example(const std::string& strategy) const override;
    const coaching::Phrases& phrases(const std::string& language) override;
    const language::Reader& reader(const std::string& language) override;

private:
    struct Language {
        app::Tongue tongue;
        coaching::Phrases phrases;
    };
    // The last some hundred things by name.
    template <class Thing>
    class Kept {
    public:
        explicit Kept(std::size_t most) : most_(most) {}
        Thing find(const std::string& name);
        void keep(const std::string& name, const Thing&);

    private:
        const std::size_t most_;
        std::mutex mutex_;
        std::map<std::string, Thing> things_;
        std::deque<std::string> oldest_;
    };

    static Result<Language, Problems> load_language(const std::filesystem::path& folder);
    Problems add_example(const std::filesystem::path& file, const std::filesystem::path& data);
    Problems add_languages(const std::filesystem::path& folder);
    StrategyShown published(const std::string& tenant, const std::string& strategy, const std::string& version);
    std::string version_in_force(const std::string& tenant, const std::string& strategy) const;
    Result<std::shared_ptr<const app::Play>, Problems> compiled(const StrategyShown&, const app::PlayKey&) const;

    app::Strategies* published_ = nullptr;
    std::map<std::string, StrategyShown> examples_;
    std::map<std::string, std::filesystem::path> example_files_;
    std::map<std::string, Language> languages_;
    std::vector<strategy::Behaviour> standard_;
    Kept<StrategyShown> strategies_{200};                // published, of some megabytes
    Kept<std::shared_ptr<const app::Play>> plays_{300};  // of some 100 kB
};

}  // namespace praxis::files
