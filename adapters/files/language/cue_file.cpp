#include "adapters/files/language/cue_file.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/nearest.hpp"

namespace praxis::files {
namespace {

int words_in(const std::string& text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++words;
        inside = c != ' ';
    }
    return words;
}

std::vector<std::string> known_keys() {
    std::vector<std::string> keys = {"that", "moves"};
    for (int i = 0; i < app::kCueKindCount; ++i) keys.emplace_back(app::name(static_cast<app::CueKind>(i)));
    return keys;
}

class CueReader {
public:
    explicit CueReader(std::string file) : file_(std::move(file)), keys_(known_keys()) {}

    void read(const YAML::Node& node) {
        for (const auto& entry : node) take(entry.first.Scalar(), entry.second);
        for (int i = 0; i < app::kCueKindCount; ++i)
            if (texts_.texts[i].empty())
                complain({file_}, "no cue for '" + std::string(app::name(static_cast<app::CueKind>(i))) + "'",
                         "add a line for it");
        for (int i = 0; i < kRepMoveCount; ++i)
            if (texts_.moves[i].bare.empty() && !without_cue(static_cast<RepMove>(i)))
                complain({file_}, "no cue for the move '" + std::string(name(static_cast<RepMove>(i))) + "'",
                         "add it under 'moves'");
    }

    Result<app::CueTexts, Problems> result() && {
        if (!problems_.empty()) return refuse(std::move(problems_));
        return std::move(texts_);
    }

private:
    void take(const std::string& key, const YAML::Node& value) {
        const Place at{file_, value.Mark().line + 1, value.Mark().column + 1};
        if (key == "moves" && value.IsMap()) {
            for (const auto& entry : value) take_move(entry.first.Scalar(), entry.second);
            return;
        }
        if (!value.IsScalar()) return complain(at, "'" + key + "' must be a text", "write one line");
        if (key == "that") {
            texts_.that = value.Scalar();
            return;
        }
        for (int i = 0; i < app::kCueKindCount; ++i)
            if (app::name(static_cast<app::CueKind>(i)) == key) texts_.texts[i] = value.Scalar();
        keep_short(at, key, value.Scalar());
        if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) {
            const std::string near = nearest(key, keys_);
            complain(at, "there is no cue '" + key + "'", near.empty() ? "" : "did you mean '" + near + "'?");
        }
    }
    // A discount is never advised, and what a competent rep would do is said by rule.
    static bool without_cue(RepMove move) { return move == RepMove::give_discount || move == RepMove::as_practised; }

    void take_move(const std::string& key, const YAML::Node& value) {
        const Place at{file_, value.Mark().line + 1, value.Mark().column + 1};
        const auto move = rep_move_named(key);
        if (!move || without_cue(*move))
            return complain(at, "there is no cue for a move '" + key + "'", "leave it out");
        if (!value.IsMap() || !value["bare"])
            return complain(at, "'" + key + "' must say at least 'bare'", "write {bare: \"…\"}");
        app::CueTexts::MoveTexts& texts = texts_.moves[static_cast<std::size_t>(*move)];
        for (const auto& entry : value) {
            const std::string part = entry.first.Scalar();
            if (part != "bare" && part != "about")
                complain(at, "'" + key + "' has no part '" + part + "'", "bare, about");
            (part == "bare" ? texts.bare : texts.about) = entry.second.Scalar();
            keep_short(at, key, entry.second.Scalar());
        }
        if (!texts.about.empty() && texts.about.find("{topic}") == std::string::npos)
            complain(at, "'about' of '" + key + "' does not say {topic}", "name it, or leave 'about' out");
        if (texts.bare.find('{') != std::string::npos)
            complain(at, "'bare' of '" + key + "' holds a slot", "it is said where nothing was told");
    }

    void keep_short(const Place& at, const std::string& key, const std::string& text) {
        if (words_in(text) > app::kCueWords_max)
            complain(at, "the cue '" + key + "' has more than eight words", "say it shorter");
    }

    void complain(Place at, std::string what, std::string mend) {
        problems_.push_back({Severity::error, std::move(at), std::move(what), std::move(mend)});
    }

    std::string file_;
    std::vector<std::string> keys_;
    app::CueTexts texts_;
    Problems problems_;
};

}  // namespace

Result<app::CueTexts, Problems> load_cues(const std::filesystem::path& file) {
    CueReader reader(file.string());
    try {
        const YAML::Node node = YAML::LoadFile(file.string());
        if (!node.IsMap())
            return refuse(Problems{{Severity::error, {file.string(), 1, 1}, "the cues must be a mapping", ""}});
        reader.read(node);
    } catch (const YAML::Exception& error) {
        const Place at{file.string(), error.mark.line + 1, error.mark.column + 1};
        return refuse(Problems{{Severity::error, at, error.msg, "the file must be YAML"}});
    }
    return std::move(reader).result();
}

}  // namespace praxis::files
