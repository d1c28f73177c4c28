#include "adapters/files/language/report_phrases.hpp"

#include <yaml-cpp/yaml.h>

#include <array>

#include "core/strategy/kinds.hpp"

namespace praxis::files {
namespace {

using behaviour::Band;
using coaching::Phrases;

class PhraseFile {
public:
    explicit PhraseFile(std::string file) : file_(std::move(file)) {}

    Phrases read(const YAML::Node& root) {
        if (!root.IsMap()) {
            wrong(root, "the file is not a mapping", "write fillers:, paper_words:, bands: and texts:");
            return {};
        }
        for (const auto& part : root) read_part(part.first, part.second);
        return std::move(phrases_);
    }

    void wrong(const YAML::Node& node, std::string what, std::string mend) {
        const YAML::Mark mark = node.Mark();
        problems_.push_back(
            {Severity::error, {file_, mark.line + 1, mark.column + 1}, std::move(what), std::move(mend)});
    }

    Problems& problems() { return problems_; }

private:
    void read_part(const YAML::Node& key, const YAML::Node& value) {
        const std::string name = key.as<std::string>("");
        if (name == "fillers")
            phrases_.fillers = texts_of(value);
        else if (name == "paper_words")
            phrases_.paper_words = texts_of(value);
        else if (name == "bands")
            read_bands(value);
        else if (name == "texts")
            read_texts(value);
        else
            wrong(key, "'" + name + "' is not a part of a report file", "use fillers, paper_words, bands or texts");
    }

    strategy::Texts texts_of(const YAML::Node& node) {
        if (node.IsScalar()) return {node.Scalar()};
        strategy::Texts texts;
        if (!node.IsSequence()) wrong(node, "expected a text or a list of texts", "");
        for (const auto& each : node) {
            if (each.IsScalar())
                texts.push_back(each.Scalar());
            else
                wrong(each, "expected a text", "put it in quotes if it has a colon or a brace");
        }
        return texts;
    }

    void read_texts(const YAML::Node& node) {
        if (!node.IsMap()) return wrong(node, "texts is not a mapping from names to wordings", "");
        for (const auto& each : node) {
            const std::string name = each.first.as<std::string>("");
            if (!phrases_.texts.emplace(name, texts_of(each.second)).second)
                wrong(each.first, "'" + name + "' is there twice", "put both wordings in one list");
        }
    }

    void read_bands(const YAML::Node& node) {
        if (!node.IsMap()) return wrong(node, "bands is not a mapping from kinds of conversation", "");
        for (const auto& each : node) {
            const auto kind = strategy::named<strategy::ConversationKind>(each.first.as<std::string>(""));
            if (!kind)
                wrong(each.first, "this is not a kind of conversation",
                      "use cold-call, discovery, value-presentation …");
            else if (!each.second.IsMap())
                wrong(each.second, "expected figures with two numbers each", "write talk_share: [30, 55]");
            else
                for (const auto& band : each.second) read_band(*kind, band.first, band.second);
        }
    }

    void read_band(strategy::ConversationKind kind, const YAML::Node& key, const YAML::Node& range) {
        const auto figure = behaviour::figure_named(key.as<std::string>(""));
        if (!figure) return wrong(key, "this is not a figure of the signals", "use talk_share, questions, pace …");
        std::array<double, 2> ends{};
        bool good = range.IsSequence() && range.size() == 2;
        for (std::size_t i = 0; good && i < 2; ++i) good = YAML::convert<double>::decode(range[i], ends[i]);
        if (!good || !(ends[0] <= ends[1]))
            return wrong(range, "a band is two numbers, the lower first", "write [30, 55]");
        phrases_.bands[static_cast<std::size_t>(kind)].push_back(Band{*figure, ends[0], ends[1]});
    }

    std::string file_;
    Phrases phrases_;
    Problems problems_;
};

}  // namespace

Result<coaching::Phrases, Problems> load_report_phrases(const std::filesystem::path& path) {
    PhraseFile file(path.string());
    try {
        coaching::Phrases phrases = file.read(YAML::LoadFile(path.string()));
        if (file.problems().empty()) {
            for (Problem problem : coaching::check(phrases)) {
                problem.place.file = path.string();
                file.problems().push_back(std::move(problem));
            }
        }
        if (file.problems().empty()) return phrases;
    } catch (const YAML::BadFile&) {
        file.problems().push_back({Severity::error, {path.string()}, "the file cannot be read", "is it there?"});
    } catch (const YAML::Exception& fault) {
        file.problems().push_back({Severity::error,
                                   {path.string(), fault.mark.line + 1, fault.mark.column + 1},
                                   "this is not YAML: " + fault.msg,
                                   "look at the quotes and the indentation"});
    }
    return refuse(std::move(file.problems()));
}

}  // namespace praxis::files
