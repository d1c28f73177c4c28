#include <algorithm>
#include <cctype>

#include "tools/check_rooms/checks.hpp"

namespace praxis::check_rooms {
namespace {

bool word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

// The code of a file as one text, in which a position knows its line.
struct Text {
    explicit Text(const Source& source) {
        for (const std::string& line : source.code) text += line + "\n";
    }
    int line_at(std::size_t at) const {
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    char before(std::size_t at) const {  // the last character before that is no space
        while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1]))) --at;
        return at > 0 ? text[at - 1] : ';';
    }
    // The word before the parenthesis that encloses a place: "while" of "while (a && b"; empty: none does.
    std::string enclosing_word(std::size_t at) const {
        int depth = 0;
        bool past_semicolon = false;  // then only a for's header can enclose it
        while (at > 0) {
            const char c = text[--at];
            if (c == '{' || c == '}') return {};
            past_semicolon = past_semicolon || c == ';';
            if (c == ')' || c == ']') ++depth;
            if (c != '(' && c != '[') continue;
            if (depth-- > 0) continue;
            std::size_t end = at;
            while (end > 0 && text[end - 1] == ' ') --end;
            std::size_t begin = end;
            while (begin > 0 && word_character(text[begin - 1])) --begin;
            const std::string word = text.substr(begin, end - begin);
            return past_semicolon && word != "for" ? std::string() : word;
        }
        return {};
    }
    std::size_t after_matching(std::size_t open) const {
        int depth = 0;
        for (std::size_t i = open; i < text.size(); ++i) {
            if (std::string_view("([{").find(text[i]) != std::string_view::npos) ++depth;
            if (std::string_view(")]}").find(text[i]) != std::string_view::npos && --depth == 0) return i + 1;
        }
        return text.size();
    }
    std::string text;
};

// Captures that have nothing to destroy: references and this.
bool captures_only_references(std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        std::string_view one = list.substr(0, end);
        while (!one.empty() && std::isspace(static_cast<unsigned char>(one.front()))) one.remove_prefix(1);
        while (!one.empty() && std::isspace(static_cast<unsigned char>(one.back()))) one.remove_suffix(1);
        if (!one.empty() && one != "this" && one.front() != '&') return false;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return true;
}

// Walks one statement from its keyword to its end, over the bodies of lambdas, and tells what the compiler gets wrong.
class Statement {
public:
    Statement(const Source& source, const Text& text, Findings& findings)
        : source_(source), text_(text.text), all_(text), findings_(findings) {}

    void walk(std::size_t at, bool awaits) {
        int depth = 0, braces = 0;
        for (std::size_t i = at; i < text_.size(); ++i) {
            const char c = text_[i];
            if (c == ';' && depth == 0) return;
            if (c == '[' && lambda_at(i)) {
                i = over_lambda(i, awaits) - 1;
                continue;
            }
            if (c == '{' && awaits && braced_temporary(i)) tell(i, kBraced);
            if (c == '{' && !awaits && ++braces > 1 && depth > 0) tell(i, kNested);
            if (c == '(' || c == '[' || c == '{') ++depth;
            if (c == '}') --braces;
            if ((c == ')' || c == ']' || c == '}') && --depth < 0) return;
        }
    }

private:
    static constexpr const char* kBraced =
        "g++ 12.2 destroys a braced temporary in a co_await expression twice: name the object and move it";
    static constexpr const char* kCaptures =
        "g++ 12.2 destroys what a temporary lambda in a co_await expression captures by value twice: name the lambda "
        "first";
    static constexpr const char* kNested =
        "g++ 12.2 does not take nested braces in a co_return: make the value in a function of its own";

    bool lambda_at(std::size_t at) const {
        const char before = all_.before(at);
        return !word_character(before) && before != ')' && before != ']';
    }

    std::size_t over_lambda(std::size_t at, bool awaits) {
        const std::size_t end = all_.after_matching(at);
        const std::string_view captures = std::string_view(text_).substr(at + 1, end - at - 2);
        if (awaits && !captures_only_references(captures)) tell(at, kCaptures);
        const std::size_t body = text_.find_first_of("{;", end);
        if (body == std::string::npos || text_[body] == ';') return end;
        return all_.after_matching(body);
    }

    bool braced_temporary(std::size_t at) const {
        const char before = all_.before(at);
        return word_character(before) || before == '>' || before == '(' || before == ',';
    }

    void tell(std::size_t at, const char* what) { findings_.push_back({source_.path, all_.line_at(at), what}); }

    const Source& source_;
    const std::string& text_;
    const Text& all_;
    Findings& findings_;
};

// A bare co_await as a condition reuses its frame in the next round of a loop; one that a variable takes is well.
void check_condition(const Source& source, const Text& text, std::size_t at, Findings& findings) {
    const std::string word = text.enclosing_word(at);
    if (text.before(at) == '=' || (word != "if" && word != "while" && word != "for" && word != "switch")) return;
    findings.push_back({source.path, text.line_at(at),
                        "g++ 12.2 runs a co_await in a condition within a loop on a frame that is gone: give its value "
                        "a name first"});
}

}  // namespace

void check_coroutines(const Source& source, Findings& findings) {
    const Text text(source);
    for (const std::string_view keyword : {"co_await", "co_return"}) {
        for (std::size_t at = text.text.find(keyword); at != std::string::npos; at = text.text.find(keyword, at + 1)) {
            const bool whole = (at == 0 || !word_character(text.text[at - 1])) &&
                               !word_character(text.text[std::min(at + keyword.size(), text.text.size() - 1)]);
            if (whole && keyword == "co_await") check_condition(source, text, at, findings);
            if (whole) Statement(source, text, findings).walk(at + keyword.size(), keyword == "co_await");
        }
    }
}

// Beast costs half a minute a file that sees it.
void check_heavy_headers(const Source& source, Findings& findings) {
    if (!source.header() || source.path.starts_with("server/net/connection/")) return;
    for (const Include& include : source.includes) {
        const bool heavy = include.path.starts_with("boost/beast") || include.path.starts_with("boost/asio");
        if (heavy && include.path != "boost/asio/awaitable.hpp")
            findings.push_back({source.path, include.line,
                                "no header includes <" + include.path +
                                    "> outside server/net/connection: only boost/asio/awaitable.hpp is cheap enough"});
    }
}

}  // namespace praxis::check_rooms
