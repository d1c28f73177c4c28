#include "tests/conversations/script.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

namespace praxis::conversations {
namespace {

// Words split at spaces; "quoted text" is one word.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, any = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (!quoted && (c == ' ' || c == '\t')) {
            if (any) words.push_back(std::exchange(word, {}));
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) words.push_back(word);
    return words;
}

std::string without_comment(const std::string& line) {
    const std::size_t mark = line.find(" #");
    return line.substr(0, mark);
}

class ScriptReader {
public:
    explicit ScriptReader(std::string file) : file_(std::move(file)) {}

    void take(const std::string& raw) {
        ++line_;
        std::string line = raw;
        if (line.ends_with('\r')) line.pop_back();
        const std::size_t first = line.find_first_not_of(" \t");
        if (first == std::string::npos) return;
        if (line[first] == '#') return take_remark(line.substr(first + 1));
        const std::string verb = line.substr(first, line.find_first_of(" \t", first) - first);
        if (verb == "rep") return take_rep(line);
        const std::vector<std::string> words = words_of(without_comment(line));
        if (verb == "expect" || verb == "absent") return take_expectation(words, false);
        if (verb == "end") return take_expectation({words.begin() + 1, words.end()}, true);
        take_header(words);
    }

    Result<Script, Problems> result() && {
        if (script_.strategy.empty()) complain("no strategy is named", "begin with: strategy NAME segment … seed N");
        if (script_.turns.empty()) complain("the rep says nothing", "add a line: rep > …");
        if (planted_) complain("a planted remark that no turn follows", "put it above a rep line");
        if (!problems_.empty()) return refuse(std::move(problems_));
        return std::move(script_);
    }

private:
    // Two remarks mean something; all others are for readers.
    void take_remark(const std::string& text) {
        const std::vector<std::string> words = words_of(text);
        if (words.size() != 2) return;
        if (words[0] == "quality:") take_quality(words[1]);
        if (words[0] != "planted:") return;
        planted_ = true;
        if (words[1] != "costly") complain("what is planted is no '" + words[1] + "'", "write: # planted: costly");
    }

    void take_quality(const std::string& word) {
        constexpr std::array<std::string_view, 4> kWords = {"", "bad", "middling", "good"};
        const auto found = std::find(kWords.begin() + 1, kWords.end(), word);
        if (found == kWords.end()) return complain("'" + word + "' is no quality", "write good, middling or bad");
        script_.quality = static_cast<Quality>(found - kWords.begin());
    }

    void take_rep(const std::string& line) {
        const std::size_t mark = line.find('>');
        if (mark == std::string::npos) return complain("'>' is missing", "write: rep > what the rep says");
        const std::size_t begin = line.find_first_not_of(" \t", mark + 1);
        script_.turns.push_back(
            {begin == std::string::npos ? "" : line.substr(begin), {}, here(), std::exchange(planted_, false)});
    }

    void take_expectation(std::vector<std::string> words, bool at_end) {
        if (words.size() < 2 || (words[0] != "expect" && words[0] != "absent"))
            return complain("this is no expectation", "write: expect … or absent …");
        Expectation expectation{words[0] == "expect", {words.begin() + 1, words.end()}, here()};
        if (at_end)
            script_.at_end.push_back(std::move(expectation));
        else if (script_.turns.empty())
            complain("an expectation before the rep said anything", "put it after a rep line");
        else
            script_.turns.back().expectations.push_back(std::move(expectation));
    }

    void take_header(const std::vector<std::string>& words) {
        for (std::size_t i = 0; i + 1 < words.size(); i += 2) set(words[i], words[i + 1]);
        if (words.size() % 2 != 0) complain("'" + words.back() + "' has no value", "");
    }

    void set(const std::string& key, const std::string& value) {
        if (key == "strategy")
            script_.strategy = value;
        else if (key == "scenario")
            script_.scenario = value;
        else if (key == "segment")
            script_.segment = value;
        else if (key == "role")
            script_.role = value;
        else if (key == "kind")
            script_.kind = value;
        else if (key == "difficulty")
            script_.difficulty = value;
        else if (key == "blind")
            script_.blind = value == "yes";
        else if (key == "seed")
            set_seed(value);
        else
            complain("there is no '" + key + "' in a conversation file",
                     "lines begin with strategy, rep >, expect, absent, end or #");
    }

    void set_seed(const std::string& value) {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), script_.seed);
        if (error != std::errc{} || end != value.data() + value.size()) complain("the seed is no number", "");
    }

    Place here() const { return {file_, line_, 1}; }
    void complain(std::string what, std::string mend) {
        problems_.push_back({Severity::error, here(), std::move(what), std::move(mend)});
    }

    std::string file_;
    int line_ = 0;
    bool planted_ = false;
    Script script_;
    Problems problems_;
};

}  // namespace

Result<Script, Problems> script_from(const std::string& text, const std::string& file) {
    ScriptReader reader(file);
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) reader.take(line);
    return std::move(reader).result();
}

Result<Script, Problems> read_script(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return refuse(Problems{{Severity::error, {file.string()}, "this file cannot be opened", ""}});
    return script_from({std::istreambuf_iterator<char>(in), {}}, file.string());
}

}  // namespace praxis::conversations
