#include "adapters/files/language/turns_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace praxis::files {
namespace {

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

class Parser {
public:
    Parser(std::string file, std::string author) : file_(std::move(file)), author_(std::move(author)) {}

    void line(const std::string& text) {
        ++line_;
        const std::string content = trimmed(text);
        if (content.empty() || content.starts_with("==")) {
            heard_.clear();
            rep_acts_ = {};
            last_kind_ = PreviousKind::none;
        } else if (content[0] != '#') {
            turn(content);
        }
    }
    Turns turns;
    Problems problems;

private:
    void refuse_line(std::string what, std::string mend) {
        problems.push_back({Severity::error, {file_, line_, 1}, std::move(what), std::move(mend)});
    }

    void turn(const std::string& content) {
        const auto bar = content.find('|');
        if (bar == std::string::npos || content.size() < 2 || content[1] != ' ') {
            refuse_line("This is not a turn.", "Write 'r PREVIOUS | text [acts]' or 'c KIND | text'.");
            return;
        }
        const std::string kind_name = trimmed(std::string_view(content).substr(1, bar - 1));
        const auto kind = previous_kind_named(kind_name);
        if (!kind && !kind_name.empty()) {
            refuse_line("'" + kind_name + "' is not a kind of customer turn.",
                        "See docs/understanding.md for the nine.");
            return;
        }
        const std::string text = trimmed(std::string_view(content).substr(bar + 1));
        if (content[0] == 'r')
            rep(text, kind ? *kind : last_kind_, kind.has_value());
        else if (content[0] == 'c' && kind)
            customer(text, *kind);
        else
            refuse_line("A turn begins with 'r' or 'c KIND'.", "");
    }

    void customer(const std::string& text, PreviousKind kind) {
        turns.customer.push_back({text, kind, rep_acts_, author_, {file_, line_, 1}});
        heard_.push_back(text);
        last_kind_ = kind;
    }

    void rep(std::string_view labelled, PreviousKind previous, bool isolated) {
        RepTurn turn{.previous = previous, .author = author_, .at = {file_, line_, 1}};
        if (!isolated) turn.heard = heard_;
        std::size_t at = 0;
        while (at < labelled.size()) {
            const auto open = labelled.find('[', at), close = labelled.find(']', at);
            if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
                refuse_line("Words without a bracket of acts after them.", "End each sentence with [acts] or [].");
                return;
            }
            const std::string words = trimmed(labelled.substr(at, open - at));
            if (!turn.text.empty()) turn.text += ' ';
            const auto begin = static_cast<std::uint32_t>(turn.text.size());
            turn.text += words;
            turn.sentences.push_back({{begin, static_cast<std::uint32_t>(turn.text.size())},
                                      acts(labelled.substr(open + 1, close - open - 1))});
            at = labelled.find_first_not_of(" \t", close + 1);
        }
        rep_acts_ = turn.acts();
        turns.rep.push_back(std::move(turn));
    }

    ActSet acts(std::string_view names) {
        std::istringstream words{std::string(names)};
        ActSet set;
        for (std::string word; words >> word;) {
            if (const auto act = act_named(word))
                set.insert(*act);
            else
                refuse_line("'" + word + "' is not an act.", "The acts are listed in docs/acts.md.");
        }
        return set;
    }

    std::string file_, author_;
    int line_ = 0;
    std::vector<std::string> heard_;
    ActSet rep_acts_;
    PreviousKind last_kind_ = PreviousKind::none;
};

}  // namespace

Result<Turns, Problems> parse_turns(const std::string& text, const std::string& file, const std::string& author) {
    Parser parser(file, author);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) parser.line(line);
    if (!parser.problems.empty()) return refuse(std::move(parser.problems));
    return std::move(parser.turns);
}

Result<Turns, Problems> load_turns(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error))
        if (entry.path().extension() == ".turns") paths.push_back(entry.path());
    if (paths.empty())
        return refuse(Problems{{Severity::error, {folder.string()}, "There are no .turns files here.", ""}});
    std::sort(paths.begin(), paths.end());
    Turns all;
    Problems problems;
    for (const auto& path : paths) {
        std::ifstream in(path);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        auto turns = parse_turns(text, path.string(), path.parent_path().filename().string());
        if (!turns) {
            std::move(turns.error().begin(), turns.error().end(), std::back_inserter(problems));
            continue;
        }
        std::move(turns->rep.begin(), turns->rep.end(), std::back_inserter(all.rep));
        std::move(turns->customer.begin(), turns->customer.end(), std::back_inserter(all.customer));
    }
    if (!problems.empty()) return refuse(std::move(problems));
    return all;
}

}  // namespace praxis::files
