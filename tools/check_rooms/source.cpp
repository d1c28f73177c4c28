#include "tools/check_rooms/source.hpp"

#include <algorithm>
#include <fstream>
#include <regex>

namespace praxis::check_rooms {
namespace {

std::vector<std::string> read_lines(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// Blanks comments, string and character literals; keeps columns. Raw strings are blanked to their first quote only.
class Blanker {
public:
    std::string blank(const std::string& line) {
        std::string out = line;
        for (std::size_t i = 0; i < out.size(); ++i) i = in_comment_ ? skip_comment(out, i) : skip_code(out, i);
        return out;
    }

private:
    std::size_t skip_comment(std::string& out, std::size_t i) {
        if (out.compare(i, 2, "*/") == 0) {
            in_comment_ = false;
            out[i] = out[i + 1] = ' ';
            return i + 1;
        }
        out[i] = ' ';
        return i;
    }
    std::size_t skip_code(std::string& out, std::size_t i) {
        if (out.compare(i, 2, "//") == 0) {
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(i), out.end(), ' ');
            return out.size();
        }
        if (out.compare(i, 2, "/*") == 0) in_comment_ = true;
        const bool digit_mark = out[i] == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(out[i - 1]));
        if ((out[i] != '"' && out[i] != '\'') || digit_mark) return i;
        const char close = out[i];
        std::size_t end = i + 1;
        while (end < out.size() && out[end] != close) end += out[end] == '\\' ? 2 : 1;
        end = std::min(end, out.size());
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(i + 1), out.begin() + static_cast<std::ptrdiff_t>(end),
                  ' ');
        return end;
    }
    bool in_comment_ = false;
};

// A brace opened on a line that ends a parameter list opens a function; classes, namespaces and initialisers do not.
std::vector<Function> find_functions(const std::vector<std::string>& code) {
    static const std::regex kOpens(
        R"(\)\s*(const|noexcept|override|final|->\s*[\w:<>,\s*&]+|\s)*(:\s*[^;{]*(\{[^{}]*\}[^;{]*)*)?\{\s*$)");
    static const std::regex kControl(R"(^\s*(\}\s*)?(if|for|while|switch|else|do|catch|namespace)\b)");
    std::vector<Function> functions;
    std::vector<int> opened;  // line of each open brace; negative: opens a function
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool function = std::regex_search(code[i], kOpens) && !std::regex_search(code[i], kControl);
        const int line = static_cast<int>(i) + 1;
        for (const char c : code[i]) {
            if (c == '{') opened.push_back(function ? -line : line);
            if (c != '}' || opened.empty()) continue;
            if (opened.back() < 0) functions.push_back({-opened.back(), line + opened.back() + 1});
            opened.pop_back();
        }
    }
    return functions;
}

}  // namespace

Source read_source(const std::filesystem::path& root, const std::filesystem::path& file) {
    static const std::regex kInclude(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    Source source;
    source.path = std::filesystem::relative(file, root).generic_string();
    source.lines = read_lines(file);
    Blanker blanker;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        std::smatch match;
        if (std::regex_search(source.lines[i], match, kInclude))
            source.includes.push_back({static_cast<int>(i) + 1, match[2], match[1] == "\""});
        source.code.push_back(blanker.blank(source.lines[i]));
    }
    source.functions = find_functions(source.code);
    return source;
}

}  // namespace praxis::check_rooms
