#include "adapters/files/language/language_pack.hpp"

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>

#include "core/base/digest.hpp"

namespace praxis::files {
namespace {

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Loader {
public:
    explicit Loader(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void load() {
        with("pack.yaml", [this](const YAML::Node& root) { lists(root); });
        with("classes.yaml", [this](const YAML::Node& root) { pack.classes = named(root); });
        with("patterns.yaml", [this](const YAML::Node& root) { patterns(root); });
        pack.digest = digest_.hex();
    }
    language::text::PackSource pack;
    Problems problems;

private:
    template <class Read>
    void with(const std::string& name, Read read) {
        file_ = (folder_ / name).string();
        if (!std::filesystem::exists(file_)) {
            problems.push_back(
                {Severity::error, {file_}, "The file is missing.", "A language pack has three YAML files."});
            return;
        }
        const std::string text = read_whole(file_);
        digest_.add(text);
        try {
            read(YAML::Load(text));
        } catch (const YAML::Exception& error) {
            problems.push_back(
                {Severity::error, {file_, error.mark.line + 1, error.mark.column + 1}, error.msg, "Mend the YAML."});
        }
    }

    static std::vector<language::text::Named> named(const YAML::Node& map) {
        std::vector<language::text::Named> result;
        for (const auto& entry : map)
            result.emplace_back(entry.first.as<std::string>(), entry.second.as<std::vector<std::string>>());
        return result;
    }

    template <class T>
    static std::vector<std::pair<std::string, T>> pairs(const YAML::Node& map) {
        std::vector<std::pair<std::string, T>> result;
        for (const auto& entry : map) result.emplace_back(entry.first.as<std::string>(), entry.second.as<T>());
        return result;
    }

    void lists(const YAML::Node& root) {
        pack.language = root["language"].as<std::string>();
        pack.stemmer = root["stemmer"].as<std::string>();
        pack.contractions = pairs<std::string>(root["contractions"]);
        pack.endings = pairs<std::string>(root["endings"]);
        pack.sets = named(root["sets"]);
        pack.numbers = pairs<double>(root["numbers"]);
        pack.weak_numbers = pairs<double>(root["weak_numbers"]);
        pack.relative_days = pairs<std::string>(root["relative_days"]);
        pack.magnitudes = pairs<double>(root["magnitudes"]);
        if (root["calendar"]) pack.calendar = named(root["calendar"]);
        if (root["common"]) pack.common = root["common"].as<std::vector<std::string>>();
        for (const auto& node : root["units"])
            pack.units.push_back({node["unit"].as<std::string>(), node["kind"].as<std::string>(),
                                  node["words"].as<std::vector<std::string>>(),
                                  node["times"] ? node["times"].as<double>() : 1.0});
    }

    void patterns(const YAML::Node& root) {
        for (const auto& entry : root) {
            const YAML::Node& node = entry.second;
            language::text::PatternSource pattern{.name = entry.first.as<std::string>()};
            pattern.at = {file_, entry.first.Mark().line + 1, entry.first.Mark().column + 1};
            if (node.IsScalar()) {
                pattern.expression = node.as<std::string>();
            } else {
                pattern.expression = node["is"].as<std::string>();
                const std::string only = node["only"] ? node["only"].as<std::string>() : "";
                pattern.question_only = only == "question";
                pattern.statement_only = only == "statement";
                pattern.first_sentence = node["first"] && node["first"].as<bool>();
                if (node["previous"]) pattern.previous = node["previous"].as<std::vector<std::string>>();
            }
            pack.patterns.push_back(std::move(pattern));
        }
    }

    std::filesystem::path folder_;
    std::string file_;
    Digest digest_;
};

}  // namespace

Result<language::text::PackSource, Problems> load_pack(const std::filesystem::path& language_folder) {
    Loader loader(language_folder);
    loader.load();
    if (!loader.problems.empty()) return refuse(std::move(loader.problems));
    return std::move(loader.pack);
}

Result<language::Reader, Problems> load_reader(const std::filesystem::path& language_folder) {
    auto pack = load_pack(language_folder);
    if (!pack) return refuse(std::move(pack.error()));
    const std::filesystem::path model = language_folder / "model.bin";
    if (!std::filesystem::exists(model))
        return refuse(Problems{{Severity::error,
                                {model.string()},
                                "The language model is missing.",
                                "Train it with tools/train_language."}});
    return language::Reader::make(std::move(*pack), {read_whole(model)});
}

}  // namespace praxis::files
